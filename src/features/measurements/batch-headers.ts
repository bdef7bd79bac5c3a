import type { IncomingHttpHeaders } from 'node:http';
import { Problem } from '../../kernel/problem.js';
import { LARGEST_BATCH } from '../../platform/http/index.js';
import { isEncoding } from './unpack.js';

const LINES = /^application\/x-ndjson\s*(;|$)/i;
/** A name of the agent's own, as RFC 8941 writes a string or bare. */
const NAME = /^"?([\w-]{8,64})"?$/;

/** How a batch says that it is written. */
export interface Described {
  /** The name of the batch: the same name again gets the same answer. */
  readonly named: string;
  readonly encoding: string | undefined;
}

/** How long a body is said to be; null: it is sent in chunks, and may be of any length. */
export const lengthOf = (headers: IncomingHttpHeaders): number | null =>
  headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : null;

const faultOfBody = (headers: IncomingHttpHeaders): Problem | null => {
  if (!LINES.test(headers['content-type'] ?? '')) return new Problem(415, 'body.wrong-type');
  if ((lengthOf(headers) ?? 0) > LARGEST_BATCH) return new Problem(413, 'body.too-large');
  return isEncoding(headers['content-encoding']) ? null : new Problem(415, 'body.wrong-type');
};

/** Whether the lines of a body can be counted, as far as its headers say. */
export const isCountable = (headers: IncomingHttpHeaders): boolean => faultOfBody(headers) === null;

/** What the headers say about a batch, or the first thing that is wrong with them. */
export const describedIn = (headers: IncomingHttpHeaders): Described | Problem => {
  const named = NAME.exec(String(headers['idempotency-key'] ?? ''))?.[1];
  const wrong = faultOfBody(headers);
  if (wrong || named === undefined) return wrong ?? new Problem(400, 'batch.name-missing');
  return { named, encoding: headers['content-encoding'] };
};
