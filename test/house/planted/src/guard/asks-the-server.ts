import '../platform/adapter.js';
export const asks = 1;
