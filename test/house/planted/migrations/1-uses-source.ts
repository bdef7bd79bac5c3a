import '../src/kernel/reads-a-file.js';
