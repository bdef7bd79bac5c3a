/** What is wrong with a setting that proved unusable only when it was used; null when the error is of another kind. */
export const settingMistake = (error: unknown): string | null => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  if (error.code === 'EADDRINUSE')
    return `PORT: expected a port that is free; found ${'port' in error ? String(error.port) : 'one'} in use.`;
  if (!('syscall' in error) || error.syscall !== 'mkdir' || !('path' in error)) return null;
  return `COUNTERSIGN_DATA or COUNTERSIGN_KEY_FILE: expected a folder that can be made; found ${String(error.path)} (${String(error.code)}).`;
};
