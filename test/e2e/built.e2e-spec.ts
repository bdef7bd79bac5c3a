import { jest } from '@jest/globals';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import ts from 'typescript';
import { writeProof } from '../../src/platform/signing/index.js';
import { freePort } from '../support/app.js';
import { until } from '../support/guarded.js';
import { leaseDesk } from '../support/lease-desk.js';
import { Visitor } from '../support/visitor.js';

jest.setTimeout(120_000);

const root = join(import.meta.dirname, '..', '..');
const cli = join(root, 'dist/app/cli.js');

interface Demo {
  readonly url: string;
  readonly decisionApi: { readonly key: string; readonly open: object; readonly closed: object } | null;
  readonly people: readonly { readonly role: string; readonly email: string; readonly password: string }[];
}

/** The other suites run the source. This is what `npm ci` built, packages and all, as people start it. */
describe('the built application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-built-'));
  let child: ChildProcess;
  let said = '';
  let demo: Demo;

  beforeAll(async () => {
    expect(existsSync(cli) ? 'built' : 'not built: npm run build').toBe('built');
    const { PATH, HOME } = process.env;
    const env = { PATH, HOME, COUNTERSIGN_DATA: folder, PORT: String(await freePort()) };
    child = spawn(process.execPath, [cli, 'demo'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await until('the demo is ready', () => /^Ready: /m.test(said), 100_000);
    demo = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Demo;
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  const signIn = async (role: string): Promise<Visitor> => {
    const person = demo.people.find((one) => one.role === role)!;
    const visitor = new Visitor(demo.url);
    const answer = await visitor.post('/login', { login: person.email, password: person.password }, '/login');
    if (!answer.path.startsWith('/login/code')) return visitor;
    const code = /name="(?:totp|code)"[^>]*value="(\d{6})"/.exec(answer.html)?.[1] ?? '';
    await visitor.post(answer.path, { code });
    return visitor;
  };

  it('signs people in, and shows each the own page', async () => {
    for (const role of ['employee', 'hr_registrar', 'or_chair', 'it_admin']) {
      const page = await (await signIn(role)).get('/me');
      expect([role, page.status, page.path]).toEqual([role, 200, '/me']);
    }
  });

  it('names two whole questions with their decisions, for whoever tries the decision API', async () => {
    const { key, ...questions } = demo.decisionApi ?? { key: '', open: {}, closed: {} };
    const asked = async (question: object) => {
      const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
      const answer = await fetch(`${demo.url}/access/v1/evaluation`, { method: 'POST', headers, body: JSON.stringify(question) });
      return [answer.status, ((await answer.json()) as { decision?: unknown }).decision];
    };
    expect([await asked(questions.open), await asked(questions.closed)]).toEqual([
      [200, true],
      [200, false],
    ]);
  });

  it.each(['start', 'migrate', 'evaluate', 'keys'])('explains %s when it is asked for help, and does nothing', (command) => {
    const { PATH } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, command, '--help'], {
      env: { PATH },
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect([status, stdout.startsWith('Usage: countersign <command>'), stderr]).toEqual([0, true, '']);
  });

  it('looks at the signature of whoever asks for a lease, on the thread that stands beside it', async () => {
    const key = generateKeyPairSync('ed25519').privateKey;
    const url = `${demo.url}/api/v1/agents/a_0000000000000000/leases`;
    const dpop = writeProof({ method: 'POST', url, jti: 'once', now: new Date() }, key);
    const body = JSON.stringify({ person: 'p_0000000000000000', settings: {} });
    const answer = await fetch(url, { method: 'POST', headers: { dpop, 'content-type': 'application/json' }, body });
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('agent.unknown')]);
  });

  it('lets a program that imports countersign/agent by name enrol with a code of IT, and tells it why it gets no lease', async () => {
    const it_ = await signIn('it_admin');
    const { html } = await it_.get('/agents/new');
    const tool = /<option value="(t_[^"]+)"/.exec(html)?.[1] ?? '';
    const made = await it_.post('/agents/new', { tool, device: 'LAPTOP-0417' });
    const CODE = /data-copy="([0-9A-Z]{26})"/.exec(made.html)?.[1] ?? '';
    const source = readFileSync(join(root, 'test/support/agent-by-name.mts'), 'utf8');
    const { code: input } = transformSync(source, { swcrc: false, jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } });
    const env = { PATH: process.env['PATH'], SERVER: demo.url, CODE, PERSON: 'p_0000000000000000' };
    const ran = spawnSync(process.execPath, ['--input-type=module'], { cwd: root, env, input, encoding: 'utf8', timeout: 30_000 });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(JSON.parse(ran.stdout)).toEqual({ away: true, said: expect.arrayContaining(['settings.differ']) as unknown, known: true });
  });

  it('gives a laptop its guard as one file, which needs nothing beside it and runs a command within its lease', async () => {
    const laptop = mkdtempSync(join(tmpdir(), 'countersign-laptop-'));
    const desk = await leaseDesk(10);
    const guard = join(laptop, 'countersign-guard.mjs');
    copyFileSync(join(root, 'dist/guard/countersign-guard.mjs'), guard);
    writeFileSync(join(laptop, 's.json'), '{}');
    const options = ['--server', desk.url, '--tool', 't_1', '--person', 'p_1', '--state', 'state', '--code', '0'.repeat(26)];
    const run = async (settings: string) => {
      const argv = [...options, '--settings', settings, '--', 'sh', '-c', 'exit 5'];
      const env = { PATH: `${dirname(process.execPath)}:${process.env['PATH']}` };
      const ran = spawn(guard, argv, { cwd: laptop, env, stdio: ['ignore', 'ignore', 'pipe'] });
      let told = '';
      ran.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
      return [await new Promise((resolve) => ran.once('exit', resolve)), told] as const;
    };
    expect(await run('s.json')).toEqual([5, '']);
    expect(await run('elsewhere.json')).toEqual([77, expect.stringMatching(/settings\.unreadable · expected: .*elsewhere\.json/)]);
    await desk.close();
    rmSync(laptop, { recursive: true });
  });

  it('shows a program that has it among its packages the types of countersign/agent', () => {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules/countersign'));
    const options = { module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
    const { resolvedModule } = ts.resolveModuleName('countersign/agent', join(folder, 'program.mts'), options, ts.sys);
    expect(resolvedModule?.resolvedFileName).toBe(join(root, 'src/agent/index.ts'));
  });

  it('prints a paper and reads a file that is uploaded', async () => {
    const member = await signIn('or_member');
    const paper = await member.fetch('/reports/annual/2026/pdf', {});
    expect([
      paper.status,
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ]).toEqual([200, '%PDF-']);
    const hr = await signIn('hr_registrar');
    const { html } = await hr.get('/settings/people/import');
    const form = new FormData();
    form.append('_csrf', /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '');
    form.append('file', new Blob(['staff_number;name\nA-1;Zoë\n'], { type: 'text/csv' }), 'people.csv');
    const read = await hr.fetch('/settings/people/import', { method: 'POST', body: form });
    expect([200, 303, 422]).toContain(read.status);
    expect(said).not.toContain('unexpected error');
  });
});
