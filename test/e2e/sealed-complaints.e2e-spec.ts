import { randomBytes } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { symbols } from 'pino';
import { CaseKeysService, ComplaintsService } from '../../src/features/complaints/index.js';
import { CasesService } from '../../src/features/complaints/cases.service.js';
import { caseIdOf } from '../../src/features/complaints/domain/receipt-code.js';
import { FollowService } from '../../src/features/complaints/follow.service.js';
import { crockford } from '../../src/kernel/ids.js';
import { log } from '../../src/platform/log/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { CASE_SECRET } from '../support/given-case-keys.js';
import { givenChannels } from '../support/given-chain.js';
import { actorOf, givenOrganisation, givenPerson, givenStaff, type GivenPerson, PASSWORD, type Staff } from '../support/given-people.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(180_000);

const COMPLAINTS = 200;
/** Stands in every text, so that one search finds any of them. */
const MARK = crockford(20);
const CODE = /[0-9A-HJKMNP-TV-Z]{26}/g;
/** Cut to its sure letters, a short secret leaves so little base64 (four letters of a staff number) that any random bytes hold it somewhere. */
const SHORTEST_BASE64 = 8;
/** As somebody would look for it: in letters, as the dump shows bytes, in base64 at each of its three places, and in two bytes a letter. */
const shapesOf = (secret: string): readonly Buffer[] => {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((skip) =>
    Buffer.concat([Buffer.alloc(skip), bytes])
      .toString('base64')
      .slice(skip === 0 ? 0 : 4, -4),
  );
  const told = base64.filter((text) => text.length >= SHORTEST_BASE64).map((text) => Buffer.from(text));
  return [bytes, Buffer.from(bytes.toString('hex')), ...told, Buffer.from(secret, 'utf16le')];
};
const isIn = (secrets: readonly string[], places: readonly Buffer[]): string[] =>
  secrets.filter((secret) => shapesOf(secret).some((shape) => places.some((place) => place.includes(shape))));

/** What was written under a folder since then. */
const filesUnder = async (folder: string, since = 0): Promise<Buffer[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: Buffer[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    if ((await stat(file)).mtimeMs >= since) found.push(await readFile(file));
  }
  return found;
};

describe('200 complaints', () => {
  let app: TestApp;
  let staff: Staff;
  let authors: GivenPerson[];
  const lines: string[] = [];
  let dumped: Buffer = Buffer.alloc(0);
  const began = Date.now() - 1_000;
  const told: { readonly code: string; readonly text: string; readonly answer: string }[] = [];

  /** Every row of every table, the queue of jobs among them, as a dump would show it. */
  const dump = async (): Promise<Buffer> => {
    const tables = await app.database.asOwner(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')`,
    );
    const all: string[] = [];
    for (const { name } of tables)
      for (const { row } of await app.database.asOwner(`select t::text as row from ${String(name)} t`))
        all.push(`${String(name)} ${String(row)}`);
    return Buffer.from(all.join('\n'));
  };
  /** The files of this database, and the log of all writes. */
  const databaseFiles = async (): Promise<Buffer[]> => {
    await app.database.asOwner('checkpoint');
    const [where] = await app.database.asOwner(
      `select current_setting('data_directory') as folder, (select oid from pg_database where datname = current_database())::text as oid`,
    );
    const folder = String(where?.['folder']);
    return [...(await filesUnder(join(folder, 'base', String(where?.['oid'])))), ...(await filesUnder(join(folder, 'pg_wal'), began))];
  };
  /** Mail, keys and whatever else the application keeps beside its database. */
  const ownFiles = (): Promise<Buffer[]> => filesUnder(app.folder);
  const visitorOf = async ({ email }: GivenPerson): Promise<Visitor> => {
    const visitor = app.visitor();
    await visitor.post('/login', { login: email ?? '', password: PASSWORD }, '/login');
    return visitor;
  };

  beforeAll(async () => {
    app = await appFor('sealed complaints', '2026-03-05T09:00:00Z');
    [staff, authors] = await app.database.transactions.run(async (tx) => {
      await givenOrganisation(tx);
      const given = await givenStaff(tx);
      await givenChannels(tx, given);
      const people: GivenPerson[] = [];
      for (let at = 0; at < 20; at += 1) people.push(await givenPerson(tx, { account: at < 3 }));
      return [given, people] as const;
    });
    const stream = Reflect.get(log, symbols.streamSym) as { write(line: string): boolean };
    jest.spyOn(stream, 'write').mockImplementation((line) => lines.push(line) > 0);
    log.level = 'trace';
  });
  afterAll(async () => {
    log.level = 'silent';
    jest.restoreAllMocks();
    await app.close();
  });

  it('with a name and without, each with an answer, are kept', async () => {
    const get = app.running.app;
    const [complaints, follow, cases, keys] = [
      get.get(ComplaintsService),
      get.get(FollowService),
      get.get(CasesService),
      get.get(CaseKeysService),
    ];
    const handler = { actor: actorOf(staff.complaintHandler, 'complaint_handler'), sessionId: 's' };
    await keys.open(handler, CASE_SECRET);
    for (let at = 0; at < COMPLAINTS; at += 1) {
      const one = { code: complaints.newCode(), text: `${MARK} ${crockford(12)}`, answer: `${MARK} ${crockford(12)}` };
      const asked = {
        toolId: null,
        tool: '',
        when: '',
        about: '',
        barredIds: [],
        desk: 'handler',
        isDisclosure: false,
        category: 'other',
      } as const;
      const author = authors[(at / 2) % authors.length];
      if (at % 2 === 0 && author) await complaints.lodge(actorOf(author), { ...asked, ...one });
      else await complaints.report({ ...asked, ...one });
      if (at % 10 === 0) await complaints.addFiles(one.code, [{ name: 'a.txt', type: '', bytes: Buffer.from(one.text) }]);
      await cases.write(handler, caseIdOf(one.code), { kind: 'reply', text: one.answer, outcome: null, referredTo: null });
      if (at % 5 === 0) await follow.answer(one.code, one.text);
      told.push(one);
    }
    keys.lock(handler);
    expect(await app.database.asOwner('select count(*)::int as n from complaints')).toEqual([{ n: COMPLAINTS }]);
  });

  it('through the pages as well, with their lines in the log', async () => {
    const [author] = authors;
    if (!author) throw new Error('Expected: an author. Found: none.');
    const visitor = await visitorOf(author);
    const { html } = await visitor.get('/complaints/new');
    const code = /name="case" value="([0-9A-Z]{26})"/.exec(html)?.[1] ?? '';
    const text = `${MARK} ${crockford(12)}`;
    const sent = await visitor.post('/complaints/new', { case: code, category: 'other', text, desk: 'handler', disclosure: 'no' });
    expect(sent.status).toBe(200);
    const guest = app.visitor();
    expect((await guest.post('/report/follow', { case: code }, '/report/follow')).html).toContain(text);
    told.push({ code, text, answer: text });
    await app.runJobs();
    expect(lines.join('')).toContain('"route":"/login"');
    expect(lines.filter((line) => /report|complaints/.test(line))).toEqual([]);
  });

  it('are found in no file of the database, no dump, no upload, no job and no log', async () => {
    dumped = await dump();
    const places = [dumped, ...(await databaseFiles()), ...(await ownFiles()), Buffer.from(lines.join(''))];
    expect(isIn([MARK], places)).toEqual([]);
    const codes = new Set(told.map(({ code }) => code));
    expect(places.flatMap((place) => place.toString('latin1').match(CODE) ?? []).filter((word) => codes.has(word))).toEqual([]);
  });

  it('are linked with no author by any row, job, mail or line', async () => {
    const rows = dumped
      .toString()
      .split('\n')
      .filter((row) => /^public\.(complaint|case_|confidential|idempotency|evidence)|^graphile_worker/.test(row));
    const places = [Buffer.from(rows.join('\n')), ...(await ownFiles()), Buffer.from(lines.join(''))];
    expect(rows.length).toBeGreaterThan(COMPLAINTS * 3);
    expect(
      isIn(
        authors.flatMap(({ id, name, email, staffNumber }) => [id, name, email ?? '', staffNumber]),
        places,
      ),
    ).toEqual([]);
  });

  it('would be found in the open, each way (the control)', async () => {
    const marks = [crockford(24), crockford(24)];
    await app.database.asOwner(`insert into settings (name, value, changed_by, changed_at) values ('planted', $1, 'p_x', now())`, [
      JSON.stringify(marks[0]),
    ]);
    await app.database.asOwner(
      `insert into complaint_files (id, complaint_id, sealed, on_day) values ('f_planted', 'k_planted', $1, '2026-03-05')`,
      [Buffer.from(`open ${String(marks[1])}`)],
    );
    expect(isIn(marks, [await dump()])).toEqual(marks);
    expect(isIn(marks, await databaseFiles())).toEqual(marks);
    const { id, staffNumber } = staff.complaintHandler;
    expect(isIn([id, staffNumber], [await dump()])).toEqual([id, staffNumber]);
    for (const before of ['', '-', '--'])
      expect(isIn(marks, [Buffer.from(Buffer.from(`${before}${marks.join('')}-`).toString('base64'))])).toEqual(marks);
    expect(isIn([staffNumber], [randomBytes(10_000_000)])).toEqual([]);
    expect(isIn([staffNumber], [Buffer.from(randomBytes(10_000_000).toString('base64'))])).toEqual([]);
  });

  it('are all read with the key beside the data (the control)', async () => {
    const { 0: cases, 1: keys } = [app.running.app.get(CasesService), app.running.app.get(CaseKeysService)];
    const handler = { actor: actorOf(staff.complaintHandler, 'complaint_handler'), sessionId: 's' };
    await keys.open(handler, CASE_SECRET);
    const opened = await Promise.all(
      told.map(async ({ code }) => {
        const answer = await cases.case(handler, caseIdOf(code));
        return answer.kind === 'open' ? JSON.stringify(answer.view) : '';
      }),
    );
    expect(told.filter(({ text }) => opened.some((one) => one.includes(text)))).toHaveLength(told.length);
    expect(authors.filter(({ name }) => opened.some((one) => one.includes(name)))).toHaveLength(authors.length);
  });
});
