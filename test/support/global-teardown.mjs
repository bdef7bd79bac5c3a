/** Runs once for each project; the first one after the last test stops the server they share. */
export default async () => {
  const stop = globalThis.stopTestServer;
  globalThis.stopTestServer = undefined;
  delete process.env.COUNTERSIGN_TEST_SERVER;
  await stop?.();
};
