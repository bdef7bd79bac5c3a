import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.js';
import { readMultipart, readUrlEncoded } from './bodies.js';
import { parseJsonBytes } from './json-text.js';
import { isApi } from './request.js';

/** A batch of lines as it travels, and again once it is unpacked. */
export const LARGEST_BATCH = 4_194_304;
const LARGEST_FILE = 10_485_760;

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** An unsafe request from a browser must come from one of our own pages (interfaces.md 4.9). Programs with a bearer key have no cookie to abuse. */
const comesFromElsewhere = (request: Pick<FastifyRequest, 'method' | 'headers'>, origin: string): boolean => {
  if (!UNSAFE.has(request.method)) return false;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  if (request.headers.origin !== undefined) return request.headers.origin !== origin;
  return request.headers.cookie !== undefined;
};

const CSP = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    fontSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    objectSrc: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

const PERMISSIONS =
  'publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), microphone=(), geolocation=(), display-capture=()';

export const secure = async (server: FastifyInstance, origin: () => string): Promise<void> => {
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: CSP,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    crossOriginEmbedderPolicy: false,
  });
  await server.register(multipart, { limits: { fileSize: LARGEST_FILE, files: 5, fields: 400, fieldSize: 100_000, parts: 405 } });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('permissions-policy', PERMISSIONS);
    if (isApi(request.url)) reply.header('api-version', '1.0.0');
  });
  // A hook of this kind that was added before this one sees the headers first: data without a lease is a breach, wherever it comes from.
  server.addHook('preParsing', async (request) => {
    if (comesFromElsewhere(request, origin())) throw new Problem(403, 'origin.foreign');
  });
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJsonBytes(body),
  );
  server.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, async (_request: FastifyRequest, body: string) =>
    readUrlEncoded(body),
  );
  server.addContentTypeParser(
    'text/csv',
    { parseAs: 'buffer', bodyLimit: LARGEST_FILE },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  server.addContentTypeParser(
    'application/x-ndjson',
    { parseAs: 'buffer', bodyLimit: LARGEST_BATCH },
    async (_request: FastifyRequest, body: Buffer) => body,
  );
  server.addHook('preValidation', async (request) => {
    if (request.isMultipart()) request.body = await readMultipart(request);
  });
};
