/**
 * One of the three servers of the decisions benchmark, in a process of its own: `ours` (the whole application), `raw` (Fastify alone, answering bytes that it
 * was given) or `lookup` (Nest on Fastify, that looks the row that was asked for up with TypeORM, of a tool the one that says whose turn it is,
 * and asks nobody for a key). Listens on 127.0.0.1 and tells its parent the port.
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
  const { Body, Controller, HttpCode, Inject, Module, Post } = await import('@nestjs/common');
  const { NestFactory } = await import('@nestjs/core');
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const { DataSource, EntitySchema } = await import('typeorm');
  const Row = new EntitySchema({
    name: 'active_tools',
    columns: { tool_id: { type: 'text', primary: true }, activation_id: { type: 'text' } },
  });
  const Summary = new EntitySchema({
    name: 'gate_summaries',
    columns: { tool_id: { type: 'text', primary: true }, state: { type: 'text' }, turns: { type: 'jsonb' } },
  });
  const source = await new DataSource({ type: 'postgres', url: databaseUrl, entities: [Row, Summary] }).initialize();
  class Lookup {
    async evaluation({ resource: { type, id } }) {
      if (type !== 'tool') return { decision: (await source.getRepository(Row).findOneBy({ activation_id: id })) !== null };
      const { state, turns } = await source.getRepository(Summary).findOneBy({ tool_id: id });
      return { decision: state === 'active', context: { reason: state, turns } };
    }
  }
  const described = Object.getOwnPropertyDescriptor(Lookup.prototype, 'evaluation');
  Post('evaluation')(Lookup.prototype, 'evaluation', described);
  Body()(Lookup.prototype, 'evaluation', 0);
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
