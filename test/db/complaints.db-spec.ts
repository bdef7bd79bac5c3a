import { ComplaintsService } from '../../src/features/complaints/complaints.service.js';
import { ChannelsService } from '../../src/features/objections/channels.service.js';
import { ObjectionsService } from '../../src/features/objections/objections.service.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenPerson, givenTool, givenUnit, type GivenPerson, WHOLE_ANSWERS } from '../support/given-notices.js';

const HR = actorOf('p_hr', 'hr_registrar');
const config = { baseUrl: 'https://countersign.example.org' };
const ABOUT = { toolId: null, category: 'excessive', text: 'Er wordt te veel gemeten', desk: 'handler' as const };

let database: TestDatabase;
let clock: TestClock;
let complaints: ComplaintsService;
let unit: string;
let handler: GivenPerson;
let deputy: GivenPerson;
let person: GivenPerson;

beforeAll(async () => {
  database = await databaseFor('complaints');
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  complaints = new ComplaintsService(database.transactions, clock, config);
  unit = await givenUnit(database);
  handler = await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] });
  deputy = await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] });
  person = await givenPerson(database, { unitId: unit });
  await new ChannelsService(database.transactions, clock).save(HR, [
    { kind: 'complaint', handlerId: handler.id, deputyId: deputy.id, isOpen: true },
  ]);
  await database.asOwner('delete from graphile_worker._private_jobs');
});

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return error.code;
};
const lodge = (over: Partial<Parameters<ComplaintsService['lodge']>[1]> = {}, who = person) =>
  complaints.lodge(actorOf(who.id), { ...ABOUT, ...over }, newId('i'));
const assignedTo = async (id: string) =>
  (await database.asOwner('select handler_id from complaints where id = $1', [id]))[0]?.['handler_id'];
const as = (who: GivenPerson) => actorOf(who.id, 'complaint_handler');

describe('a complaint', () => {
  it('goes to the named handler, with status and answer', async () => {
    const id = await lodge();
    expect(await complaints.case(as(handler), id)).toMatchObject({ state: { name: 'received' }, complaint: { dueOn: '2026-04-16' } });
    await complaints.message(as(handler), id, 'acknowledged', 'Ontvangen');
    clock.advance({ hours: 1 });
    await complaints.message(as(handler), id, 'question', 'Wanneer was dat?');
    clock.advance({ hours: 1 });
    await complaints.reply(actorOf(person.id), id, 'Vorige week');
    clock.advance({ hours: 1 });
    await complaints.message(as(handler), id, 'closed', 'U heeft gelijk');
    const own = await complaints.ownOne(actorOf(person.id), id);
    expect(own.state.name).toBe('closed');
    expect(own.messages.map(({ kind }) => kind)).toEqual(['acknowledged', 'question', 'reply', 'closed']);
    expect(await refusal(complaints.reply(actorOf(person.id), id, 'x'))).toBe('complaint.closed');
    expect(await refusal(complaints.message(as(handler), id, 'reply', 'x'))).toBe('complaint.closed');
  });
  it('is unknown to everyone else: HR, a manager, the deputy, another handler', async () => {
    const id = await lodge();
    const other = await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] });
    for (const who of [deputy.id, other.id, 'p_hr']) {
      expect(await refusal(complaints.case(actorOf(who, 'complaint_handler'), id))).toBe('page.unknown');
      expect(await refusal(complaints.ownOne(actorOf(who), id))).toBe('page.unknown');
      expect(await refusal(complaints.message(actorOf(who, 'complaint_handler'), id, 'closed', 'x'))).toBe('page.unknown');
      expect(await complaints.cases(actorOf(who, 'complaint_handler'))).toEqual([]);
    }
  });
  it('goes past a handler who stands in the person’s line, however far up', async () => {
    const between = await givenPerson(database, { unitId: unit, managerId: handler.id });
    const below = await givenPerson(database, { unitId: unit, managerId: between.id });
    expect(await assignedTo(await lodge({}, below))).toBe(deputy.id);
    expect(await assignedTo(await lodge({}, between))).toBe(deputy.id);
    expect(await assignedTo(await lodge())).toBe(handler.id);
  });
  it('of the handler goes to the deputy', async () => expect(await assignedTo(await lodge({}, handler))).toBe(deputy.id));
  it('goes past a handler who became HR', async () => {
    await database.asOwner(
      `insert into role_grants (id, person_id, role, granted_at, accepted_at) values ($1, $2, 'hr_registrar', now(), now())`,
      [newId('g'), handler.id],
    );
    expect(await assignedTo(await lodge())).toBe(deputy.id);
  });
  it('goes to the confidential adviser when asked, and then no further', async () => {
    const adviser = await givenPerson(database, { unitId: unit, roles: ['trusted_person'] });
    const id = await lodge({ desk: 'adviser' });
    const assigned = await assignedTo(id);
    const advisers = await database.asOwner(`select person_id from role_grants where role = 'trusted_person'`);
    expect(advisers.map((row) => row['person_id'])).toContain(assigned);
    expect(await refusal(complaints.case(as(handler), id))).toBe('page.unknown');
    await database.asOwner(`update role_grants set ended_at = now() where person_id = $1`, [adviser.id]);
  });
  it('waits, and the DPO hears so, when nobody may handle it', async () => {
    const dpo = await givenPerson(database, { unitId: unit, roles: ['dpo'] });
    await database.asOwner(`update channels set is_open = false where kind = 'complaint'`);
    const id = await lodge();
    expect(await assignedTo(id)).toBeNull();
    const mails = (await database.asOwner('select payload::text as payload from graphile_worker._private_jobs')).map(({ payload }) =>
      String(payload),
    );
    expect(mails.some((mail) => mail.includes('geen behandelaar') && mail.includes(`${dpo.staffNumber}@`))).toBe(true);
    expect(await complaints.ownOne(actorOf(person.id), id)).toMatchObject({ complaint: { handlerId: null } });
  });
  it('is handed over to the deputy, by the handler or when it is overdue', async () => {
    const id = await lodge();
    await complaints.handOver(as(handler), id);
    expect(await refusal(complaints.case(as(handler), id))).toBe('page.unknown');
    expect((await complaints.case(as(deputy), id)).messages.map(({ kind }) => kind)).toEqual(['handed_over']);
    const late = await lodge();
    clock.set('2026-04-16T21:59:00Z');
    await complaints.handOverOverdue(clock.now());
    expect(await assignedTo(late)).toBe(handler.id);
    clock.set('2026-04-16T22:00:00Z');
    await complaints.handOverOverdue(clock.now());
    await complaints.handOverOverdue(clock.now());
    expect(await assignedTo(late)).toBe(deputy.id);
  });
  it('leaves no word of it in the log, in mail or in a subject', async () => {
    const before = await database.asOwner('select count(*)::int as n from evidence_entries');
    await lodge({ text: 'Zeer geheim' });
    expect(await database.asOwner('select count(*)::int as n from evidence_entries')).toEqual(before);
    const mails = (await database.asOwner('select payload::text as payload from graphile_worker._private_jobs')).map(({ payload }) =>
      String(payload),
    );
    expect(mails.length).toBeGreaterThan(1);
    for (const secret of ['Zeer geheim', 'Naam van', 'excessive', 'lacht'])
      expect(mails.join().replaceAll('/complaints/', '')).not.toContain(secret);
    const acts = await database.asOwner('select payload from confidential_acts');
    for (const { payload } of acts) expect(String(payload)).not.toContain(person.id);
  });
  it('names only a tool that the person may know of', async () => {
    const tool = await givenTool(database, { units: [unit] });
    expect(await refusal(lodge({ toolId: tool.toolId }))).toBe('input.unusable');
    const known = await givenTool(database, { units: [unit], runsWithoutConsent: true });
    await lodge({ toolId: known.toolId });
  });
  it('is one for one key', async () => {
    const key = newId('i');
    const first = await complaints.lodge(actorOf(person.id), ABOUT, key);
    expect(await complaints.lodge(actorOf(person.id), ABOUT, key)).toBe(first);
  });
});

describe('an objection without a right to object', () => {
  it('goes on as one complaint, due a month after it was lodged', async () => {
    const answers = { ...WHOLE_ANSWERS, 'purposes[].legalBasis|attendance': 'legal_obligation' };
    const tool = await givenTool(database, { units: [unit], runsWithoutConsent: true, answers });
    const objection = await new ObjectionsService(database.transactions, clock, config).lodge(
      actorOf(person.id),
      tool.toolId,
      'Ik wil dit niet',
      newId('i'),
    );
    clock.advance({ days: 1 });
    await complaints.takeOver(objection);
    await complaints.takeOver(objection);
    const own = await complaints.own(actorOf(person.id));
    expect(own).toMatchObject([
      { complaint: { category: 'objection', text: 'Ik wil dit niet', dueOn: '2026-04-07', handlerId: handler.id } },
    ]);
  });
  it('is not taken over while it is one', async () => {
    const tool = await givenTool(database, { units: [unit], runsWithoutConsent: true });
    const objection = await new ObjectionsService(database.transactions, clock, config).lodge(
      actorOf(person.id),
      tool.toolId,
      '',
      newId('i'),
    );
    await complaints.takeOver(objection);
    expect(await complaints.own(actorOf(person.id))).toEqual([]);
  });
});
