import { pino } from 'pino';

/**
 * Structured lines on standard error; the command line sets the level that LOG_LEVEL names. What may be logged: numbers, codes, ids of requests, routes as patterns. Never a body, a query string,
 * a network address, a name or a mail address; never the message of an unexpected error, since messages quote values.
 */
export const log = pino(
  {
    level: process.env['NODE_ENV'] === 'test' ? 'silent' : 'info',
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  },
  pino.destination({ dest: 2, sync: true }),
);
