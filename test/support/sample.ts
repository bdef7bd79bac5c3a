import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { demoClockModule } from '../../src/commands/demo-clock.module.js';
import { demoTime } from '../../src/commands/demo-time.js';
import { seedDemo, showDemoCodes, type DemoPerson } from '../../src/demo.js';
import { startServer, type Running } from '../../src/main.js';
import { DemoClock } from '../../src/platform/config/demo-clock.js';
import { readSettings } from '../../src/platform/config/index.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { TestClock } from './clock.js';
import { freePort } from './app.js';
import { builtAssets, databaseFor, oncePerRun, type TestDatabase } from './database.js';
import { bodyOf, changed, filled } from './forms.js';
import { Html, type PageForm } from './html.js';
import { Visitor, type Answer } from './visitor.js';

/** The demo's sample organisation, whole, on a database of its own. */
export interface Sample {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** The machine's clock, which stands still until the test moves it on. */
  readonly clock: TestClock;
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

const NOW = '2026-03-02T09:00:00Z';

/** Made once for all test files of a run: a database that nobody is connected to, and its people. */
interface Made {
  readonly template: string;
  readonly people: readonly DemoPerson[];
}
const makeSample = async (): Promise<Made> => {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-sample-'));
  const database = await databaseFor('sample_template');
  const running = await startIn(folder, database, new TestClock(NOW));
  try {
    const people = await seedDemo(running.app);
    return { template: new URL(database.ownerUrl).pathname.slice(1), people };
  } finally {
    await running.close();
    await database.dataSource.destroy();
    await rm(folder, { recursive: true, force: true });
  }
};

/** The sample organisation as a database that can be cloned. */
export const sampleTemplate = (): Promise<Made> => oncePerRun('sample organisation', makeSample);

/** The application with the demo's clock and the people of the sample organisation; a start that fails leaves nothing behind. */
export const sampleOrganisation = async (name: string): Promise<Sample> => {
  const { template, people } = await sampleTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'countersign-sample-'));
  const database = await databaseFor(name, [], template);
  showDemoCodes();
  const undo: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true }), () => database.close()];
  const close = async (): Promise<void> => {
    for (let step = undo.pop(); step; step = undo.pop()) await step();
  };
  try {
    const clock = new TestClock(NOW);
    const running = await startIn(folder, database, clock);
    undo.push(() => running.close());
    return { ...doorsOf(running.url, people), app: running.app, clock, database, people, close };
  } catch (error) {
    await close();
    throw error;
  }
};

const startIn = async (folder: string, database: TestDatabase, machine: TestClock): Promise<Running> => {
  const port = await freePort();
  const settings = readSettings({ COUNTERSIGN_DATA: folder, PORT: String(port), ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' });
  const own = { host: '127.0.0.1', baseUrl: `http://localhost:${port}`, databaseUrl: database.appUrl, mailFolder: join(folder, 'mail') };
  const config = { ...settings, ...own };
  const clock = new DemoClock(machine, join(folder, 'days-ahead'));
  const demo = demoTime(clock, database.appUrl, () => running.app.get(JobRegistry));
  const running: Running = await startServer({ config, clock, extra: [demoClockModule(demo)] }, builtAssets());
  return running;
};

const doorsOf = (url: string, people: readonly DemoPerson[]): Pick<Sample, 'url' | 'visitor' | 'signIn' | 'personOf'> => ({
  url,
  visitor: () => new Visitor(url),
  signIn: (person) => signIn(new Visitor(url), person),
  personOf: (role) => {
    const found = people.find((person) => person.role === role);
    if (!found) throw new Error(`Expected: a sample person who is ${role}. Found: ${people.map((person) => person.role).join(', ')}.`);
    return found;
  },
});
