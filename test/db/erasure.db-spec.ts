import { createHash } from 'node:crypto';
import { commitmentTo } from '../../src/features/evidence/domain/commitment.js';
import { record } from '../../src/features/evidence/index.js';
import { ObjectionsService } from '../../src/features/objections/index.js';
import { ErasureService } from '../../src/features/rights/erasure/erasure.service.js';
import { OUTSIDE } from '../../src/features/rights/mandates/mandates.dto.js';
import { MandatesService } from '../../src/features/rights/mandates/mandates.service.js';
import { RightsService } from '../../src/features/rights/rights.service.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenPerson, givenUnit, type GivenPerson } from '../support/given-notices.js';
import { givenAccount, PASSWORD } from '../support/given-people.js';
import { CONFIG, givenChannels, givenTold, type Handlers, refusal, type Told } from '../support/given-rights.js';
import { dumpOf } from '../support/linking.js';

const IDENTITY = { password: PASSWORD };
const CANARIES = [
  'Kanarina Vogelzang',
  'kanarina@voorbeeld.nl',
  'KANARIE-7731',
  'LAPTOP-KANARIE',
  'zorg voor mijn kanarie',
  'antwoord aan kanarie',
];

let database: TestDatabase;
let clock: TestClock;
let erasure: ErasureService;
let objections: ObjectionsService;
let people: Handlers;
let dpo: GivenPerson;
let told: Told;

beforeAll(async () => {
  database = await databaseFor('erasure');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  clock = new TestClock('2026-03-05T09:00:00Z');
  people = await givenChannels(database, clock);
  dpo = await givenPerson(database, { unitId: await givenUnit(database), roles: ['dpo'] });
  await database.transactions.run((tx) => givenAccount(tx, { id: dpo.id, roles: [], language: 'nl' }));
  erasure = new ErasureService(database.transactions, clock);
  objections = new ObjectionsService(database.transactions, clock, CONFIG);
});
afterAll(() => database.close());

const asDpo = () => actorOf(dpo.id, 'dpo');
const erase = () => erasure.erase(asDpo(), told.person.id, 'left', IDENTITY);
const found = async (words: readonly string[]): Promise<string[]> => {
  const rows = [...(await dumpOf(database))].flatMap(([table, lines]) => lines.map((line) => `${table}: ${line}`));
  return words.flatMap((word) => rows.filter((row) => row.includes(word)).map((row) => `${word} in ${row.split(':')[0] ?? ''}`));
};

/** Somebody who did everything that an employee can, under a name that stands nowhere else. */
const aWholeCareer = async (): Promise<void> => {
  told = await givenTold(database, clock, people.manager.id);
  const { id } = told.person;
  await database.asOwner(`update persons set name = $2, email = $3, staff_number = $4, device = $5 where id = $1`, [
    id,
    ...CANARIES.slice(0, 4),
  ]);
  await database.transactions.run((tx) => givenAccount(tx, { id, roles: [], language: 'nl' }));
  const [me, agent] = [actorOf(id), newId('a')];
  const objection = await objections.lodge(me, told.tool.toolId, 'Ik zorg voor mijn kanarie', newId('i'));
  await new RightsService(database.transactions, clock, CONFIG).lodge(
    me,
    { kind: 'erasure', toolId: null, text: 'zorg voor mijn kanarie', wanted: '' },
    newId('i'),
  );
  await new MandatesService(database.transactions, clock).give(
    me,
    { representative: OUTSIDE, madeFor: 'Kanarina Vogelzang', days: 30 },
    IDENTITY,
  );
  await database.asOwner(
    `insert into objection_acts (id, objection_id, kind, text, by_person, at) values ($1, $2, 'acknowledged', 'antwoord aan kanarie', 'p_h', now())`,
    [newId('a'), objection],
  );
  await objections.withdraw(me, objection);
  await database.asOwner(
    `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at) values ($1, $2, 'LAPTOP-KANARIE', '{}', $1, 'p_it', now())`,
    [agent, told.tool.toolId],
  );
  await database.asOwner(
    `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ($1, $2, 'x', 'hr_list', now())`,
    [agent, id],
  );
  await database.asOwner(
    `insert into api_keys (id, person_id, role, name, scopes, secret_hash, created_at, expires_at)
     values ($1, $2, 'employee', 'KANARIE-7731', '{chain:read}', $1, now(), now() + interval '1 day')`,
    [newId('k'), id],
  );
  await database.asOwner(
    `insert into imports (id, uploaded_by, uploaded_at, content) values ($1, 'p_hr', now(), 'KANARIE-7731,Kanarina Vogelzang')`,
    [newId('i')],
  );
  await database.transactions.run((tx) =>
    record(tx, me, clock.now(), 'comment.given', { personId: id }, { reference: newReference(), person: id, name: 'Kanarina Vogelzang' }),
  );
};

describe('erasing a person', () => {
  beforeAll(aWholeCareer);

  it('finds the person all over the database before it (the control)', async () => {
    const where = await found(CANARIES);
    for (const canary of CANARIES) expect([canary, where.some((one) => one.startsWith(canary))]).toEqual([canary, true]);
  });
  it('waits while the person works here, holds a role, handles, or something runs', async () => {
    expect(await refusal(erase())).toContain('erasure.works_here');
    await database.asOwner(`update persons set left_at = now(), ends_on = '2026-03-01' where id = $1`, [told.person.id]);
    await database.asOwner(`insert into role_grants (id, person_id, role, granted_at) values ('g_k', $1, 'manager', now())`, [
      told.person.id,
    ]);
    expect(await refusal(erase())).toEqual(['erasure.waits', 'erasure.has_role']);
    await database.asOwner(`delete from role_grants where id = 'g_k'`);
    await database.asOwner(`update channels set deputy_id = $1 where kind = 'access'`, [told.person.id]);
    expect(await refusal(erase())).toEqual(['erasure.waits', 'erasure.handles']);
    await database.asOwner(`update channels set deputy_id = null where kind = 'access'`);
    await database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ('o_k', $1, $2, '', $3, now(), '2026-04-07')`,
      [told.tool.toolId, told.person.id, newReference()],
    );
    expect(await refusal(erase())).toEqual(['erasure.waits', 'erasure.objection_open']);
    await database.asOwner(`delete from objections where id = 'o_k'`);
  });
  it('asks the DPO who it is, and is no use to anybody else', async () => {
    expect(await refusal(erasure.erase(asDpo(), told.person.id, 'left', { password: 'geraden' }))).toContain('password: password.wrong');
    expect(await refusal(erasure.view(asDpo(), 'p_none'))).toContain('page.unknown');
    expect((await erasure.list()).map(({ id }) => id)).toContain(told.person.id);
  });
  it('lets nobody empty the words of a case whose person is not erased', async () => {
    const empty = (table: string, key: string) =>
      database.transactions.run((tx) =>
        tx.query(`update ${table} set text = '' where ${key} in (select id from objections where person_id = $1)`, [told.person.id]),
      );
    await expect(empty('objection_acts', 'objection_id')).rejects.toThrow('only when their person is erased');
  });
  it('leaves the person nowhere', async () => {
    await erase();
    expect(await found(CANARIES)).toEqual([]);
    expect(await refusal(erase())).toContain('page.unknown');
    expect((await erasure.list()).map(({ id }) => id)).not.toContain(told.person.id);
  });
  it('leaves the random id only where something was decided or counts', async () => {
    const tables = [...new Set((await found([told.person.id])).map((one) => one.split(' in ')[1] ?? ''))].sort();
    expect(tables).toEqual(['public.erasures', 'public.objection_acts', 'public.objections', 'public.persons']);
  });
  it('leaves the log as it was: every entry hashes to its leaf, and every opening that is left still opens', async () => {
    const entries = await database.asOwner(
      `select e.leaf, s.leaf_hash from evidence_entries e left join evidence_sequence s on s.entry_id = e.id`,
    );
    for (const { leaf, leaf_hash: hash } of entries)
      if (hash)
        expect(
          createHash('sha256')
            .update(Buffer.from([0]))
            .update(leaf as Buffer)
            .digest(),
        ).toEqual(hash);
    const openings = await database.asOwner(
      `select o.part, o.salt, o.payload, e.leaf from evidence_openings o join evidence_entries e on e.id = o.entry_id`,
    );
    expect(openings.length).toBeGreaterThan(0);
    for (const { part, salt, payload, leaf } of openings) {
      const said = JSON.parse((leaf as Buffer).toString('utf8')) as Record<string, string>;
      expect(said[String(part)]).toBe(commitmentTo({ salt: salt as Buffer, payload: String(payload) }));
    }
    expect(await database.asOwner(`select 1 from evidence_openings where person_id = $1`, [told.person.id])).toEqual([]);
    expect(await database.asOwner(`select 1 from evidence_entries where type = 'comment.given'`)).toHaveLength(1);
  });
  it('keeps the words of everybody else, and lets nobody write into an emptied row', async () => {
    const write = database.transactions.run((tx) => tx.query(`update objection_acts set text = 'anders' where text = ''`));
    await expect(write).rejects.toThrow('only ever emptied');
    const remove = database.transactions.run((tx) => tx.query(`delete from objection_acts`));
    await expect(remove).rejects.toThrow();
  });
});

/** Where a person's id may stay, and why; every other column that points at a person is emptied or goes. */
const STAYS: Readonly<Record<string, string>> = {
  'api_keys.person_id': 'goes',
  'accounts.person_id': 'goes',
  'agent_persons.person_id': 'goes',
  'always_off_people.person_id': 'whom a share of the people was kept off, without a name',
  'case_keys.person_id': 'the key of an office',
  'channels.deputy_id': 'nobody who is named is erased',
  'channels.handler_id': 'nobody who is named is erased',
  'complaints.handler_id': 'an office',
  'cover_ended.person_id': 'goes',
  'cover_people.person_id': 'goes',
  'decision_conditions.promise_owner_id': 'an office',
  'detriment_reports.lodged_by': 'counts; without words',
  'detriment_reports.person_id': 'counts; without words',
  'enrolment_codes.person_id': 'goes',
  'erasures.person_id': 'so that a backup that is put back can be erased again',
  'hand_overs.witness_asked': 'what somebody stated about another',
  'individual_views.person_id': 'that somebody looked and who, without words',
  'invitations.person_id': 'goes',
  'leases.person_id': 'goes',
  'listed_devices.person_id': 'goes',
  'mandates.adviser_id': 'of whoever asked the adviser',
  'mandates.person_id': 'goes',
  'notice_deliveries.person_id': 'goes',
  'notice_translation_requests.asked_person': 'an office',
  'objections.lodged_by': 'an office',
  'objections.person_id': 'counts; without words',
  'officer_account_changes.person_id': 'an office',
  'officer_resets.person_id': 'goes',
  'orders.person_id': 'emptied',
  'paper_signatures.signed_by': 'an office',
  'persons.manager_id': 'emptied',
  'quarantine_people.person_id': 'goes',
  'rights_requests.person_id': 'goes',
  'role_grants.person_id': 'goes',
  'second_persons.by_person': 'an office',
  'sessions.person_id': 'goes',
  'sign_in_steps.person_id': 'goes',
  'staff_announcement_recipients.person_id': 'goes',
  'version_persons.person_id': 'whom a fixed version was for, without a name',
  'yearly_reminder_people.person_id': 'that people were reminded, without a name',
};

it('knows every column that points at a person', async () => {
  const rows = await database.asOwner(
    `select c.conrelid::regclass::text || '.' || a.attname as name from pg_constraint c
     join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.confrelid = 'persons'::regclass and c.contype = 'f' order by 1`,
  );
  expect(rows.map(({ name }) => String(name)).filter((name) => !(name in STAYS))).toEqual([]);
});
