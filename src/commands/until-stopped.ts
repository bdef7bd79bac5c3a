import { describeError, log } from '../platform/log/index.js';

const LONGEST_STOP_MS = 60_000;

/** Waits for the first signal to stop, runs `stop` once, and ends the process. A terminal and npm may both send the same signal. */
export const stopOnSignal = (stop: () => Promise<void>): void => {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: describeError(error) }, 'stop failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, once);
};

/** An error that nobody caught says where it was, without its message, and the process goes on serving. */
export const surviveStrayErrors = (): void => {
  process.on('unhandledRejection', (error) => log.error({ error: describeError(error) }, 'unhandled rejection'));
};
