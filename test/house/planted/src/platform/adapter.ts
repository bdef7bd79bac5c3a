import '../features/tools/index.js';
export const adapter = 1;
