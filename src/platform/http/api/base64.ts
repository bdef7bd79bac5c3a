import { unusable } from '../../../kernel/problem.js';

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The bytes of a file that came as text, in the field `content`. */
export const bytesIn = (content: string): Buffer => {
  if (!BASE64.test(content)) throw unusable('content', 'field.isBase64');
  return Buffer.from(content, 'base64');
};
