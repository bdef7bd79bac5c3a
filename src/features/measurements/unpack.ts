import { gunzip } from 'node:zlib';
import { Problem } from '../../kernel/problem.js';
import { LARGEST_BATCH } from '../../platform/http/index.js';

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** The text of a batch. What would grow beyond the limit is not unpacked further than that. */
export const unpack = async (body: Buffer, encoding: unknown): Promise<Buffer> => {
  if (encoding === undefined || encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new Problem(415, 'body.wrong-type');
  return new Promise((resolve, reject) =>
    gunzip(body, { maxOutputLength: LARGEST_BATCH }, (error, unpacked) => {
      if (!error) return resolve(unpacked);
      reject(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? new Problem(413, 'body.too-large') : new Problem(400, 'body.unreadable'));
    }),
  );
};
