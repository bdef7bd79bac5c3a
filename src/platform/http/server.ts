import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { newId } from '../../kernel/ids.js';
import { log } from '../log/index.js';
import { plainUrl } from './plain-url.js';
import { isDecision } from './request.js';
import { isUnlogged } from './untraced.js';

const MEBIBYTE = 1_048_576;

/** Fastify with bounds on size and time, and a random id for each request. */
export const fastifyAdapter = (trustProxy: boolean): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: MEBIBYTE,
    requestTimeout: 30_000,
    keepAliveTimeout: 10_000,
    routerOptions: { maxParamLength: 120 },
    trustProxy,
    rewriteUrl: ({ url }: { readonly url?: string | undefined }) => plainUrl(url ?? '/'),
    genReqId: () => newId('q'),
    forceCloseConnections: 'idle',
    logger: false,
  });

/** One line a request: its id, the route as a pattern, the status, the time. Nothing that a person typed. */
export const logRequests = (server: FastifyInstance): void => {
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', (isDecision(request.url) && request.headers['x-request-id']) || request.id);
  });
  server.addHook('onResponse', async (request, reply) => {
    if (isUnlogged(request.url)) return;
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
};

/** While closing, tells clients to let go of their connections, so that draining ends. */
export const drainOnClose = (server: FastifyInstance): void => {
  let closing = false;
  server.addHook('preClose', async () => {
    closing = true;
  });
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close');
  });
};
