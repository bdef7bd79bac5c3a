import '../../test/given.js';
