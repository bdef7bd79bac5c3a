import { parse as parseQuery } from 'node:querystring';
import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.js';

/** Form fields: one value as text, several of one name as a list. */
export const readUrlEncoded = (body: string): Record<string, unknown> => ({ ...parseQuery(body, '&', '=', { maxKeys: 2000 }) });

/** A file as uploaded: bytes, the name as given and the type as claimed. */
export interface Upload {
  readonly bytes: Buffer;
  readonly name: string;
  readonly type: string;
}

/** Fields and files of a multipart form; an empty file field is left out. */
export const readMultipart = async (request: FastifyRequest): Promise<Record<string, unknown>> => {
  const fields = new Map<string, unknown>();
  const put = (name: string, value: unknown) => {
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value]);
  };
  for await (const part of wholeParts(request)) {
    if (part.type === 'field') put(part.fieldname, part.value);
    else {
      const bytes = await part.toBuffer();
      if (part.filename !== '') put(part.fieldname, { bytes, name: part.filename.slice(0, 200), type: part.mimetype } satisfies Upload);
    }
  }
  return Object.fromEntries(fields);
};

/** The parser throws plain errors on a form that is cut off or badly written; those on its bounds have a status. */
async function* wholeParts(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new Problem(400, 'body.unreadable');
  }
}

export const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && Buffer.isBuffer(value.bytes);
