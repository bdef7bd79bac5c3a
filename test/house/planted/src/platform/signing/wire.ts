import '../adapter.js';
export const wire = 1;
