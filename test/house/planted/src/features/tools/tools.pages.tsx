import './tools.repository.js';
