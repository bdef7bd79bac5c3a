import './features/tools/tools.repository.js';
