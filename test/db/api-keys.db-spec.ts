import type { Role } from '../../src/kernel/actor.js';
import { AccountsService } from '../../src/features/people/accounts.service.js';
import { createInvitation } from '../../src/features/people/invitations.repository.js';
import { ProgramKeys } from '../../src/features/people/index.js';
import { ApiKeysService, type KeyWishes } from '../../src/features/people/keys/api-keys.service.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, type GivenPerson, givenStaff, identityAt, type Staff } from '../support/given-people.js';
import { refusal } from '../support/given-rights.js';

const config: Config = {
  ...readSettings({ ARGON2_MEMORY_KIB: '1024', ARGON2_PASSES: '1' }),
  baseUrl: 'http://localhost:1',
  databaseUrl: '',
  mailFolder: '',
};

let database: TestDatabase;
let staff: Staff;
let clock: TestClock;
let programs: ProgramKeys;
let keys: ApiKeysService;

beforeEach(async () => {
  database = await databaseFor('api_keys');
  staff = await database.transactions.run(givenStaff);
  clock = new TestClock('2026-03-05T09:00:00Z');
  programs = new ProgramKeys(database.transactions, clock);
  keys = new ApiKeysService(database.transactions, clock, programs, config);
});
afterEach(() => database.close());

const wishes = (over: Partial<KeyWishes> = {}): KeyWishes => ({
  name: 'Koppeling',
  role: 'hr_registrar',
  scopes: ['chain:read'],
  days: 30,
  ...over,
});
const make = (person: GivenPerson, over: Partial<KeyWishes> = {}) => {
  clock.advance({ minutes: 1 });
  return keys.create(actorOf(person), wishes(over), identityAt(clock.now()));
};
const holder = (key: string) => programs.holder(`Bearer ${key}`);
const roleOf = async (key: string): Promise<Role | null> => (await holder(key))?.role ?? null;
const acts = async (): Promise<string[]> =>
  (await database.asOwner(`select type from evidence_entries order by at`)).map(({ type }) => String(type));

describe('a key for a program', () => {
  it('acts for its person, in its role, with its scopes, and is stored as a hash', async () => {
    const key = await make(staff.hr, { scopes: ['chain:read', 'decisions'] });
    expect(key).toMatch(/^ck_[\w-]{43}$/);
    expect(await holder(key)).toMatchObject({
      personId: staff.hr.id,
      role: 'hr_registrar',
      roles: expect.arrayContaining(['employee', 'hr_registrar']),
      scopes: ['chain:read', 'decisions'],
      language: staff.hr.language,
    });
    expect(JSON.stringify(await database.asOwner('select * from api_keys'))).not.toContain(key);
    expect(await acts()).toEqual(['key.created']);
  });

  it('is told to its person by mail, without the key, and to nobody when none was made (the control)', async () => {
    const mails = () =>
      database.asOwner(`select payload::text as text from graphile_worker._private_jobs where payload::text like '%sleutel gemaakt%'`);
    expect(await refusal(keys.create(actorOf(staff.hr), wishes(), { password: 'anders' }))).toContain('password: password.wrong');
    expect(await mails()).toEqual([]);
    const key = await make(staff.hr);
    const told = (await mails()).map(({ text }) => String(text));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(staff.hr.email);
    expect(told[0]).toContain('/settings/me/keys');
    expect(told[0]).not.toContain(key.slice(3, 20));
  });
  it('notes the day of its last use, and nothing finer', async () => {
    const key = await make(staff.hr);
    expect((await keys.mine(actorOf(staff.hr))).keys[0]?.lastUsedOn).toBeNull();
    await holder(key);
    expect((await keys.mine(actorOf(staff.hr))).keys[0]?.lastUsedOn).toBe('2026-03-05');
  });

  it('is made only after the password, for a role that is held, under a new name, at most ten at a time', async () => {
    const hr = actorOf(staff.hr);
    expect(await refusal(keys.create(hr, wishes(), { password: 'geraden' }))).toContain('password: password.wrong');
    expect(await refusal(make(staff.hr, { role: 'director' }))).toContain('role: isIn');
    await make(staff.hr);
    expect(await refusal(make(staff.hr))).toContain('name: key.name-taken');
    for (let n = 2; n <= 10; n += 1) await make(staff.hr, { name: `Koppeling ${n}` });
    expect(await refusal(make(staff.hr, { name: 'De elfde' }))).toContain('key.many');
    const [first] = (await keys.mine(hr)).keys;
    await keys.revoke(hr, first!.id);
    await make(staff.hr, { name: 'De elfde' });
  });

  it('of a chair counts as a change of a council account; of HR it does not (the control)', async () => {
    await make(staff.hr);
    expect(await acts()).toEqual(['key.created']);
    await make(staff.chair, { role: 'or_chair' });
    expect(await acts()).toEqual(['key.created', 'key.created', 'officer.account-changed']);
  });

  it('works until it ends', async () => {
    const key = await make(staff.hr, { days: 30 });
    clock.advance({ days: 30, seconds: -1 });
    expect(await roleOf(key)).toBe('hr_registrar');
    clock.advance({ seconds: 1 });
    expect(await roleOf(key)).toBeNull();
  });

  it('ends when its person takes it back, and nobody else can', async () => {
    const key = await make(staff.hr);
    const id = (await keys.mine(actorOf(staff.hr))).keys[0]!.id;
    expect(await refusal(keys.revoke(actorOf(staff.director), id))).toContain('page.unknown');
    expect(await programs.recentHolder(`Bearer ${key}`)).not.toBeNull();
    await keys.revoke(actorOf(staff.hr), id);
    expect([await programs.recentHolder(`Bearer ${key}`), await holder(key)]).toEqual([null, null]);
    expect(await refusal(keys.revoke(actorOf(staff.hr), id))).toContain('page.unknown');
    expect(await acts()).toEqual(['key.created', 'key.revoked']);
  });

  it('ends with the role, with the work, and with a reset of the account', async () => {
    const key = await make(staff.hr);
    const employee = await make(staff.hr, { name: 'Medewerker', role: 'employee' });
    await database.asOwner(`update role_grants set ended_at = now() where person_id = $1 and role = 'hr_registrar'`, [staff.hr.id]);
    expect([await roleOf(key), await roleOf(employee)]).toEqual([null, 'employee']);
    await database.asOwner(`update persons set ends_on = '2026-03-04' where id = $1`, [staff.hr.id]);
    expect(await roleOf(employee)).toBeNull();
    const director = await make(staff.director, { role: 'director' });
    const accounts = new AccountsService(database.transactions, clock, config);
    const code = await database.transactions.run((tx) => createInvitation(tx, staff.director.id, 'reset', null, clock.now()));
    expect(await roleOf(director)).toBe('director');
    await accounts.choosePassword(code, 'een heel ander wachtwoord');
    expect(await roleOf(director)).toBeNull();
  });

  it('that is none is nobody’s', async () => {
    for (const header of [undefined, '', 'Bearer', `Bearer ck_${'x'.repeat(43)}`, `Basic ck_${'x'.repeat(43)}`])
      expect(await programs.holder(header)).toBeNull();
  });

  it('asks for its scope where a door asks by itself', async () => {
    const header = `Bearer ${await make(staff.hr, { scopes: ['decisions'] })}`;
    expect(await programs.admit(header, 'decisions')).toMatchObject({ personId: staff.hr.id });
    expect(await refusal(programs.admit(header, 'devices'))).toContain('key.scope');
    expect(await refusal(programs.admit(undefined, 'decisions'))).toContain('key.missing');
    expect(await refusal(programs.admit('Bearer ck_x', 'decisions'))).toContain('key.unknown');
  });
});
