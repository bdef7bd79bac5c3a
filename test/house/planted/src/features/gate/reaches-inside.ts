import '../tools/tools.repository.js';
