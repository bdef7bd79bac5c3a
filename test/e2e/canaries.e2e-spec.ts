import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';
import { symbols } from 'pino';
import { FEATURES } from '../../src/features.js';
import { crockford, newSecret } from '../../src/kernel/ids.js';
import { HttpModule } from '../../src/platform/http/index.js';
import { log } from '../../src/platform/log/index.js';
import { appFor, type TestApp } from '../support/app.js';
import type { FoundForm } from '../support/crawler.js';
import { bodyOf, buttonsOf, changed, filled, isFrame, type Sent } from '../support/forms.js';
import { Html } from '../support/html.js';
import { wide } from '../support/long.js';
import { addressWith, anyRowsQueryOf } from '../support/route-rows.catalogue.js';
import { answersAt, routesOf } from '../support/routes.js';
import { sampleTemplate } from '../support/sample.js';
import { letIn } from '../support/worlds.js';
import { Visitor } from '../support/visitor.js';

jest.setTimeout(900_000);

const COUNT = 200;
const MARK = `kanarie${crockford(10).toLowerCase()}`;
/** Two hundred values that nobody types by chance; each also reads as a name, so that fields with a form of their own take it. */
const CANARIES = Array.from({ length: COUNT }, (_, n) => `${MARK}x${n}x`);
const hasCanary = (text: string): boolean => text.toLowerCase().includes(MARK);

const TYPED = new Set(['text', 'search', 'textarea', 'email', 'tel', 'url', 'password', 'date', 'number']);
const WORDS = new Set(['text', 'search', 'textarea', 'email', 'password']);
/** Pages whose address holds a number that was typed. */
const NUMBERS: readonly string[] = ['/council/settings/seats'];
const LEAVE: readonly string[] = ['/logout', '/role', '/settings/language', '/settings/me/password', '/settings/me/code'];
const routes = routesOf([...FEATURES, HttpModule]);
const routeOf = (method: string, path: string): string =>
  routes
    .filter((route) => route.method === method && answersAt(route, path.split('?')[0] ?? ''))
    .sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]?.path ?? path;

interface Typist {
  readonly role: string;
  readonly visitor: Visitor;
}
interface Case extends Typist {
  readonly found: FoundForm;
}

describe('two hundred values, typed into every field there is', () => {
  let app: TestApp;
  const lines: string[] = [];
  const addresses: string[] = [];
  const typists: Typist[] = [];
  const cases: Case[] = [];
  const statuses = new Map<number, number>();
  const used = new Set<string>();
  let next = 0;

  const canary = (): string => {
    const value = CANARIES[next % COUNT] ?? '';
    next += 1;
    used.add(value);
    return value;
  };
  /** Every field that can be typed into holds a value of its own; what is chosen stays as it was. */
  const typedInto = ({ form }: FoundForm, make: (type: string) => string = shaped): Sent => {
    const base: Sent = [...filled(form), ...(form.endsPlainly ? [] : (buttonsOf(form).at(-1) ?? []))];
    return form.fields
      .filter(({ name, type, tag }) => !isFrame(name) && (TYPED.has(type) || tag === 'textarea'))
      .reduce((sent, { name, type }) => changed(sent, name, make(type)), base);
  };
  const shaped = (type: string): string => (type === 'email' ? `${canary()}@voorbeeld.test` : `${canary()} is getypt`);

  /** Each kind of form once, those too that follow only when another was sent. */
  const seen = new Set<string>();
  const noteForms = (typist: Typist, page: string, html: string): void => {
    for (const form of new Html(html).forms()) {
      const kind = `${form.method} ${routeOf('POST', form.action)} ${[...new Set(form.fields.map(({ name }) => name))].sort().join(' ')}`;
      if (seen.has(kind) || LEAVE.includes(new URL(form.action, app.url).pathname)) continue;
      seen.add(kind);
      cases.push({ ...typist, found: { page, form } });
    }
  };
  /** What came back may show the values, as text. No address in it may hold one: not where it sends to, and no link or form on it. */
  const noteAddresses = (name: string, response: Response, text: string): void => {
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
    const location = response.headers.get('location') ?? '';
    const found = [location, ...[...response.headers].filter(([key]) => key !== 'location').map(([, value]) => value)];
    if ((response.headers.get('content-type') ?? '').startsWith('text/html'))
      for (const { attributes } of new Html(text).elements())
        found.push(attributes['href'] ?? '', attributes['action'] ?? '', attributes['src'] ?? '', attributes['formaction'] ?? '');
    if (found.some(hasCanary)) addresses.push(name);
  };
  const send = async ({ role, visitor, found }: Case, sent: Sent, headers: Record<string, string> = {}): Promise<void> => {
    const { body, headers: own } = bodyOf(found.form, sent);
    const response = await visitor.fetch(found.form.action, { method: 'POST', body, headers: { ...own, ...headers } });
    const name = `${role} ${routeOf('POST', found.form.action)}`;
    const text = await response.text();
    noteAddresses(name, response, text);
    if (response.status === 200) noteForms({ role, visitor }, found.form.action, text);
    const on = response.headers.get('location');
    if (!on) return;
    const after = await visitor.fetch(on, {});
    noteAddresses(`${name}, then ${routeOf('GET', on)}`, after, await after.text());
  };
  const open = async (typist: Typist, path: string): Promise<void> => {
    const answer = await typist.visitor.get(path);
    noteForms(typist, answer.path, answer.html);
  };
  const everyCase = async (work: (one: Case) => Promise<void>, way = 0, ways = 1): Promise<void> => {
    for (const [at, one] of cases.entries()) if (at % ways === way) await work(one);
  };

  beforeAll(async () => {
    app = await appFor('canaries', '2026-03-02T09:00:00Z', await sampleTemplate());
    const stream = Reflect.get(log, symbols.streamSym) as { write(line: string): boolean };
    jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0);
    log.level = 'trace';
    const people = await app.database.asOwner(
      `select distinct on (g.role) g.role, p.id, p.email from role_grants g join persons p on p.id = g.person_id
       where g.accepted_at is not null and g.ended_at is null order by g.role, p.name`,
    );
    const [somebody] = await app.database.asOwner(`select 'employee' as role, id, email from persons where name = 'Fatima Bouzid'`);
    typists.push({ role: 'guest', visitor: app.visitor() });
    for (const { role, id, email } of [somebody, ...people].filter((one) => one !== undefined)) {
      const token = newSecret(32);
      await letIn(app, { role: String(role), personId: String(id), mail: String(email), token });
      typists.push({ role: String(role), visitor: new Visitor(app.url, { '__Host-sid': token }) });
    }
    for (const route of routes.filter(({ method, api }) => method === 'GET' && !api)) {
      const query = anyRowsQueryOf(route.path);
      const rows = query ? await app.database.asOwner(`select * from (${query}) named order by 1 limit $1`, [wide(20, 3)]) : [];
      const found = query ? rows.map((row) => addressWith(route.path, Object.values(row).map(String))) : [route.path];
      const readers = typists.filter(({ role }) =>
        (route.allowed ?? []).some((one) => one === role || (one === 'signed-in' && role === 'employee') || one === 'anyone'),
      );
      for (const typist of readers.slice(0, wide(30, 2))) for (const path of found) await open(typist, path);
    }
  });
  afterAll(async () => {
    log.level = 'silent';
    jest.restoreAllMocks();
    await app.close();
  });

  it('are sent by forms that keep them out of the address', () => {
    const typed = ({ found: { form } }: Case): boolean => form.fields.some(({ type, tag }) => WORDS.has(type) || tag === 'textarea');
    expect(
      cases
        .filter((one) => one.found.form.method !== 'post' && typed(one))
        .map(({ found }) => found.page)
        .filter((page) => !NUMBERS.includes(page)),
    ).toEqual([]);
    expect(cases.filter(typed).length).toBeGreaterThan(40);
  });

  it('are sent while the database refuses every row, and says so in its own words', async () => {
    await app.database.asOwner(
      `create function refuse_all() returns trigger language plpgsql as $$ begin raise exception 'no row: %', new::text; end $$`,
    );
    const tables = await app.database.asOwner(
      `select c.relname as tablename from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and c.relname not in ('sessions', 'idempotency_keys', 'migrations')`,
    );
    for (const { tablename } of tables)
      await app.database.asOwner(
        `create trigger refuse_all before insert or update on ${String(tablename)} for each row execute function refuse_all()`,
      );
    const before = statuses.get(500) ?? 0;
    await everyCase((one) => send(one, typedInto(one.found)));
    const broken = (statuses.get(500) ?? 0) - before;
    for (const { tablename } of tables) await app.database.asOwner(`drop trigger refuse_all on ${String(tablename)}`);
    expect(broken).toBeGreaterThan(5);
  });

  it('are taken, shown again, and refused', async () => {
    await everyCase((one) => send(one, typedInto(one.found)));
    await everyCase((one) =>
      send(
        one,
        typedInto(one.found, () => `${canary()}\0`),
      ),
    );
    await everyCase((one) =>
      send(
        one,
        typedInto(one.found, () => `${canary()}${'y'.repeat(wide(50_000, 12_000))}`),
      ),
    );
    await everyCase((one) => send(one, changed(typedInto(one.found), '_csrf', canary())));
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 303, 403, 422]));
    expect(used.size).toBe(COUNT);
  });

  it('are sent where nothing can read them', async () => {
    const { visitor } = typists.find(({ role }) => role === 'hr_registrar')!;
    const tries: [string, RequestInit][] = [
      [`/${canary()}`, {}],
      [`/tools/${canary()}`, {}],
      [`/tools/${canary()}%00`, {}],
      [`/?lang=${canary()}`, {}],
      [`/login?next=/${canary()}`, {}],
      ['/api/v1/agent-enrolments', { method: 'POST', body: `{"code":"${canary()}"`, headers: { 'content-type': 'application/json' } }],
      [
        '/api/v1/agent-enrolments',
        {
          method: 'POST',
          body: JSON.stringify({ code: canary(), publicKey: { x: canary() } }),
          headers: { 'content-type': 'application/json' },
        },
      ],
      [
        `/api/v1/agents/${canary()}/leases`,
        {
          method: 'POST',
          body: JSON.stringify({ person: canary(), settingsHash: canary() }),
          headers: { 'content-type': 'application/json', dpop: canary() },
        },
      ],
      ['/tools/new', { method: 'POST', body: canary(), headers: { 'content-type': `text/${canary()}` } }],
      ['/tools/new', { method: 'POST', body: `--${canary()}`, headers: { 'content-type': `multipart/form-data; boundary=${canary()}` } }],
      [
        '/',
        {
          headers: {
            'user-agent': canary(),
            referer: `https://elsewhere.test/${canary()}`,
            'accept-language': canary(),
            'x-request-id': canary(),
          },
        },
      ],
    ];
    for (const [path, init] of tries) {
      const response = await visitor.fetch(path, init);
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      await response.text();
    }
  });

  it('make jobs fail', async () => {
    await app.database.asOwner(
      `select graphile_worker.add_job(t.identifier, json_build_object('toolId', $1::text, 'orderId', $1::text, 'personId', $1::text, 'to', $1::text))
       from graphile_worker._private_tasks t`,
      [canary()],
    );
    await app.runJobs().catch(() => undefined);
    expect(lines.some((line) => line.includes('job failed'))).toBe(true);
    const stored = await app.database.asOwner(`select last_error from graphile_worker._private_jobs where last_error is not null`);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.map((row) => String(row['last_error'])).filter(hasCanary)).toEqual([]);
  });

  it('stand in no line of the log', () => {
    expect(lines.length).toBeGreaterThan(500);
    expect(lines.filter(hasCanary)).toEqual([]);
  });

  it('stand in no line of the log of the database', async () => {
    const [row] = await app.database.asOwner('show data_directory');
    const written = readFileSync(join(dirname(String(row?.['data_directory'])), 'postgres.log'), 'utf8');
    expect(written.length).toBeGreaterThan(0);
    expect(written.split('\n').filter(hasCanary)).toEqual([]);
  });

  it('stand in no address, no header and no link', () => expect(addresses).toEqual([]));

  it('stand in the subject and sender of no mail', async () => {
    const mails = await app.mails();
    expect(mails.length).toBeGreaterThan(2);
    expect(mails.map(({ subject, from }) => `${subject} ${from?.name} ${from?.address}`).filter(hasCanary)).toEqual([]);
  });

  it('stand in no answer about health, and there is no page of metrics', async () => {
    const guest = app.visitor();
    for (const path of ['/health/live', '/health/ready']) expect(hasCanary((await guest.get(path)).html)).toBe(false);
    expect((await guest.get('/metrics')).status).toBe(404);
  });

  it('are found where they may be, and would be found elsewhere (the control)', async () => {
    const tables = await app.database.asOwner(`select tablename from pg_tables where schemaname = 'public'`);
    const names = tables.map((row) => String(row['tablename']));
    const [found] = await app.database.asOwner(
      names
        .map((name) => `select '${name}' as name where exists (select from ${name} t where t::text like '%${MARK}%')`)
        .join(' union all ')
        .replace(/^/, 'select array_agg(name) as names from (')
        .concat(') held'),
    );
    expect((found?.['names'] as string[] | null)?.length).toBeGreaterThan(5);
    log.info({ typed: CANARIES[7] }, 'a mistake');
    expect(lines.filter(hasCanary)).toHaveLength(1);
    expect(hasCanary(`/people?q=${CANARIES[8]}`)).toBe(true);
  });
});
