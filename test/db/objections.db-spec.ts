import { handlingFacts } from '../../src/features/objections/index.js';
import { ChannelsService } from '../../src/features/objections/channels.service.js';
import { CHANNEL_KINDS, objectionsInHand } from '../../src/features/objections/index.js';
import { ObjectionsJobs } from '../../src/features/objections/objections.jobs.js';
import { ObjectionAdviceService } from '../../src/features/objections/advice.service.js';
import { decisionPaper } from '../../src/features/objections/objection-papers.js';
import { HandlingService } from '../../src/features/objections/handling.service.js';
import { HandledReading } from '../../src/features/objections/reading.service.js';
import type { TypedDecision } from '../../src/features/objections/domain/decision.js';
import { ObjectionsService } from '../../src/features/objections/objections.service.js';
import { readVersion } from '../../src/features/tools/index.js';
import { hashPassword, OrganisationService } from '../../src/features/people/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { DeliveriesService, NoticesService } from '../../src/features/notices/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenOn } from '../support/given-activation.js';
import { givenCaseKey } from '../support/given-case-keys.js';
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

let hash: string;
let database: TestDatabase;
let clock: TestClock;
let objections: ObjectionsService;
let handling: HandlingService;
let reading: HandledReading;
let advice: ObjectionAdviceService;
let channels: ChannelsService;
let notices: NoticesService;
let jobs: ObjectionsJobs;
let unit: string;
let manager: GivenPerson;
let handler: GivenPerson;
let deputy: GivenPerson;

beforeAll(async () => {
  database = await databaseFor('objections');
  hash = await hashPassword(PASSWORD.password, { memoryKib: 64, passes: 1 });
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  objections = new ObjectionsService(database.transactions, clock, config);
  handling = new HandlingService(database.transactions, clock, config);
  reading = new HandledReading(database.transactions, clock);
  advice = new ObjectionAdviceService(database.transactions, clock, config);
  channels = new ChannelsService(database.transactions, clock);
  notices = new NoticesService(database.transactions, clock, new DeliveriesService(database.transactions, config), new ChainSoFar());
  jobs = new ObjectionsJobs(new JobRegistry(), database.transactions, config);
  unit = await givenUnit(database);
  manager = await givenPerson(database, { unitId: unit });
  handler = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] });
  deputy = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] });
  for (const { id } of [handler, deputy])
    await database.asOwner(`insert into accounts (person_id, password_hash, language, changed_at) values ($1, $2, 'nl', now())`, [
      id,
      hash,
    ]);
  for (const { id } of [handler, deputy]) await givenCaseKey((sql, parameters) => database.asOwner(sql, parameters), id);
  await channels.save(
    HR,
    CHANNEL_KINDS.map((kind) => ({ kind, handlerId: handler.id, deputyId: deputy.id, isOpen: true })),
  );
  await database.asOwner('delete from graphile_worker._private_jobs');
  await database.asOwner(`delete from role_grants where role = 'dpo'`);
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
const unitOf = async (personId: string): Promise<string> =>
  String((await database.asOwner('select unit_id from persons where id = $1', [personId]))[0]?.['unit_id']);
const asHandler = () => actorOf(handler.id, 'objection_handler');
const jobsQueued = (): Promise<Record<string, unknown>[]> =>
  database.asOwner(
    `select t.identifier, j.payload::text as payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`,
  );
const PASSWORD = { password: 'een wachtwoord voor tests' };
const EXTENSION = { cause: 'complexity', reason: 'x' } as const;
const OWN_TEXT =
  'Deze medewerker is de enige die ’s nachts de storingslijn voor de sluizen bedient. Als niemand ziet dat de lijn leeg is, kan het waterpeil te hoog worden. Een telefoon met wachtdienst kon niet.';
const OTHER_TEXT =
  'Bij deze persoon speelt een rechtszaak over ontbrekende meldingen in januari. De rechter vroeg om precies deze tijden, en niemand anders heeft ze. Na het vonnis verdwijnen zij meteen.';
const UPHELD: TypedDecision = {
  decision: 'upheld',
  reasons: 'Uw situatie weegt zwaarder',
  ground: null,
  demonstration: '',
  deviation: '',
  alternative: 'U meldt u per telefoon.',
};
const REJECTED: TypedDecision = {
  decision: 'rejected',
  reasons: 'De reden weegt zwaarder',
  ground: 'compelling_grounds',
  demonstration: OWN_TEXT,
  deviation: '',
  alternative: '',
};
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
  it('is possible against what is on where the person works, also before the notice came', async () => {
    const { tool, person } = await told();
    const newcomer = await givenPerson(database, { unitId: await unitOf(person.id), managerId: manager.id });
    expect(await refusal(lodge(tool, newcomer))).toContain('tool: objection.tool_unknown');
    await givenOn(database, tool);
    expect((await objections.choices(actorOf(newcomer.id))).tools.map(({ toolId }) => toolId)).toEqual([tool.toolId]);
    await lodge(tool, newcomer);
    expect(await paused({ tool, person: newcomer })).toBe(true);
    expect((await objections.choices(actorOf(person.id))).tools.map(({ toolId }) => toolId)).toEqual([tool.toolId]);
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
    expect(await refusal(reading.one(asHandler(), id))).toContain('page.unknown');
  });
});

describe('who handles an objection', () => {
  it('is the named handler and the deputy, and nobody else', async () => {
    await database.asOwner('update objections set converted = true');
    const { tool, person } = await told();
    const id = await lodge(tool, person);
    await reading.one(asHandler(), id);
    await reading.one(actorOf(deputy.id, 'objection_handler'), id);
    const stranger = await givenPerson(database, { unitId: unit, roles: ['objection_handler'] });
    for (const who of [stranger, manager, person])
      expect(await refusal(reading.one(actorOf(who.id, 'objection_handler'), id))).toContain('page.unknown');
    expect(await refusal(reading.one(HR, id))).toContain('page.unknown');
    expect(await reading.list(actorOf(stranger.id, 'objection_handler'))).toEqual([]);
  });
  it('is never in the person’s line, however far up', async () => {
    const between = await givenPerson(database, { unitId: unit, managerId: handler.id });
    const { tool, person } = await told({}, between.id);
    const id = await lodge(tool, person);
    expect(await refusal(reading.one(asHandler(), id))).toContain('page.unknown');
    expect((await reading.list(asHandler())).map(({ objection }) => objection.id)).not.toContain(id);
    await reading.one(actorOf(deputy.id, 'objection_handler'), id);
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
    await handling.acknowledge(asHandler(), id, '');
    await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    clock.advance({ days: 400 });
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(true);
    expect(await refusal(handling.decide(asHandler(), id, REJECTED, PASSWORD))).toContain('objection.decided');
  });
  it('rejected: told first, measured again after seven days to the second', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    await handling.decide(asHandler(), id, REJECTED, PASSWORD);
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
    await handling.extend(asHandler(), id, { cause: 'number', reason: 'Veel bezwaren tegelijk' });
    expect(await refusal(handling.extend(asHandler(), id, EXTENSION))).toContain('objection.extended');
    expect((await objections.ownOne(actorOf(given.person.id), id)).state).toMatchObject({ dueOn: '2026-06-05', isPaused: true });
    const late = await told();
    const lateId = await lodge(late.tool, late.person);
    clock.set('2026-04-08T09:00:00Z');
    expect(await refusal(handling.extend(asHandler(), lateId, EXTENSION))).toContain('objection.month_over');
  });
  it('is not extended without the person hearing of it: whom no mail can reach hears it from the handler', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    expect((await reading.one(asHandler(), id)).canBeMailed).toBe(true);
    await database.asOwner('update persons set email = null where id = $1', [given.person.id]);
    expect((await reading.one(asHandler(), id)).canBeMailed).toBe(false);
    expect(await refusal(handling.extend(asHandler(), id, EXTENSION))).toContain('told: objection.extension_untold');
    expect((await reading.one(asHandler(), id)).state.name).toBe('received');
    await handling.extend(asHandler(), id, { ...EXTENSION, toldInPerson: true });
    expect((await reading.one(asHandler(), id)).state.name).toBe('extended');
  });
  it('cannot be written over in the database', async () => {
    await expect(database.dataSource.query('delete from objection_acts')).rejects.toThrow('permission denied');
  });
  it('by two at the same moment is decided once', async () => {
    const { tool, person } = await told();
    const id = await lodge(tool, person);
    const both = await Promise.allSettled([
      handling.decide(asHandler(), id, UPHELD, PASSWORD),
      handling.decide(actorOf(deputy.id, 'objection_handler'), id, REJECTED, PASSWORD),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the advice of the DPO', () => {
  const asDpo = async () => actorOf((await givenPerson(database, { unitId: unit, roles: ['dpo'] })).id, 'dpo');

  it('is asked before a rejection, given without the name, and not binding', async () => {
    const dpo = await asDpo();
    const given = await told();
    const id = await lodge(given.tool, given.person);
    expect(await refusal(handling.decide(asHandler(), id, REJECTED, PASSWORD))).toContain('decision: objection.advice_first');
    expect(await refusal(advice.one(dpo, id))).toContain('page.unknown');
    expect(await refusal(advice.advise(dpo, id, 'reject', 'x'))).toContain('page.unknown');
    await handling.askAdvice(asHandler(), id);
    expect(await refusal(handling.askAdvice(asHandler(), id))).toContain('objection.advice_asked');
    expect(JSON.stringify(await advice.list(dpo))).not.toContain('Naam van');
    expect((await advice.list(dpo)).map(({ objection }) => objection.id)).toContain(id);
    expect(await refusal(handling.decide(asHandler(), id, REJECTED, PASSWORD))).toContain('decision: objection.advice_waits');
    await advice.advise(dpo, id, 'uphold', 'De situatie weegt zwaarder');
    expect(await refusal(advice.advise(dpo, id, 'reject', 'x'))).toContain('objection.advised');
    expect(await refusal(handling.decide(asHandler(), id, REJECTED, PASSWORD))).toContain('deviation: objection.deviation_needed');
    await handling.decide(asHandler(), id, { ...REJECTED, deviation: 'Wij wegen de veiligheid zwaarder' }, PASSWORD);
    expect((await reading.one(asHandler(), id)).decision).toMatchObject({
      deviation: 'Wij wegen de veiligheid zwaarder',
      alternative: null,
    });
  });
  it('is of no use to the person’s own DPO, nor asked where there is none', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    expect(await refusal(handling.askAdvice(asHandler(), id))).toContain('objection.no_dpo');
    await asDpo();
    await handling.askAdvice(asHandler(), id);
    expect(await refusal(advice.one(actorOf(given.person.id, 'dpo'), id))).toContain('page.unknown');
    expect(await advice.list(actorOf(given.person.id, 'dpo'))).not.toContainEqual(
      expect.objectContaining({ objection: expect.objectContaining({ id }) as unknown }),
    );
  });
});

describe('the burden of proof', () => {
  it('is not met by the balancing test, nor by what was told somebody else, nor without the handler’s password', async () => {
    const given = await told({
      answers: { ...WHOLE_ANSWERS, 'purposes[].balancingTest.interest|attendance': `${OWN_TEXT} En dat is alles wat wij ervan weten.` },
    });
    const id = await lodge(given.tool, given.person);
    expect(await refusal(handling.decide(asHandler(), id, REJECTED, PASSWORD))).toContain('demonstration: objection.demonstration_repeats');
    const colleague = await givenPerson(database, { unitId: await unitOf(given.person.id), managerId: manager.id });
    const other = { ...REJECTED, demonstration: OTHER_TEXT };
    expect(await refusal(handling.decide(asHandler(), id, other, { password: 'geraden' }))).toContain('password: password.wrong');
    await handling.decide(asHandler(), id, other, PASSWORD);
    await database.asOwner(
      `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at) select n.id, p.id, p.unit_id, n.published_at from notices n, persons p
       where n.tool_id = $1 and p.id = $2 on conflict do nothing`,
      [given.tool.toolId, colleague.id],
    );
    const second = await lodge(given.tool, colleague);
    expect(await refusal(handling.decide(asHandler(), second, other, PASSWORD))).toContain(
      'demonstration: objection.demonstration_repeats',
    );
  });
});

describe('what follows', () => {
  it('is locking at once, erasing once upheld, each recorded once', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    const restricting = async () =>
      (await database.asOwner('select 1 from data_restricted where tool_id = $1 and person_id = $2', [given.tool.toolId, given.person.id]))
        .length;
    expect(await restricting()).toBe(1);
    expect(await refusal(handling.doDuty(asHandler(), id, 'erase', 'Gewist'))).toContain('objection.duty_unknown');
    await handling.doDuty(asHandler(), id, 'restrict', 'Geblokkeerd in het systeem');
    expect(await refusal(handling.doDuty(asHandler(), id, 'restrict', 'Nog eens'))).toContain('objection.duty_done');
    await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    await handling.doDuty(asHandler(), id, 'erase', 'Gewist bij de leverancier');
    const own = await objections.ownOne(actorOf(given.person.id), id);
    expect(own.duties.map(({ duty, done }) => [duty, done?.note ?? null])).toEqual([
      ['restrict', 'Geblokkeerd in het systeem'],
      ['erase', 'Gewist bij de leverancier'],
      ['tell_recipients', null],
      ['offer_alternative', null],
    ]);
    expect(own.decision?.alternative).toBe(UPHELD.alternative);
    expect(await restricting()).toBe(0);
    clock.set('2026-04-01T06:30:00Z');
    await database.asOwner('delete from graphile_worker._private_jobs');
    await jobs.remind(clock.now());
    expect((await jobsQueued()).some(({ payload }) => String(payload).includes('bijna'))).toBe(true);
  });
  it('of a rejection waits where no mail can tell it: until it was read, and then seven days', async () => {
    const given = await told();
    await database.asOwner('update persons set email = null where id = $1', [given.person.id]);
    const id = await lodge(given.tool, given.person);
    await handling.decide(asHandler(), id, REJECTED, PASSWORD);
    clock.set('2026-03-25T09:00:00Z');
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(true);
    const own = await objections.ownOne(actorOf(given.person.id), id);
    expect(own.state).toMatchObject({ isUntold: false, liftsOn: '2026-04-01' });
    expect(await refusal(handling.toldInPerson(asHandler(), id))).toContain('objection.told');
    clock.set('2026-04-01T08:59:59Z');
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(true);
    clock.set('2026-04-01T09:00:00Z');
    await jobs.liftRestrictions(clock.now());
    expect(await paused(given)).toBe(false);
  });
  it('of a rejection can be told in person by the handler', async () => {
    const given = await told();
    await database.asOwner('update persons set email = null where id = $1', [given.person.id]);
    const id = await lodge(given.tool, given.person);
    await handling.decide(asHandler(), id, REJECTED, PASSWORD);
    await handling.toldInPerson(asHandler(), id);
    expect((await reading.one(asHandler(), id)).state.liftsOn).toBe('2026-03-12');
  });
});

describe('receipt', () => {
  it('is confirmed by the system on the second working day, once, and never after the handler did', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    const other = await told();
    const confirmed = await lodge(other.tool, other.person);
    await handling.acknowledge(asHandler(), confirmed, 'Dank u');
    clock.set('2026-03-06T22:59:59Z');
    await jobs.acknowledge(clock.now());
    const acts = async (which: string) => (await reading.one(asHandler(), which)).acts.map(({ kind, byPerson }) => [kind, byPerson]);
    expect(await acts(id)).toEqual([]);
    clock.set('2026-03-09T12:15:00Z');
    await jobs.acknowledge(clock.now());
    await jobs.acknowledge(clock.now());
    expect(await acts(id)).toEqual([['acknowledged', 'system']]);
    expect(await acts(confirmed)).toEqual([['acknowledged', handler.id]]);
  });
});

describe('the handler’s question', () => {
  it('is asked once, answered once, and stops no term', async () => {
    const given = await told();
    const id = await lodge(given.tool, given.person, '');
    const asPerson = actorOf(given.person.id);
    expect(await refusal(objections.answer(asPerson, id, 'x'))).toContain('objection.not_asked');
    await handling.ask(asHandler(), id, 'Wilt u iets vertellen?');
    expect(await refusal(handling.ask(asHandler(), id, 'Nog iets?'))).toContain('objection.asked');
    expect(await refusal(objections.answer(asHandler(), id, 'x'))).toContain('page.unknown');
    await objections.answer(asPerson, id, 'Ik zorg voor mijn vader');
    expect(await refusal(objections.answer(asPerson, id, 'x'))).toContain('objection.not_asked');
    expect((await objections.ownOne(asPerson, id)).state).toMatchObject({ dueOn: '2026-04-07', isPaused: true });
  });
});

describe('the confidential adviser', () => {
  it('objects for somebody, who is out at once, hears it, and can take it back', async () => {
    const given = await told();
    const adviser = await givenPerson(database, { unitId: unit, roles: ['trusted_person'] });
    const asAdviser = actorOf(adviser.id, 'trusted_person');
    const command = { staffNumber: given.person.staffNumber, toolId: given.tool.toolId, situation: 'Zorg thuis' };
    expect(await refusal(objections.lodgeFor(actorOf(adviser.id), command, newId('i')))).toContain('page.unknown');
    for (const wrong of [{ staffNumber: 'niemand' }, { toolId: 't_none' }, { staffNumber: adviser.staffNumber }])
      expect(await refusal(objections.lodgeFor(asAdviser, { ...command, ...wrong }, newId('i')))).toContain(
        'staffNumber: objection.behalf_unknown',
      );
    expect(await objections.lodgeFor(asAdviser, command, newId('i'))).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await paused(given)).toBe(true);
    const [own] = await objections.own(actorOf(given.person.id));
    expect(own?.objection.lodgedBy).toBe(adviser.id);
    await objections.withdraw(actorOf(given.person.id), own?.objection.id ?? '');
    expect(await paused(given)).toBe(false);
  });
});

describe('the decision on paper', () => {
  const paperOf = async (publicBody: boolean | null, decision: TypedDecision) => {
    const given = await told();
    const id = await lodge(given.tool, given.person);
    await handling.decide(asHandler(), id, decision, PASSWORD);
    const view = await objections.ownOne(actorOf(given.person.id), id);
    const paper = decisionPaper(view, { ...view.decision!, publicBody });
    return { nl: JSON.stringify(paper.blocks), en: JSON.stringify(paper.translation?.blocks), name: given.person.staffNumber };
  };
  it('of a public body says where to object within six weeks, elsewhere which court, and both where nobody has said', async () => {
    const [body, firm, unknown] = [await paperOf(true, REJECTED), await paperOf(false, REJECTED), await paperOf(null, REJECTED)];
    expect(body.nl).toContain('Algemene wet bestuursrecht');
    expect(body.nl).toContain('16 april 2026');
    expect(body.nl).not.toContain('rechtbank');
    expect(firm.nl).toContain('rechtbank');
    expect(firm.nl).not.toContain('bestuursrecht');
    expect([unknown.nl.includes('rechtbank'), unknown.nl.includes('bestuursrecht')]).toEqual([true, true]);
    expect(body.en).toContain('public body');
    expect(body.nl).toContain(OWN_TEXT.slice(0, 40));
    expect(body.nl).toContain('12 maart 2026');
  });
  it('names nobody, and when upheld offers another way without detriment', async () => {
    const { nl, name } = await paperOf(true, UPHELD);
    expect(nl).toContain(UPHELD.alternative);
    expect(nl).not.toContain(name);
    expect(nl).not.toContain('dwingende');
  });
});

describe('the channels', () => {
  const choice = (over: Partial<{ handlerId: string | null; deputyId: string | null; isOpen: boolean }>) => [
    { kind: 'objection' as const, handlerId: handler.id, deputyId: deputy.id, isOpen: true, ...over },
  ];
  const facts = (tool: GivenTool, shown = false) =>
    database.transactions.read(async (tx) => handlingFacts(tx, await readVersion(tx, tool.versionId), Promise.resolve(shown)));

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
    expect((await facts(tool)).objectionHandling).toMatchObject({ anonymousChannel: true });
    await database.asOwner(`update channels set is_open = false where kind = 'complaint'`);
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

it('neither reminds nor counts where somebody’s own line objected: that too would tell who', async () => {
  await database.asOwner('update objections set converted = true');
  const { tool, person } = await told({}, handler.id);
  await lodge(tool, person);
  const countedFor = async (id: string) => database.transactions.read(async (tx) => (await objectionsInHand(tx, id)).open);
  const [above, other] = [await countedFor(handler.id), await countedFor(deputy.id)];
  await database.asOwner('delete from graphile_worker._private_jobs');
  clock.set('2026-03-28T09:00:00Z');
  await jobs.remind(clock.now());
  const mails = (await jobsQueued()).map(({ payload }) => String(payload)).join();
  expect([above, other]).toEqual([0, 1]);
  expect(mails).toContain(`${deputy.staffNumber}@voorbeeld.nl`);
  expect(mails).not.toContain(`${handler.staffNumber}@voorbeeld.nl`);
});

it('reminds the DPO of a late case that nobody may handle, and nobody else', async () => {
  await database.asOwner('update objections set converted = true');
  const dpo = await givenPerson(database, { unitId: unit, roles: ['dpo'] });
  await database.asOwner('update persons set manager_id = $1 where id = $2', [deputy.id, handler.id]);
  const { tool, person } = await told({}, handler.id);
  await lodge(tool, person);
  await database.asOwner('delete from graphile_worker._private_jobs');
  clock.set('2026-03-28T09:00:00Z');
  await jobs.remind(clock.now());
  const mails = (await jobsQueued()).map(({ payload }) => String(payload)).join();
  expect(mails).toContain(`${dpo.staffNumber}@voorbeeld.nl`);
  for (const { staffNumber } of [handler, deputy]) expect(mails).not.toContain(`${staffNumber}@voorbeeld.nl`);
});
