export const ConfigToken = Symbol('Config');
