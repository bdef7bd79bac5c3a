import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DIST } from './dist.js';
import { AppModule, type Parts } from './app.module.js';
import { LeaseLane } from './features/agents/index.js';
import { DecisionLane } from './features/decisions/index.js';
import { BatchDoor } from './features/measurements/index.js';
import { drainOnClose, FastLane, fastifyAdapter, logRequests, secure, serveAssets } from './platform/http/index.js';

export interface Running {
  /** Where people reach it, without a slash at the end. */
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** Answers what is under way, then stops. */
  close(): Promise<void>;
}

const ASSETS = join(DIST, 'assets');

/** Builds the application without listening: the worker and the command line use it too. */
export const buildApp = async (parts: Parts, assets = ASSETS): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), fastifyAdapter(parts.config.trustProxy), {
    logger: false,
    abortOnError: false,
    bodyParser: false,
  });
  const server = app.getHttpAdapter().getInstance();
  logRequests(server);
  drainOnClose(server);
  app.get(BatchDoor, { strict: false }).open(server);
  await secure(server, () => parts.config.baseUrl);
  serveAssets(server, assets);
  await app.init();
  new FastLane(app.get(LeaseLane, { strict: false })).open(server);
  new FastLane(app.get(DecisionLane, { strict: false })).open(server);
  return app;
};

export const startServer = async (parts: Parts, assets = ASSETS): Promise<Running> => {
  const app = await buildApp(parts, assets);
  await app.listen(parts.config.port, parts.config.host);
  return { url: parts.config.baseUrl, app, close: () => app.close() };
};
