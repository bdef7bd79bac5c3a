import { gunzip } from 'node:zlib';
import { Problem } from '../../kernel/problem.js';
import { LARGEST_BATCH } from '../../platform/http/index.js';

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined);

/** Whether a body that is packed like this can be unpacked. */
export const isEncoding = (encoding: string | undefined): boolean => encoding === undefined || ['identity', 'gzip'].includes(encoding);

/** The text of a batch. What would grow beyond the limit is not unpacked further than that. */
export const unpack = async (body: Buffer, encoding: string | undefined): Promise<Buffer> => {
  if (encoding !== 'gzip') return body;
  return new Promise((resolve, reject) =>
    gunzip(body, { maxOutputLength: LARGEST_BATCH }, (error, unpacked) => {
      if (!error) return resolve(unpacked);
      reject(codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? new Problem(413, 'body.too-large') : new Problem(400, 'body.unreadable'));
    }),
  );
};
