import { jest } from '@jest/globals';
import { FirstRun } from '../../src/platform/config/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { codeAt, stepAt } from '../../src/features/people/index.js';
import { givenPerson, givenStaff, PASSWORD, type Staff, totpAt } from '../support/given-people.js';
import type { Visitor } from '../support/visitor.js';

jest.setTimeout(30_000);

const linkIn = (text: string | undefined): string => new URL(/https?:\/\/\S+/.exec(text ?? '')?.[0] ?? 'http://none.test/').pathname;
const NEW_PASSWORD = 'een heel ander wachtwoord';
const chosen = { newPassword: NEW_PASSWORD, repeated: NEW_PASSWORD };

describe('set-up', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await appFor('set_up');
  });
  afterAll(() => app.close());

  const form = {
    organisation: 'Gemeente Voorbeeld',
    jurisdiction: 'NL',
    unit: 'Bedrijfsvoering',
    name: 'Yvonne Maas',
    staffNumber: '0001',
    email: 'yvonne@voorbeeld.test',
    language: 'nl',
    ...chosen,
  };

  it('takes one link, once, and signs the first administrator in', async () => {
    const path = linkIn((await app.running.app.get(FirstRun, { strict: false }).setupLink()) ?? '');
    const visitor = app.visitor();
    expect((await visitor.get('/setup/WRONGCODE')).status).toBe(404);
    expect((await visitor.get(path)).status).toBe(200);
    const short = await visitor.post(path, { ...form, newPassword: 'kort', repeated: 'kort' });
    expect([short.status, short.html.includes('ten minste 12 tekens')]).toEqual([422, true]);
    const foreign = await visitor.post(path, { ...form, jurisdiction: 'DE' });
    expect(foreign.status).toBe(422);
    const done = await visitor.post(path, form, path);
    expect([done.status, done.path]).toEqual([200, '/settings/org']);
    expect(done.html).toContain('Beheerder van de organisatie');
    expect((await app.visitor().post(path, form)).status).toBe(404);
    expect(await app.running.app.get(FirstRun, { strict: false }).setupLink()).toBeNull();
    const acts = await app.database.asOwner('select type from evidence_entries order by type');
    expect(acts.map(({ type }) => type)).toEqual(['organisation.set-up', 'tool.started']);
    const tools = await app.database.asOwner('select name, starter, is_platform, registered_role from tools');
    expect(tools).toEqual([{ name: 'Countersign', starter: 'countersign', is_platform: true, registered_role: 'system' }]);
  });
});

describe('people', () => {
  let app: TestApp;
  let staff: Staff;
  beforeAll(async () => {
    app = await appFor('people');
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    staff = await app.database.transactions.run(givenStaff);
  });

  const signIn = async (who: keyof Staff, password = PASSWORD): Promise<Visitor> => {
    const visitor = app.visitor();
    const answer = await visitor.post('/login', { login: staff[who].email ?? '', password }, '/login');
    if (answer.path.startsWith('/login/code')) await visitor.post('/login/code', { code: totpAt(app.clock.now()) });
    return visitor;
  };
  const cookieOf = (visitor: Visitor): string | undefined => visitor['cookies'].get('__Host-sid');

  it('sign in by mail address or staff number, and out', async () => {
    const visitor = await signIn('hr');
    expect((await visitor.get('/settings/me')).status).toBe(200);
    await visitor.post('/logout');
    expect((await visitor.get('/settings/me')).path).toContain('/login');
    const byNumber = app.visitor();
    await byNumber.post('/login', { login: staff.hr.staffNumber, password: PASSWORD, _next: '/settings/org' }, '/login');
    expect((await byNumber.get('/settings/org')).status).toBe(200);
  });

  it('get the same answer for a wrong password, an unknown account and one without a password', async () => {
    const answers = [];
    for (const login of [staff.hr.email ?? '', 'niemand@voorbeeld.test']) {
      const answer = await app.visitor().post('/login', { login, password: 'niet het wachtwoord' }, '/login');
      answers.push([answer.status, answer.html.replaceAll(login, 'LOGIN')]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(422);
  });

  it('are held up after ten attempts, known or not, and may try again after a quarter of an hour', async () => {
    for (const login of [staff.hr.email ?? '', 'onbekend@voorbeeld.test']) {
      const attempt = async (password: string) => (await app.visitor().post('/login', { login, password }, '/login')).status;
      for (let n = 0; n < 10; n += 1) expect(await attempt('niet het wachtwoord')).toBe(422);
      expect(await attempt(PASSWORD)).toBe(429);
    }
    app.clock.advance({ minutes: 15, seconds: 1 });
    expect((await (await signIn('hr')).get('/settings/me')).path).toBe('/settings/me');
  });

  it('get hostile input refused, never a broken page', async () => {
    const visitor = app.visitor();
    const logins = ["' or 1=1 --", '<script>alert(1)</script>', 'x'.repeat(5000), 'a\u0000b'];
    for (const login of logins) {
      const answer = await visitor.post('/login', { login, password: PASSWORD }, '/login');
      expect(answer.status).toBe(422);
      expect(answer.html).not.toContain('<script>alert');
    }
    expect((await visitor.post('/login', { login: ['a', 'b'], password: ['c', 'd'] }, '/login')).status).toBe(422);
    expect((await visitor.post('/login', {}, '/login')).status).toBe(422);
    for (const next of ['//elders.test', 'https://elders.test', '/\\elders.test']) {
      expect((await visitor.get(`/login?next=${encodeURIComponent(next)}`)).html).toContain('name="_next" value="/"');
    }
  });

  it('find nothing at an address with a character that no text holds', async () => {
    const visitor = await signIn('orgAdmin');
    for (const path of ['/settings/people/%00', '/settings/people/%00/roles', '/settings/people/import/%00', '/settings/org/facts/%00']) {
      expect([path, (await visitor.get(path)).status]).toEqual([path, 404]);
    }
    expect((await visitor.post('/settings/language', { language: 'de' }, '/settings/me')).status).toBe(422);
  });

  it('get another session at each sign-in, and lose it after an hour of silence or twelve hours', async () => {
    const visitor = await signIn('hr');
    const first = cookieOf(visitor);
    await visitor.post('/login', { login: staff.hr.email ?? '', password: PASSWORD }, '/login');
    expect(cookieOf(visitor)).not.toBe(first);
    const stored = await app.database.asOwner('select token_hash, ended_at from sessions where person_id = $1', [staff.hr.id]);
    expect(stored.filter(({ ended_at: ended }) => ended === null)).toHaveLength(1);
    expect(stored.map(({ token_hash: hash }) => hash)).not.toContain(cookieOf(visitor));
    app.clock.advance({ minutes: 59, seconds: 59 });
    expect((await visitor.get('/settings/me')).path).toBe('/settings/me');
    app.clock.advance({ hours: 1 });
    expect((await visitor.get('/settings/me')).path).toContain('/login');
  });

  it('who lead the council give a code of their telephone, each code once', async () => {
    const visitor = app.visitor();
    const step = await visitor.post('/login', { login: staff.chair.email ?? '', password: PASSWORD }, '/login');
    expect(step.path).toContain('/login/code');
    expect((await visitor.get('/settings/me')).path).toContain('/login');
    await visitor.get('/login/code');
    expect((await visitor.post('/login/code', { code: '000000' })).status).toBe(422);
    const code = totpAt(app.clock.now());
    await visitor.post('/login/code', { code });
    expect((await visitor.get('/settings/officers')).status).toBe(200);
    const again = app.visitor();
    await again.post('/login', { login: staff.chair.email ?? '', password: PASSWORD }, '/login');
    expect((await again.post('/login/code', { code })).status).toBe(422);
    app.clock.advance({ minutes: 1 });
    expect((await again.post('/login/code', { code: totpAt(app.clock.now()) })).status).not.toBe(422);
  });

  it('who lead the council enrol a telephone before they act as officer', async () => {
    await app.database.asOwner('update accounts set totp_secret = null, totp_confirmed_at = null where person_id = $1', [
      staff.secretary.id,
    ]);
    const visitor = app.visitor();
    const landed = await visitor.post('/login', { login: staff.secretary.email ?? '', password: PASSWORD }, '/login');
    expect(landed.path).toBe('/settings/me/code');
    expect((await visitor.get('/settings/officers')).status).toBe(403);
    expect((await visitor.post('/role', { role: 'or_secretary' }, '/role')).path).toBe('/settings/me/code');
    const [{ secret } = { secret: '' }] = (await app.database.asOwner('select totp_secret as secret from accounts where person_id = $1', [
      staff.secretary.id,
    ])) as { secret: string }[];
    expect(landed.html).toContain('otpauth://totp/');
    expect((await visitor.post('/settings/me/code', { code: '111111' }, '/settings/me/code')).status).toBe(422);
    await visitor.post('/settings/me/code', { code: codeAt(secret, stepAt(app.clock.now())) }, '/settings/me/code');
    await visitor.post('/role', { role: 'or_secretary' }, '/role');
    expect((await visitor.get('/settings/officers')).status).toBe(200);
  });

  it('switch to a role they hold, and to no other', async () => {
    await app.database.asOwner("insert into role_grants values ('g_manager', $1, 'manager', null, now(), now(), null, null)", [
      staff.hr.id,
    ]);
    const visitor = await signIn('hr');
    await visitor.post('/role', { role: 'manager' }, '/role');
    expect((await visitor.get('/settings/me')).html).toContain('<strong>Leidinggevende</strong>');
    for (const role of ['director', 'system', '', '__proto__']) expect((await visitor.post('/role', { role }, '/role')).status).toBe(422);
  });

  it('read in their language, guests by a cookie', async () => {
    const guest = app.visitor();
    expect((await guest.get('/login?lang=en')).html).toContain('Sign in');
    expect((await guest.get('/login')).html).toContain('<html lang="en"');
    const visitor = await signIn('hr');
    await visitor.post('/settings/language', { language: 'en' }, '/settings/me');
    expect((await visitor.get('/settings/me')).html).toContain('<html lang="en"');
    expect((await visitor.get('/settings/me?lang=nl')).html).toContain('<html lang="nl"');
    expect((await visitor.get('/settings/me')).html).toContain('<html lang="nl"');
  });

  it('cannot post a form without the token of their session', async () => {
    const visitor = await signIn('hr');
    expect((await visitor.post('/settings/units', { name: 'Nieuw', _csrf: 'wrong' }, '/settings/units')).status).toBe(403);
    expect((await visitor.post('/settings/units', { name: 'Nieuw' }, '/settings/units')).status).toBe(200);
  });

  it('answer only the facts that their role owns', async () => {
    const hr = await signIn('hr');
    expect((await hr.get('/settings/org/facts/publicBody')).status).toBe(404);
    expect((await hr.post('/settings/org/facts/publicBody', { value: 'no' }, '/settings/org')).status).toBe(404);
    expect((await hr.post('/settings/org/facts/representativeBody', { value: 'or' }, '/settings/org')).status).toBe(404);
    expect((await hr.post('/settings/org/facts/headcount', { value: '3' }, '/settings/org/facts/headcount')).html).toContain(
      'minder dan het aantal mensen',
    );
    expect((await hr.post('/settings/org/facts/headcount', { value: '5000' }, '/settings/org/facts/headcount')).path).toBe('/settings/org');
    await app.runJobs();
    const everyone = Object.values(staff).map(({ email }) => email);
    const mails = (await app.mails()).filter(({ to }) => everyone.includes(to?.[0]?.address ?? null));
    const told = mails.map(({ to }) => to?.[0]?.address);
    expect(new Set(told)).toEqual(new Set([staff.chair, staff.dpo, staff.member, staff.secretary].map(({ email }) => email)));
    expect(told).toHaveLength(4);
    expect(mails[0]?.text).toContain('5.000');
  });

  it('invite somebody by mail, who chooses a password once', async () => {
    const { id } = await app.database.transactions.run((tx) => givenPerson(tx, { account: false, email: 'nieuw@voorbeeld.test' }));
    const hr = await signIn('hr');
    await hr.post(`/settings/people/${id}/invitation`, {}, `/settings/people/${id}`);
    await app.runJobs();
    const path = linkIn((await app.mails()).find(({ to }) => to?.[0]?.address === 'nieuw@voorbeeld.test')?.text);
    const visitor = app.visitor();
    expect((await visitor.post(path, { newPassword: NEW_PASSWORD, repeated: 'iets anders' }, path)).status).toBe(422);
    expect((await visitor.post(path, chosen, path)).path).toBe('/login');
    expect((await visitor.post(path, chosen)).status).toBe(404);
    await visitor.post('/login', { login: 'nieuw@voorbeeld.test', password: NEW_PASSWORD }, '/login');
    expect((await visitor.get('/settings/me')).status).toBe(200);
  });

  it('without mail get a code on paper, good for seven days', async () => {
    const { id } = await app.database.transactions.run((tx) => givenPerson(tx, { account: false, email: null }));
    const hr = await signIn('hr');
    const printed = await hr.post(`/settings/people/${id}/invitation`, {}, `/settings/people/${id}`);
    const code = /cs-code--large">([^<]+)</.exec(printed.html)?.[1] ?? '';
    expect(code.replaceAll(' ', '')).toHaveLength(20);
    app.clock.advance({ days: 7, seconds: -1 });
    const visitor = app.visitor();
    expect((await visitor.post('/invitation', { code: code.toLowerCase() }, '/invitation')).path).toContain('/invitation/');
    app.clock.advance({ seconds: 1 });
    expect((await visitor.post('/invitation', { code }, '/invitation')).status).toBe(422);
  });

  it('are added by HR, and found without their name in an address', async () => {
    const hr = await signIn('hr');
    const person = {
      staff_number: 'A-17',
      name: 'Zoë Nieuwenhuis',
      email: 'zoe@voorbeeld.test',
      unit: 'Publiekszaken',
      starts_on: '2026-01-01',
      language: 'nl',
      works_at_home: 'ja',
    };
    const bad = await hr.post('/settings/people/new', { ...person, starts_on: '31-02-2026', email: 'geen' }, '/settings/people/new');
    expect([bad.status, bad.html.includes('Zoë Nieuwenhuis')]).toEqual([422, true]);
    const added = await hr.post('/settings/people/new', person, '/settings/people/new');
    expect(added.path).toMatch(/^\/settings\/people\/p_/);
    const found = await hr.post('/settings/people/search', { text: 'nieuwenh' }, '/settings/people');
    expect([found.status, found.path, found.html.includes('A-17')]).toEqual([200, '/settings/people/search', true]);
    expect((await hr.post('/settings/people/search', { text: '%' }, '/settings/people')).html).toContain('Niemand gevonden');
  });

  it('who are no HR, administrator or officer find no register', async () => {
    for (const who of ['employee', 'director', 'it'] as const) {
      const visitor = await signIn(who);
      for (const path of ['/settings/people', '/settings/units', '/settings/people/import', '/settings/officers'])
        expect((await visitor.get(path)).status).toBe(404);
    }
  });

  it('see every page of theirs whole, in both languages', async () => {
    const pages: Readonly<Partial<Record<keyof Staff, readonly string[]>>> = {
      orgAdmin: [
        '/settings/org',
        '/settings/org/facts/publicBody',
        '/settings/people',
        '/settings/people/new',
        '/settings/people/import',
        '/settings/units',
        `/settings/people/${staff.chair.id}`,
        `/settings/people/${staff.chair.id}/roles`,
        '/role',
        '/settings/me',
        '/settings/me/password',
        '/settings/me/code',
      ],
      director: ['/settings/org/facts/worksCouncilExemptionReference', '/settings/org/facts/noRetaliationRule'],
      chair: [
        '/settings/officers',
        '/settings/officers/ending',
        '/settings/people',
        `/settings/people/${staff.employee.id}/roles`,
        '/settings/me',
        '/settings/me/code',
      ],
    };
    for (const [who, paths] of Object.entries(pages) as [keyof Staff, readonly string[]][]) {
      const visitor = await signIn(who);
      for (const path of paths)
        for (const lang of ['nl', 'en']) expect([path, (await visitor.get(`${path}?lang=${lang}`)).status]).toEqual([path, 200]);
    }
  });
});
