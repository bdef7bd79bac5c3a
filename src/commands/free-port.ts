import { createServer } from 'node:net';

const TRIES = 50;

const isFree = (host: string, port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address();
      const found = address && typeof address === 'object' ? address.port : port;
      probe.close(() => resolve(found));
    });
  });

/** The first free port from `first` on; 0 is any. */
export const freePort = async (host: string, first: number): Promise<number> => {
  for (let port = first; port < first + TRIES; port += 1) {
    const found = await isFree(host, port);
    if (found !== null) return found;
  }
  throw new Error(`No port from ${first} to ${first + TRIES - 1} is free on ${host}. Expected: set PORT to a free one.`);
};
