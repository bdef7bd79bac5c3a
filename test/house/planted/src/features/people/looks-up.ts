import '../gate/index.js';
