import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSettings } from '../../src/platform/config/index.js';

/** No container engine is needed: both files are read, and what they promise is checked against the project. */
interface Service {
  readonly build?: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly restart: string;
}
interface Compose {
  readonly services: Readonly<Record<'app' | 'worker' | 'postgres', Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

const compose = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as Compose;
const { app, worker, postgres } = compose.services;

interface Instruction {
  readonly word: string;
  readonly rest: string;
}
const instructions: readonly Instruction[] = readFileSync('Dockerfile', 'utf8')
  .replace(/\\\n/g, ' ')
  .split('\n')
  .filter((line) => line.trim() && !line.startsWith('#'))
  .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.split(' ').slice(1).join(' ').trim() }));
const lastStage = instructions.slice(instructions.map(({ word }) => word).lastIndexOf('FROM'));
const the = (word: string): string => lastStage.find((instruction) => instruction.word === word)?.rest ?? '';

describe('the Dockerfile', () => {
  it('builds in one stage and runs in another', () => {
    expect(instructions.filter(({ word }) => word === 'FROM')).toHaveLength(2);
    expect(lastStage.filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from=build'))).toEqual([]);
  });

  it('runs as a user that is not root, who owns the data folder', () => {
    expect(the('USER')).toBe('node');
    const order = lastStage.map(({ word }) => word);
    expect(order.indexOf('USER')).toBeLessThan(order.indexOf('CMD'));
    expect(the('RUN')).toContain('chown node:node /data');
  });

  it('asks whether the application lives, at the path that answers it', () => {
    expect(the('HEALTHCHECK')).toContain('/health/live');
    expect(the('HEALTHCHECK')).toContain('process.env.PORT');
  });

  it('keeps its data in a volume', () => {
    expect(the('VOLUME')).toBe('/data');
    expect(the('ENV')).toContain('COUNTERSIGN_DATA=/data');
  });

  it('takes the floor of package.json or a newer Node', () => {
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
    expect(engines.node).toBe('>=20.19');
    for (const { rest } of instructions.filter(({ word }) => word === 'FROM')) expect(rest).toMatch(/^node:(20|22|24)-/);
  });

  it('starts as `npm start` does', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
    expect(JSON.parse(the('CMD'))).toEqual(scripts.start.split(' '));
  });

  it('copies into the build what exists, and what .dockerignore lets through', () => {
    const admitted = readFileSync('.dockerignore', 'utf8').split('\n');
    const copies = instructions.filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'));
    const sources = copies.flatMap(({ rest }) => rest.split(' ').slice(0, -1));
    expect(sources.length).toBeGreaterThan(5);
    for (const source of sources) expect([source, existsSync(source), admitted.includes(`!${source}`)]).toEqual([source, true, true]);
    expect(admitted[0]).toBe('*');
  });

  it('sets only variables that the settings accept', () => {
    const set = Object.fromEntries(
      the('ENV')
        .split(' ')
        .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
    );
    expect(readSettings(set)).toMatchObject({ host: '0.0.0.0', port: 3000, dataFolder: '/data' });
  });
});

describe('docker-compose.yml', () => {
  it('runs the application, its worker and PostgreSQL', () => {
    expect(Object.keys(compose.services)).toEqual(['app', 'worker', 'postgres']);
    expect(worker.command).toEqual(['node', 'dist/app/cli.js', 'worker']);
    expect([app.environment['WORKER'], worker.image]).toEqual(['apart', app.image]);
  });

  it('keeps all data in named volumes', () => {
    for (const { volumes } of Object.values(compose.services))
      for (const volume of volumes) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
    expect(app.volumes).toContain('data:/data');
  });

  it('starts each part when the one below it is healthy', () => {
    expect(app.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(worker.depends_on?.['app']).toEqual({ condition: 'service_healthy' });
    expect(postgres.healthcheck?.test?.[1]).toBe('pg_isready');
    expect(worker.healthcheck).toEqual({ disable: true });
  });

  it('shows itself to this machine only, since a proxy with a certificate stands before it', () => {
    expect(app.ports).toEqual(['127.0.0.1:3000:3000']);
    expect([worker.ports, postgres.ports]).toEqual([undefined, undefined]);
  });

  it('has no password in it, and refuses to start without one', () => {
    expect(postgres.environment['POSTGRES_PASSWORD']).toMatch(/^\$\{POSTGRES_PASSWORD:\?/);
    expect(app.environment['DATABASE_URL']).toContain('${POSTGRES_PASSWORD:?');
    expect(app.environment['BASE_URL']).toMatch(/^\$\{BASE_URL:\?/);
  });

  it('gives the application settings that it accepts', () => {
    const filled = Object.entries(app.environment).map(([name, value]): [string, string] => {
      if (name === 'BASE_URL') return [name, 'https://countersign.example.org'];
      return [name, value.replace(/\$\{\w+:\?[^}]*\}/g, 'secret').replace(/\$\{\w+:-([^}]*)\}/g, '$1')];
    });
    expect(readSettings(Object.fromEntries(filled))).toMatchObject({ workerApart: true, trustProxy: true, mailUrl: null });
  });

  it('keeps personal data out of the log of PostgreSQL', () => {
    const command = postgres.command ?? [];
    expect(command).toEqual(
      expect.arrayContaining(['-clog_error_verbosity=terse', '-clog_min_error_statement=panic', '-clog_parameter_max_length_on_error=0']),
    );
  });
});
