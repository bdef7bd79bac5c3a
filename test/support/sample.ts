import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildAssets } from '../../scripts/build-assets.mjs';
import type { DemoPerson } from '../../src/commands/demo-folder.js';
import { demoClockModule } from '../../src/commands/demo-clock.module.js';
import { demoTime } from '../../src/commands/demo-time.js';
import { seedDemo } from '../../src/demo.js';
import { startServer } from '../../src/main.js';
import { DemoClock } from '../../src/platform/config/demo-clock.js';
import { readSettings } from '../../src/platform/config/index.js';
import { JobRegistry, runJobsOnce } from '../../src/platform/jobs/index.js';
import { freePort } from '../../src/commands/free-port.js';
import { TestClock } from './clock.js';
import { databaseFor, type TestDatabase } from './database.js';
import { bodyOf, changed, filled } from './forms.js';
import { Html, type PageForm } from './html.js';
import { Visitor, type Answer } from './visitor.js';

/** The demo's sample organisation, whole, on a database of its own. */
export interface Sample {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly people: readonly DemoPerson[];
  /** Signs in through the pages, the second step included. */
  signIn(person: DemoPerson): Promise<Visitor>;
  visitor(): Visitor;
  personOf(role: string): DemoPerson;
  close(): Promise<void>;
}

const formWith = (answer: Answer, type: string, name?: string): PageForm | undefined =>
  new Html(answer.html).forms().find(({ fields }) => fields.some((field) => field.type === type && (!name || field.name === name)));

const send = async (visitor: Visitor, form: PageForm, values: Readonly<Record<string, string>>): Promise<Answer> => {
  const sent = Object.entries(values).reduce((all, [name, value]) => changed(all, name, value), filled(form));
  const response = await visitor.fetch(form.action, { method: 'POST', ...bodyOf(form, sent) });
  return visitor.get(response.headers.get('location') ?? '/');
};

const signIn = async (visitor: Visitor, { email, password }: DemoPerson): Promise<Visitor> => {
  const form = formWith(await visitor.get('/login'), 'password');
  const login = form?.fields.find(({ type }) => type === 'email' || type === 'text');
  const secret = form?.fields.find(({ type }) => type === 'password');
  if (!form || !login || !secret) throw new Error('Expected: a form to sign in with. Found: none.');
  let answer = await send(visitor, form, { [login.name]: email, [secret.name]: password });
  if (answer.path.startsWith('/login/code')) {
    const second = new Html(answer.html).forms().find(({ action }) => action === '/login/code');
    if (!second) throw new Error('Expected: a form for the code. Found: none.');
    answer = await send(visitor, second, {});
  }
  if (answer.path.startsWith('/login')) throw new Error(`Expected: ${email} is signed in. Found: ${answer.status} at ${answer.path}.`);
  return visitor;
};

export const sampleOrganisation = async (name: string, now = '2026-03-02T09:00:00Z'): Promise<Sample> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-sample-'));
  const database = await databaseFor(name);
  const port = await freePort('127.0.0.1', 0);
  const url = `http://localhost:${port}`;
  await buildAssets(join(folder, 'assets'));
  const settings = readSettings({
    COUNTERSIGN_DATA: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    ARGON2_MEMORY_KIB: '1024',
    ARGON2_PASSES: '1',
  });
  const config = { ...settings, baseUrl: url, databaseUrl: database.appUrl, mailFolder: join(folder, 'mail') };
  const clock = new DemoClock(new TestClock(now), join(folder, 'days-ahead'));
  const demo = demoTime(clock, database.appUrl, () => running.app.get(JobRegistry));
  const running = await startServer({ config, clock, extra: [demoClockModule(demo)] }, join(folder, 'assets'));
  const people = await seedDemo(running.app);
  await runJobsOnce({ databaseUrl: database.appUrl, registry: running.app.get(JobRegistry), clock });
  return {
    url,
    app: running.app,
    database,
    people,
    visitor: () => new Visitor(url),
    signIn: (person) => signIn(new Visitor(url), person),
    personOf: (role) => {
      const found = people.find((person) => person.role === role);
      if (!found) throw new Error(`Expected: a sample person who is ${role}. Found: ${people.map((person) => person.role).join(', ')}.`);
      return found;
    },
    close: async () => {
      await running.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
