import { DeliveriesService } from '../../src/features/notices/deliveries.service.js';
import { NoticesService } from '../../src/features/notices/index.js';
import { YearlyService } from '../../src/features/notices/yearly/yearly.service.js';
import { addDays } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { yearlyReminderDay } from '../../src/policy/index.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  ChainSoFar,
  countingQueries,
  type GivenPerson,
  givenPeople,
  givenPerson,
  type GivenTool,
  givenTool,
  givenUnit,
} from '../support/given-notices.js';

const HR = actorOf('p_hr', 'hr_registrar');
const config = { baseUrl: 'https://countersign.example.org' };
let database: TestDatabase;
let clock: TestClock;
let notices: NoticesService;
let yearly: YearlyService;
let unit: string;

beforeAll(async () => {
  database = await databaseFor('yearly');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new TestClock('2026-03-02T09:00:00Z');
  notices = new NoticesService(database.transactions, clock, new DeliveriesService(database.transactions, config), new ChainSoFar());
  yearly = new YearlyService(new JobRegistry(), database.transactions, config);
  unit = await givenUnit(database);
  await database.asOwner('delete from active_tools');
  await database.asOwner('delete from graphile_worker._private_jobs', []);
});

const running = async (): Promise<GivenTool> => {
  const tool = await givenTool(database, { units: [unit] });
  const id = newId('a');
  // The gate's own guards are for the gate's tests: here the tool only has to run.
  await database.asOwner(`set session_replication_role = replica;
    insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
    values ('${id}', '${tool.toolId}', '${tool.versionId}', 'f', '${id}', 1, '{}', 15, '${id}', 'p_it', '2026-03-03T09:00:00Z');
    insert into active_tools (tool_id, activation_id) values ('${tool.toolId}', '${id}')`);
  return tool;
};
const told = async (): Promise<GivenTool> => {
  const tool = await running();
  await notices.publish(HR, tool.toolId, 1, newId('i'));
  return tool;
};
/** Everyone of the unit was sent a notice on the tool, in one statement. */
const toldAll = async (tool: GivenTool): Promise<void> => {
  const id = newId('n');
  await database.asOwner(
    `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
     values ($1, $2, $3, 'f', 'notice', '{}', 'h', $1, 'p_hr', '2026-03-02T09:00:00Z')`,
    [id, tool.toolId, tool.versionId],
  );
  await database.asOwner(
    `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at) select $1, id, unit_id, '2026-03-02T09:00:00Z' from persons where unit_id = $2`,
    [id, unit],
  );
};
const remindOn = (instant: string): Promise<number> => yearly.remind(new Date(instant));
const remindersOf = async (person: GivenPerson) =>
  (await yearly.mine(actorOf(person.id))).map(({ sentAt }) => sentAt.toISOString().slice(0, 10));

describe('the yearly reminder', () => {
  it('comes a year after somebody was told, to the Amsterdam day, and a year after that', async () => {
    const person = await givenPerson(database, { unitId: unit });
    await told();
    expect(await remindOn('2027-03-01T22:59:59Z')).toBe(0);
    expect(await remindOn('2027-03-01T23:00:00Z')).toBe(1);
    expect(await remindOn('2027-03-02T05:40:00Z')).toBe(0);
    expect(await remindOn('2028-03-01T05:40:00Z')).toBe(0);
    expect(await remindOn('2028-03-02T05:40:00Z')).toBe(1);
    expect(await remindersOf(person)).toEqual(['2028-03-02', '2027-03-01']);
  });
  it.each(['2026-03-02', '2028-02-29', '2026-12-31', '2027-10-31'])(
    'comes on the day that the house’s term names, told on %s',
    async (day) => {
      clock.set(`${day}T09:00:00Z`);
      await givenPerson(database, { unitId: unit });
      await told();
      const due = yearlyReminderDay(day);
      expect(await remindOn(`${addDays(due, -1)}T12:00:00Z`)).toBe(0);
      expect(await remindOn(`${due}T12:00:00Z`)).toBe(1);
    },
  );
  it('comes on the last day of February for whoever was told on the 29th', async () => {
    clock.set('2028-02-29T09:00:00Z');
    await givenPerson(database, { unitId: unit });
    await told();
    expect(await remindOn('2029-02-27T12:00:00Z')).toBe(0);
    expect(await remindOn('2029-02-28T12:00:00Z')).toBe(1);
  });
  it('names the tools that run for this person’s group, and no other', async () => {
    const person = await givenPerson(database, { unitId: unit });
    const [first, second] = [await told(), await told()];
    await notices.publish(HR, (await givenTool(database, { units: [unit] })).toolId, 1, newId('i'));
    const elsewhere = unit;
    unit = await givenUnit(database);
    await told();
    unit = elsewhere;
    await remindOn('2027-03-02T12:00:00Z');
    const [line] = await yearly.mine(actorOf(person.id));
    const { tools } = await yearly.one(actorOf(person.id), line?.id ?? '');
    expect(tools.map(({ name }) => name).sort()).toEqual([first.name, second.name].sort());
  });
  it('goes to nobody who was never told, who left, or whose tools are off', async () => {
    const gone = await givenPerson(database, { unitId: unit, endsOn: '2027-01-01' });
    await told();
    const joiner = await givenPerson(database, { unitId: unit, startsOn: '2027-02-01' });
    expect(await remindOn('2027-03-02T12:00:00Z')).toBe(0);
    expect([await remindersOf(gone), await remindersOf(joiner)]).toEqual([[], []]);
    const stayer = await givenPerson(database, { unitId: await givenUnit(database) });
    expect(await remindersOf(stayer)).toEqual([]);
    await givenPerson(database, { unitId: unit });
    await told();
    await database.asOwner('delete from active_tools');
    expect(await remindOn('2027-03-02T12:34:56Z')).toBe(0);
    expect(await database.asOwner(`select 1 from yearly_reminders where sent_at = '2027-03-02T12:34:56Z'`)).toEqual([]);
  });
  it('does not change for who may not be measured', async () => {
    const people = [await givenPerson(database, { unitId: unit }), await givenPerson(database, { unitId: unit })];
    const tool = await told();
    await database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, converted, reference, lodged_at, due_on)
       values ($1, $2, $3, '', false, $1, '2026-04-01T09:00:00Z', '2026-05-01')`,
      [newId('o'), tool.toolId, people[0]?.id],
    );
    expect(await remindOn('2027-03-02T12:00:00Z')).toBe(2);
  });
  it('is nobody else’s to read', async () => {
    const person = await givenPerson(database, { unitId: unit });
    await told();
    await remindOn('2027-03-02T12:00:00Z');
    const stranger = await givenPerson(database, { unitId: unit });
    const [line] = await yearly.mine(actorOf(person.id));
    await expect(yearly.one(actorOf(stranger.id), line?.id ?? '')).rejects.toMatchObject({ status: 404 });
  });
  it('mails each once in their language, with no tool and no name, and leaves one entry', async () => {
    await givenPerson(database, { unitId: unit });
    await givenPerson(database, { unitId: unit, language: 'en' });
    const tool = await told();
    await database.asOwner('delete from graphile_worker._private_jobs', []);
    await remindOn('2027-03-02T12:00:00Z');
    await remindOn('2027-03-02T12:00:01Z');
    const mails = (await database.asOwner('select payload::text as payload from graphile_worker._private_jobs order by id', []))
      .map(({ payload }) => String(payload))
      .filter((payload) => payload.includes('subject'));
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail).not.toContain(tool.name);
      expect(mail).not.toContain('Naam van');
      expect(mail).toContain('/me/notices/yearly/');
    }
    expect(mails.filter((mail) => mail.includes('Every year'))).toHaveLength(1);
    const entries = await database.asOwner(
      `select o.payload from evidence_openings o join evidence_entries e on e.id = o.entry_id
       where e.type = 'notice.yearly-reminded' and o.part = 'body' and e.at >= '2027-03-02T12:00:00Z' and e.at < '2027-03-03'`,
      [],
    );
    expect(entries.some(({ payload }) => String(payload).includes('"people":2'))).toBe(true);
  });
  it('asks as many queries for 5,000 people as for 50', async () => {
    const counts: number[] = [];
    for (const people of [50, 5000]) {
      await database.asOwner('delete from active_tools');
      unit = await givenUnit(database);
      await givenPeople(database, unit, people);
      const tool = await running();
      await toldAll(tool);
      counts.push(await countingQueries(database, () => remindOn('2027-03-02T12:00:00Z')));
    }
    expect(counts[0]).toBeGreaterThan(2);
    expect(counts[1]).toBe(counts[0]);
  });
});
