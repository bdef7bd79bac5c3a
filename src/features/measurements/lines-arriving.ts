import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { LARGEST_BATCH } from '../../platform/http/index.js';
import { countLines } from './batch-answer.js';
import { isCountable } from './batch-headers.js';
import { unpack } from './unpack.js';

/** What comes, also when it breaks off; null where it is more than `most` bytes: the rest goes by unread. */
const upTo = async (most: number, payload: Readable): Promise<Buffer | null> => {
  const parts: Buffer[] = [];
  let got = 0;
  const isTooMuch = (part: Buffer): boolean => {
    got += part.length;
    if (got <= most) parts.push(part);
    return got > most;
  };
  try {
    for await (const part of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) if (isTooMuch(part)) break;
  } catch {
    // Whoever sent it left: what had come by then was not handed over.
    const left = payload.read() as Buffer | null;
    if (left) isTooMuch(left);
  }
  payload.resume();
  return got > most ? null : Buffer.concat(parts);
};

/** How many lines come with a request, 0 where nobody can count them; null: nothing comes. */
export const linesArriving = async (headers: IncomingHttpHeaders, payload: Readable): Promise<number | null> => {
  const body = await upTo(isCountable(headers) ? LARGEST_BATCH : 0, payload);
  if (body === null) return 0;
  if (body.length === 0) return null;
  return unpack(body, headers['content-encoding']).then(
    (unpacked) => countLines(unpacked) || null,
    () => 0,
  );
};
