import '../tools.repository.js';
