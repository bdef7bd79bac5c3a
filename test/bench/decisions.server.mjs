/**
 * One of the three servers of the decisions benchmark, in a process of its own: `ours` (the whole application), `raw` (Fastify alone, answering bytes that it
 * was given) or `lookup` (Nest on Fastify, that looks one row up with TypeORM). Listens on 127.0.0.1 and tells its parent the port.
 */
import 'reflect-metadata';
import { join } from 'node:path';

const load = (path) => import(join(import.meta.dirname, '..', '..', 'dist/src', path));
const { kind, databaseUrl, folder, port, headers, body } = JSON.parse(process.argv[2]);

const ours = async () => {
  const { readSettings, systemClock } = await load('platform/config/index.js');
  const { startServer } = await load('main.js');
  const settings = readSettings({ COUNTERSIGN_DATA: folder, PORT: String(port), WORKER: 'apart' });
  const config = { ...settings, baseUrl: `http://localhost:${port}`, databaseUrl, mailFolder: join(folder, 'mail') };
  await startServer({ config, clock: systemClock });
};

const raw = async () => {
  const { default: fastify } = await import('fastify');
  const app = fastify({ logger: false });
  app.post('/access/v1/evaluation', (_request, reply) => {
    reply.headers(headers).send(body);
  });
  await app.listen({ port, host: '127.0.0.1' });
};

const lookup = async () => {
  const { Controller, HttpCode, Inject, Module, Post } = await import('@nestjs/common');
  const { NestFactory } = await import('@nestjs/core');
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const { DataSource, EntitySchema } = await import('typeorm');
  const Row = new EntitySchema({
    name: 'active_tools',
    columns: { tool_id: { type: 'text', primary: true }, activation_id: { type: 'text' } },
  });
  const source = await new DataSource({ type: 'postgres', url: databaseUrl, entities: [Row] }).initialize();
  const known = (await source.getRepository(Row).find({ take: 1 }))[0].activation_id;
  class Lookup {
    async evaluation() {
      return { decision: (await source.getRepository(Row).findOneBy({ activation_id: known })) !== null };
    }
  }
  const described = Object.getOwnPropertyDescriptor(Lookup.prototype, 'evaluation');
  Post('evaluation')(Lookup.prototype, 'evaluation', described);
  HttpCode(200)(Lookup.prototype, 'evaluation', described);
  Controller('access/v1')(Lookup);
  class App {}
  Module({ controllers: [Lookup], providers: [{ provide: 'none', useValue: Inject }] })(App);
  const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
  await app.listen(port, '127.0.0.1');
};

await { ours, raw, lookup }[kind]();
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpu: (user + system) / 1e6 });
});
process.send('listening');
process.on('disconnect', () => process.exit(0));
