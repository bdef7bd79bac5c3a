import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** Starts the server, then writes one act after another and prints the number of each that was acknowledged. */
const PROGRAM = `
  const [, launcher, folder, pgModule] = process.argv;
  const { startEmbedded } = await import(launcher);
  const { default: pg } = await import(pgModule);
  const server = await startEmbedded({ folder, durable: true }).catch((error) => (console.log('refused ' + error.message), process.exit(3)));
  const url = await server.database('acts');
  console.log('data ' + server.dataDirectory);
  for (const note of server.notes) console.log('note ' + note);
  process.on('SIGTERM', () => server.stop().then(() => process.exit(0)));
  const connect = async () => {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  let client = await connect();
  await client.query('create table if not exists act (id serial primary key)');
  console.log('kept ' + (await client.query('select coalesce(max(id), 0) as n, count(*) as c from act')).rows[0].c);
  for (;;) {
    try {
      console.log('act ' + (await client.query('insert into act default values returning (select count(*) + 1 from act) as n')).rows[0].n);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
      client = await connect().catch(() => client);
    }
  }`;

class Launched {
  readonly lines: string[] = [];
  private readonly ended: Promise<void>;
  readonly child: ChildProcess;

  constructor(folder: string, user: { uid?: number; gid?: number } = {}) {
    const { compiled } = JSON.parse(process.env['COUNTERSIGN_TEST_SERVER'] ?? '{}') as { compiled: string };
    const launcher = pathToFileURL(join(compiled, 'src/platform/database/embedded/index.js')).href;
    const postgres = pathToFileURL(join(process.cwd(), 'node_modules/pg/esm/index.mjs')).href;
    const env = { PATH: process.env['PATH'], TMPDIR: tmpdir() };
    this.child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, launcher, folder, postgres], {
      env,
      ...user,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (this.child.stdout) createInterface(this.child.stdout).on('line', (line) => this.lines.push(line));
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
  }

  saying(word: string): readonly string[] {
    return this.lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
  }

  async until(what: () => boolean): Promise<void> {
    for (let waited = 0; !what(); waited += 10) {
      if (waited > 20_000 || this.child.exitCode) throw new Error(`Waited in vain; it said:\n${this.lines.slice(-5).join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  acts(): number {
    return Number(this.saying('act').at(-1) ?? 0);
  }

  async untilActs(more: number): Promise<void> {
    const enough = this.acts() + more;
    await this.until(() => this.acts() >= enough);
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }

  postmaster(): number {
    return Number(readFileSync(join(this.saying('data')[0] ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const asRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
const users: [string, { uid?: number; gid?: number }][] = asRoot
  ? [
      ['root', {}],
      ['an ordinary user', NOBODY],
    ]
  : [['an ordinary user', {}]];

describe.each(users)('our own PostgreSQL server, started by %s', (_who, user) => {
  let home: string;
  const launched: Launched[] = [];
  const launch = (): Launched => {
    const one = new Launched(join(home, 'postgres'), user);
    launched.push(one);
    return one;
  };
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'own-server-'));
    chmodSync(home, 0o711);
    if (user.uid && user.gid) chownSync(home, user.uid, user.gid);
  });
  afterEach(async () => {
    for (const one of launched.splice(0)) await one.end('SIGTERM');
    rmSync(home, { recursive: true, force: true });
  });

  it('keeps every acknowledged act when its launcher is killed, and leaves no server behind', async () => {
    const first = launch();
    await first.untilActs(20);
    const postmaster = first.postmaster();
    await first.end('SIGKILL');
    const acknowledged = first.acts();
    const second = launch();
    await second.untilActs(1);
    expect(lives(postmaster)).toBe(false);
    expect(Number(second.saying('kept')[0])).toBeGreaterThanOrEqual(acknowledged);
  }, 60_000);

  it('is started again when PostgreSQL is killed, and has lost nothing', async () => {
    const one = launch();
    await one.untilActs(20);
    const before = one.postmaster();
    process.kill(before, 'SIGKILL');
    const seen = one.lines.length;
    await one.until(() => one.lines.length > seen + 40);
    expect(one.postmaster()).not.toBe(before);
    const numbers = one.saying('act').map(Number);
    for (const [index, number] of numbers.entries()) if (index) expect(number).toBeGreaterThan(numbers[index - 1] ?? 0);
  }, 60_000);

  it('refuses a second launcher for the same data, and starts after the first has stopped', async () => {
    const first = launch();
    await first.untilActs(1);
    const second = launch();
    await second.end('SIGCONT');
    expect(second.saying('refused')[0]).toContain('already uses');
    await first.end('SIGTERM');
    await launch().untilActs(1);
  }, 60_000);

  it('starts when a file of a killed server names a process that is another by now', async () => {
    const first = launch();
    await first.untilActs(1);
    const data = first.saying('data')[0] ?? '';
    await first.end('SIGTERM');
    writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n\n\n`);
    await launch().untilActs(1);
  }, 60_000);
});
