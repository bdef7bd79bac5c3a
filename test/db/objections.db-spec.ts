import { handlingFacts } from '../../src/features/objections/index.js';
import { ChannelsService } from '../../src/features/objections/channels.service.js';
import { CHANNEL_KINDS } from '../../src/features/objections/index.js';
import { ObjectionsJobs } from '../../src/features/objections/objections.jobs.js';
import { ObjectionsService } from '../../src/features/objections/objections.service.js';
import { readVersion } from '../../src/features/tools/index.js';
import { OrganisationService } from '../../src/features/people/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { DeliveriesService, NoticesService } from '../../src/features/notices/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  ChainSoFar,
  givenPerson,
  givenTool,
  givenUnit,
  type GivenPerson,
  type GivenTool,
  type ToolFields,
  WHOLE_ANSWERS,
} from '../support/given-notices.js';

const HR = actorOf('p_hr', 'hr_registrar');
const config = { baseUrl: 'https://countersign.example.org' };

let database: TestDatabase;
let clock: TestClock;
let objections: ObjectionsService;
let channels: ChannelsService;
let notices: NoticesService;
let jobs: ObjectionsJobs;
let unit: string;
let manager: GivenPerson;
let handler: GivenPerson;
let deputy: GivenPerson;

beforeAll(async () => {
  database = await databaseFor('objections');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  objections = new ObjectionsService(database.transactions, clock, config);
  channels = new ChannelsService(database.transactions, clock);
  notices = new NoticesService(database.transactions, clock, new DeliveriesService(database.transactions, config), new ChainSoFar());
  jobs = new ObjectionsJobs(new JobRegistry(), database.transactions, config);
  unit = await givenUnit(database);
  manager = await givenPerson(database, { unitId: unit });
  handler = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] });
  deputy = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] });
  await channels.save(
    HR,
    CHANNEL_KINDS.map((kind) => ({ kind, handlerId: handler.id, deputyId: deputy.id, isOpen: true })),
  );
  await database.asOwner('delete from graphile_worker._private_jobs');
});

const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return [error.code, ...error.reasons.map(({ code, field }) => (field ? `${field}: ${code}` : code))];
};
const told = async (fields: ToolFields = {}, managerId = manager.id): Promise<{ tool: GivenTool; person: GivenPerson }> => {
  const own = await givenUnit(database);
  const person = await givenPerson(database, { unitId: own, managerId });
  const tool = await givenTool(database, { units: [own], ...fields });
  await notices.publish(HR, tool.toolId, 1, newId('i'));
  await database.asOwner('delete from graphile_worker._private_jobs');
  return { tool, person };
};
const lodge = (tool: GivenTool, person: GivenPerson, text = 'Ik werk in ploegen') =>
  objections.lodge(actorOf(person.id), tool.toolId, text, newId('i'));
const paused = async ({ tool, person }: { tool: GivenTool; person: GivenPerson }): Promise<boolean> =>
  (await database.asOwner('select 1 from people_paused where tool_id = $1 and person_id = $2', [tool.toolId, person.id])).length > 0;
const asHandler = () => actorOf(handler.id, 'objection_handler');
const jobsQueued = (): Promise<Record<string, unknown>[]> =>
  database.asOwner(
    `select t.identifier, j.payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
const LEGAL = {
  ...WHOLE_ANSWERS,
  'purposes[].legalBasis|attendance': 'legal_obligation',
  'purposes[].legalBasisReference|attendance': 'Arbeidstijdenwet',
};

describe('lodging an objection', () => {
  it('takes the person out of scope at once, with a month to answer', async () => {
    const given = await told();
    expect(await paused(given)).toBe(false);
    const id = await lodge(given.tool, given.person);
    expect(await paused(given)).toBe(true);
    const { state, objection } = await objections.ownOne(actorOf(given.person.id), id);
    expect(state).toMatchObject({ name: 'received', dueOn: '2026-04-07', isPaused: true });
    expect(objection.reference).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  });
  it('needs no word about the situation', async () => {
    const { tool, person } = await told();
    await lodge(tool, person, '');
  });
  it('is refused against a tool that the person was never told about, and never says whether it exists', async () => {
    const { person } = await told();
    const other = await givenTool(database, { units: [unit] });
    expect(await refusal(lodge(other, person))).toEqual(await refusal(objections.lodge(actorOf(person.id), 't_none', '', newId('i'))));
  });
  it('is possible against what runs without consent where the person works', async () => {
    const own = await givenUnit(database);
    const person = await givenPerson(database, { unitId: own });
    const tool = await givenTool(database, { units: [own], runsWithoutConsent: true });
    await lodge(tool, person);
    expect(await paused({ tool, person })).toBe(true);
  });
  it('stays one while it is open, also when sent twice at the same moment', async () => {
    const { tool, person } = await told();
    const [first, second] = await Promise.all([lodge(tool, person), lodge(tool, person)]);
    expect(second).toBe(first);
    expect(await database.asOwner('select 1 from objections where person_id = $1', [person.id])).toHaveLength(1);
  });
  it('asks for an order to take the person out, and mails no name, tool or kind', async () => {
    const { tool, person } = await told();
    await lodge(tool, person, 'Geheim');
    const queued = await jobsQueued();
    expect(queued.find(({ identifier }) => identifier === 'gate.order-person-out')?.['payload']).toBe(
      `{"toolId":"${tool.toolId}","personId":"${person.id}"}`,
    );
    const mails = queued.filter(({ identifier }) => identifier === 'mail.send-many').map(({ payload }) => String(payload));
    expect(mails.length).toBeGreaterThan(1);
    for (const mail of mails) {
      for (const secret of [tool.name, 'Naam van', 'Geheim', 'ezwaar'])
        expect((JSON.parse(mail) as { subject: string }).subject).not.toContain(secret);
      for (const secret of [tool.name, 'Naam van', 'Geheim']) expect(mail).not.toContain(secret);
    }
  });
  it('leaves nothing in the log but the confidential day', async () => {
    const { tool, person } = await told();
    const before = await database.asOwner('select count(*)::int as n from evidence_entries');
    await lodge(tool, person);
    expect(await database.asOwner('select count(*)::int as n from evidence_entries')).toEqual(before);
    const [act] = await database.asOwner(
      `select payload from confidential_acts where payload like '%objection.lodged%' order by id desc limit 1`,
    );
    expect(String(act?.['payload'])).not.toContain(person.id);
  });
  it('without a right to object becomes a complaint, and does not pause', async () => {
    const given = await told({ answers: LEGAL });
    const id = await lodge(given.tool, given.person);
    expect(await paused(given)).toBe(false);
    expect((await objections.ownOne(actorOf(given.person.id), id)).state.name).toBe('converted');
    expect((await jobsQueued()).map(({ identifier }) => identifier)).toEqual(['complaints.take-over']);
    expect(await refusal(objections.handledOne(asHandler(), id))).toContain('page.unknown');
  });
});

describe('who handles an objection', () => {
  it('is the named handler and the deputy, and nobody else', async () => {
    const { tool, person } = await told();
    const id = await lodge(tool, person);
    await objections.handledOne(asHandler(), id);
    await objections.handledOne(actorOf(deputy.id, 'objection_handler'), id);
    const stranger = await givenPerson(database, { unitId: unit, roles: ['objection_handler'] });
    for (const who of [stranger, manager, person])
      expect(await refusal(objections.handledOne(actorOf(who.id, 'objection_handler'), id))).toContain('page.unknown');
    expect(await refusal(objections.handledOne(HR, id))).toContain('page.unknown');
    expect(await objections.handled(actorOf(stranger.id, 'objection_handler'))).toEqual([]);
  });
  it('is never in the person’s line, however far up', async () => {
    const between = await givenPerson(database, { unitId: unit, managerId: handler.id });
    const { tool, person } = await told({}, between.id);
    const id = await lodge(tool, person);
    expect(await refusal(objections.handledOne(asHandler(), id))).toContain('page.unknown');
    expect((await objections.handled(asHandler())).map(({ objection }) => objection.id)).not.toContain(id);
    await objections.handledOne(actorOf(deputy.id, 'objection_handler'), id);
    const mails = (await jobsQueued()).map(({ payload }) => String(payload)).filter((mail) => mail.includes('nieuwe zaak'));
    expect(mails.join()).toContain(`${deputy.staffNumber}@voorbeeld.nl`);
    expect(mails.join()).not.toContain(`${handler.staffNumber}@voorbeeld.nl`);
  });
  it('tells the DPO that a case has no handler when both stand too close', async () => {
    const dpo = await givenPerson(database, { unitId: unit, roles: ['dpo'] });
    await database.asOwner('update persons set manager_id = $1 where id = $2', [deputy.id, handler.id]);
    const { tool, person } = await told({}, handler.id);
    await lodge(tool, person);
    const mails = (await jobsQueued()).map(({ payload }) => String(payload));
    expect(mails.some((mail) => mail.includes('geen behandelaar') && mail.includes(`${dpo.staffNumber}@voorbeeld.nl`))).toBe(true);
  });
  it('sees nothing of another person’s own page', async () => {
    const { tool, person } = await told();
    const id = await lodge(tool, person);
    expect(await refusal(objections.ownOne(asHandler(), id))).toContain('page.unknown');
    expect(await refusal(objections.withdraw(asHandler(), id))).toContain('page.unknown');
  });
});

describe('deciding an objection', () => {
  it('upheld: never measured again', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    await objections.acknowledge(asHandler(), id, '');
    await objections.decide(asHandler(), id, 'upheld', 'Uw situatie weegt zwaarder');
    clock.advance({ days: 400 });
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(true);
    expect(await refusal(objections.decide(asHandler(), id, 'rejected', 'x'))).toContain('objection.decided');
  });
  it('rejected: told first, measured again after seven days to the second', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    await objections.decide(asHandler(), id, 'rejected', 'De reden weegt zwaarder');
    expect(await paused(given)).toBe(true);
    const mails = (await jobsQueued()).map(({ payload }) => String(payload));
    expect(mails.some((mail) => mail.includes('Er staat een bericht voor u klaar') && mail.includes(`${given.person.staffNumber}@`))).toBe(
      true,
    );
    clock.set('2026-03-12T08:59:59Z');
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(true);
    clock.set('2026-03-12T09:00:00Z');
    await jobs.liftRestrictions(clock.now());
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(false);
    expect(
      await database.asOwner(`select 1 from objection_acts where objection_id = $1 and kind = 'restriction_lifted'`, [id]),
    ).toHaveLength(1);
  });
  it('withdrawn: the pause ends, and another objection may follow', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    await objections.withdraw(actorOf(given.person.id), id);
    expect(await paused(given)).toBe(false);
    expect(await refusal(objections.withdraw(actorOf(given.person.id), id))).toContain('objection.over');
    expect(await lodge(given.tool, given.person)).not.toBe(id);
    expect(await paused(given)).toBe(true);
  });
  it('is extended once, within the month, and the pause goes on', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    await objections.extend(asHandler(), id, 'Veel bezwaren tegelijk');
    expect(await refusal(objections.extend(asHandler(), id, 'x'))).toContain('objection.extended');
    expect((await objections.ownOne(actorOf(given.person.id), id)).state).toMatchObject({ dueOn: '2026-06-05', isPaused: true });
    const late = await told();
    const lateId = await lodge(late.tool, late.person);
    clock.set('2026-04-08T09:00:00Z');
    expect(await refusal(objections.extend(asHandler(), lateId, 'x'))).toContain('objection.month_over');
  });
  it('cannot be written over in the database', async () => {
    await expect(database.dataSource.query('delete from objection_acts')).rejects.toThrow('permission denied');
  });
  it('by two at the same moment is decided once', async () => {
    const { tool, person } = await told();
    const id = await lodge(tool, person);
    const both = await Promise.allSettled([
      objections.decide(asHandler(), id, 'upheld', 'a'),
      objections.decide(actorOf(deputy.id, 'objection_handler'), id, 'rejected', 'b'),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the channels', () => {
  const choice = (over: Partial<{ handlerId: string | null; deputyId: string | null; isOpen: boolean }>) => [
    { kind: 'objection' as const, handlerId: handler.id, deputyId: deputy.id, isOpen: true, ...over },
  ];
  const facts = (tool: GivenTool, shown = false) =>
    database.transactions.read(async (tx) => handlingFacts(tx, await readVersion(tx, tool.versionId), shown));

  it('refuse HR, the director, the DPO and the council as handler', async () => {
    for (const role of ['hr_registrar', 'director', 'dpo', 'or_member'] as const) {
      const person = await givenPerson(database, { unitId: unit, roles: ['objection_handler', role] });
      expect(await refusal(channels.save(HR, choice({ deputyId: person.id })))).toContain('objection_deputy: channel.handler_conflict');
      expect((await channels.view()).candidates.objection.map(({ personId }) => personId)).not.toContain(person.id);
    }
  });
  it('refuse somebody without the role, one person twice, and opening without a deputy', async () => {
    expect(await refusal(channels.save(HR, choice({ handlerId: manager.id })))).toContain('objection_handler: channel.handler_unknown');
    expect(await refusal(channels.save(HR, choice({ deputyId: handler.id })))).toContain('objection_deputy: channel.same_person');
    expect(await refusal(channels.save(HR, choice({ deputyId: null })))).toContain('objection_open: channel.not_staffed');
    await channels.save(HR, choice({ deputyId: null, isOpen: false }));
  });
  it('meet E12 by working, and no longer when one closes, a handler leaves, or becomes HR', async () => {
    const tool = await givenTool(database, { units: [unit] });
    expect(await facts(tool)).toMatchObject({
      checks: { E12: true },
      objectionHandling: {
        rightsChannels: expect.arrayContaining(['objection', 'access', 'erasure']) as string[],
        slaDays: 30,
        perPersonPause: true,
        repReportMinGroup: 10,
      },
    });
    await channels.save(HR, choice({ isOpen: false }));
    const closed = await facts(tool);
    expect(closed.checks.E12).toBe(false);
    expect(closed.objectionHandling.rightsChannels).not.toContain('objection');
    await channels.save(HR, choice({}));
    await database.asOwner(
      `insert into role_grants (id, person_id, role, granted_at, accepted_at) values ($1, $2, 'hr_registrar', now(), now())`,
      [newId('g'), handler.id],
    );
    expect((await facts(tool)).checks.E12).toBe(false);
    await database.asOwner(`update role_grants set ended_at = now() where person_id = $1 and role = 'hr_registrar'`, [handler.id]);
    expect((await facts(tool)).checks.E12).toBe(true);
    await database.asOwner('update persons set left_at = now() where id = $1', [deputy.id]);
    expect((await facts(tool)).checks.E12).toBe(false);
  });
  it('say that one person can be paused in an attested tool only once IT has shown it', async () => {
    const tool = await givenTool(database, { units: [unit], enforcement: 'attested' });
    expect((await facts(tool)).objectionHandling.perPersonPause).toBe(false);
    expect((await facts(tool, true)).objectionHandling.perPersonPause).toBe(true);
  });
  it('have an outside address from the confidential adviser only, and a promise from the director only', async () => {
    const tool = await givenTool(database, { units: [unit] });
    expect((await facts(tool)).objectionHandling).toMatchObject({ anonymousChannel: false, noRetaliationRule: false });
    expect(await refusal(channels.nameOutside(HR, 'hr@voorbeeld.nl'))).toContain('page.unknown');
    const organisation = new OrganisationService(database.transactions, clock);
    const promise = (actor: Actor) => organisation.answer(actor, 'noRetaliationRule', { value: 'Niemand heeft nadeel', document: null });
    expect(await refusal(promise(HR))).toContain('page.unknown');
    await channels.nameOutside(actorOf('p_tp', 'trusted_person'), 'vertrouwen@buiten.nl');
    await promise(actorOf('p_dir', 'director'));
    expect((await facts(tool)).objectionHandling).toMatchObject({ anonymousChannel: true, noRetaliationRule: true });
    await channels.nameOutside(actorOf('p_tp', 'trusted_person'), '');
    expect((await facts(tool)).objectionHandling.anonymousChannel).toBe(false);
  });
});

it('reminds handler and deputy with one mail, however many cases are due', async () => {
  for (let n = 0; n < 2; n += 1) {
    const { tool, person } = await told();
    await lodge(tool, person);
  }
  await database.asOwner('delete from graphile_worker._private_jobs');
  clock.set('2026-03-28T09:00:00Z');
  await jobs.remind(clock.now());
  const mails = (await jobsQueued()).map(({ payload }) => String(payload));
  expect(mails).toHaveLength(1);
  expect(mails[0]).toContain('Een zaak moet bijna zijn afgerond');
});
