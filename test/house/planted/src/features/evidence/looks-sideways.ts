import '../people/index.js';
