import { CallersJobs } from '../../src/features/callers/callers.jobs.js';
import { CallersService } from '../../src/features/callers/callers.service.js';
import { callerRequestsInHand } from '../../src/features/callers/index.js';
import type { RequestKind } from '../../src/features/callers/domain/caller-request.js';
import { Patience } from '../../src/features/callers/patience.js';
import { CallerRequestsService } from '../../src/features/callers/requests.service.js';
import { ChannelsService, CHANNEL_KINDS } from '../../src/features/objections/index.js';
import type { Actor } from '../../src/kernel/actor.js';
import { crockford } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenRecording } from '../support/given-callers.js';
import { actorOf, countingQueries, givenPerson, givenTool, givenUnit, type GivenPerson } from '../support/given-notices.js';

const config = { baseUrl: 'https://countersign.example.org' };
const HOME = '192.0.2.7';

let database: TestDatabase;
let clock: TestClock;
let callers: CallersService;
let requests: CallerRequestsService;
let jobs: CallersJobs;
let channels: ChannelsService;
let unit: string;
let handler: GivenPerson;
let deputy: GivenPerson;

beforeAll(async () => {
  database = await databaseFor('callers');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  unit = await givenUnit(database);
  handler = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] });
  deputy = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'complaint_handler'] });
});
afterAll(() => database.close());

const open = (isOpen = true): Promise<void> =>
  channels.save(
    actorOf('p_hr', 'hr_registrar'),
    CHANNEL_KINDS.filter((kind) => kind !== 'complaint').map((kind) => ({ kind, handlerId: handler.id, deputyId: deputy.id, isOpen })),
  );

beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  callers = new CallersService(database.transactions, new Patience(), clock, config);
  requests = new CallerRequestsService(database.transactions, clock);
  jobs = new CallersJobs(new JobRegistry(), database.transactions, config);
  channels = new ChannelsService(database.transactions, clock);
  await open();
  await database.asOwner('delete from graphile_worker._private_jobs');
});

const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return [String(error.status), error.code, ...error.reasons.flatMap(({ field }) => (field ? [field] : []))];
};
const asHandler = (): Actor => actorOf(handler.id, 'objection_handler');
const asked = (kind: RequestKind = 'objection', code = crockford(20), details = 'Ik belde over mijn paspoort') =>
  ({ kind, code, texts: { details, number: '06 12345678' }, language: 'nl' }) as const;
const lodge = async (kind: RequestKind, toolId: string): Promise<{ readonly id: string; readonly code: string }> => {
  const sent = asked(kind);
  const { reference } = await callers.lodge(HOME, toolId, sent);
  const [row] = await database.asOwner(`select id from caller_requests where reference = $1`, [reference]);
  return { id: String(row?.['id']), code: sent.code };
};
const mails = async (): Promise<readonly string[]> =>
  (await database.asOwner(`select payload::text as mail from graphile_worker._private_jobs order by id`)).map(({ mail }) => String(mail));
const confidential = async (): Promise<number> => Number((await database.asOwner(`select count(*) from confidential_acts`))[0]?.['count']);

describe('what the public may know', () => {
  const seen = async (toolId: string) => (await callers.register(HOME)).tools.find((tool) => tool.toolId === toolId);

  it('is what runs, ran or was decided on; not what somebody only registered', async () => {
    const [on, off, decided] = [
      await givenRecording(database),
      await givenRecording(database, { on: false, ever: true }),
      await givenRecording(database, { on: false }),
    ];
    const draft = await givenTool(database, { answers: { 'tool.dataSubjects|': ['customers'] } });
    expect([await seen(on.toolId), await seen(off.toolId), await seen(decided.toolId), await seen(draft.toolId)]).toEqual([
      expect.objectContaining({ isOn: true, touchesOutsiders: true }),
      expect.objectContaining({ isOn: false, endedAt: new Date('2026-02-20T09:00:00Z'), touchesOutsiders: true }),
      expect.objectContaining({ isOn: false, since: null, touchesOutsiders: false }),
      undefined,
    ]);
    expect((await seen(on.toolId))?.decision).toEqual(expect.objectContaining({ decidedAt: new Date('2026-01-20T10:00:00Z') }));
  });

  it('is a tool that runs without consent as well, and never a secret investigation', async () => {
    const unconsented = await givenTool(database, { runsWithoutConsent: true, answers: { 'tool.dataSubjects|': ['customers'] } });
    expect(await seen(unconsented.toolId)).toEqual(
      expect.objectContaining({ runsWithoutConsent: true, decision: null, touchesOutsiders: true }),
    );
    const secret = await givenRecording(database, { answers: { 'tool.covert|': true } });
    expect(await seen(secret.toolId)).toBeUndefined();
    expect(await refusal(callers.tool(HOME, secret.toolId))).toEqual(['404', 'page.unknown']);
  });

  it('has a page for callers only where somebody outside is captured, and it was ever on', async () => {
    const own = await givenRecording(database, { answers: { 'tool.dataSubjects|': ['employees'] } });
    const never = await givenRecording(database, { on: false });
    for (const { toolId } of [own, never]) expect(await refusal(callers.tool(HOME, toolId))).toEqual(['404', 'page.unknown']);
    const listed = (await callers.list(HOME)).tools.map(({ toolId }) => toolId);
    expect(listed).not.toContain(own.toolId);
    const open_ = await givenRecording(database);
    expect((await callers.list(HOME)).tools.map(({ toolId }) => toolId)).toContain(open_.toolId);
    expect((await callers.tool(HOME, open_.toolId)).tool.facts).toEqual(
      expect.objectContaining({ way: 'calls', key: '9', callsBack: true, categories: ['voice'] }),
    );
  });

  it('follows the dossier of the version that runs', async () => {
    const { toolId, versionId } = await givenRecording(database);
    await database.asOwner(`update answers set value = '"5"' where version_id = $1 and attribute = 'notice.thirdParty.key'`, [versionId]);
    expect((await callers.tool(HOME, toolId)).tool.facts.key).toBe('5');
  });

  it('takes as many queries for ten tools as for one', async () => {
    const few = await countingQueries(database, () => callers.register(HOME));
    for (let n = 0; n < 5; n += 1) await givenRecording(database);
    expect(await countingQueries(database, () => callers.register(HOME))).toBe(few);
  });
});

describe('a request without an account', () => {
  it('gets its month, goes to handler and deputy, and is confidential', async () => {
    const { toolId } = await givenRecording(database);
    const before = await confidential();
    const sent = asked();
    const answer = await callers.lodge(HOME, toolId, sent);
    expect(answer).toEqual(expect.objectContaining({ dueOn: '2026-04-07' }));
    expect(await confidential()).toBe(before + 1);
    const queued = (await mails()).join('\n');
    expect(queued).toContain('caller-requests');
    for (const secret of ['paspoort', '12345678', sent.code, toolId]) expect(queued).not.toContain(secret);
    const kept = JSON.stringify(await database.asOwner(`select * from caller_requests`));
    expect(kept).not.toContain(sent.code);
    const log = JSON.stringify([
      await database.asOwner(`select * from confidential_acts`),
      await database.asOwner(`select * from evidence_pending`),
    ]);
    for (const secret of ['paspoort', '12345678', sent.code]) expect(log).not.toContain(secret);
  });

  it('sent twice is one request; the same code for something else is refused', async () => {
    const { toolId } = await givenRecording(database);
    const sent = asked('access');
    const [first, second] = await Promise.all([callers.lodge(HOME, toolId, sent), callers.lodge(HOME, toolId, sent)]);
    expect(second.reference).toBe(first.reference);
    expect(await refusal(callers.lodge(HOME, toolId, { ...sent, kind: 'erasure' }))).toEqual(['422', 'act.key-reused']);
  });

  it('is followed with its code, however it is typed, and with no other', async () => {
    const { toolId } = await givenRecording(database);
    const { code } = await lodge('access', toolId);
    const typed = (code.match(/.{4}/g) ?? []).join('-').toLowerCase();
    expect((await callers.follow(HOME, ` ${typed} `))?.request.kind).toBe('access');
    expect(await callers.follow(HOME, crockford(20))).toBeNull();
    expect(await callers.reply(HOME, crockford(20), 'hallo')).toBeNull();
    expect(await callers.withdraw(HOME, crockford(20))).toBeNull();
  });

  it('becomes a complaint where nobody has a right to object', async () => {
    const { toolId } = await givenRecording(database, {
      answers: { 'purposes[].legalBasis|training': 'legal_obligation', 'purposes[].legalBasis|callback_research': 'contract' },
    });
    const { code } = await lodge('objection', toolId);
    expect((await callers.follow(HOME, code))?.request.converted).toBe(true);
    const other = await givenRecording(database);
    expect((await callers.follow(HOME, (await lodge('objection', other.toolId)).code))?.request.converted).toBe(false);
  });

  it('is heard by the DPO where nobody handles it, and waits for the handler', async () => {
    const dpo = await givenPerson(database, { unitId: unit, roles: ['dpo'] });
    const { toolId } = await givenRecording(database);
    await open(false);
    const { id } = await lodge('erasure', toolId);
    expect((await mails()).join('')).toContain('geen behandelaar');
    expect(await refusal(requests.one(asHandler(), id))).toEqual(['404', 'page.unknown']);
    await open();
    expect((await requests.one(asHandler(), id)).request.id).toBe(id);
    await database.asOwner(`update role_grants set ended_at = now() where person_id = $1`, [dpo.id]);
  });

  it('is held back when one address sends many, and another address is not', async () => {
    const { toolId } = await givenRecording(database);
    for (let n = 0; n < 5; n += 1) await callers.lodge(HOME, toolId, asked('access'));
    expect(await refusal(callers.lodge(HOME, toolId, asked('access')))).toEqual(['429', 'rate.exceeded']);
    await callers.lodge('192.0.2.8', toolId, asked('access'));
    clock.advance({ minutes: 1 });
    await callers.lodge(HOME, toolId, asked('access'));
    for (let n = 0; n < 20; n += 1) await callers.follow(HOME, crockford(20));
    expect(await refusal(callers.follow(HOME, crockford(20)))).toEqual(['429', 'rate.exceeded']);
  });
});

describe('who handles it', () => {
  it('is handler or deputy of that kind, and for everybody else there is nothing', async () => {
    const { toolId } = await givenRecording(database);
    const { id } = await lodge('objection', toolId);
    const others = await givenPerson(database, { unitId: unit, roles: ['objection_handler', 'hr_registrar'] });
    expect((await requests.one(actorOf(deputy.id, 'objection_handler'), id)).texts.details).toContain('paspoort');
    expect(await refusal(requests.one(actorOf(others.id, 'objection_handler'), id))).toEqual(['404', 'page.unknown']);
    expect(await requests.list(actorOf(others.id, 'objection_handler'))).toEqual([]);
    for (const work of [requests.setApart(actorOf(others.id), id), requests.acknowledge(actorOf(others.id), id, 'x')])
      expect(await refusal(work)).toEqual(['404', 'page.unknown']);
    const load = await database.transactions.read((tx) => callerRequestsInHand(tx, handler.id));
    expect(load.open).toBeGreaterThan(0);
    expect(await database.transactions.read((tx) => callerRequestsInHand(tx, others.id))).toEqual({ open: 0, firstDueOn: null });
  });

  it('sets an objection apart first, and grants it only when everything was done', async () => {
    const { toolId } = await givenRecording(database);
    const { id, code } = await lodge('objection', toolId);
    const reject = { decision: 'rejected', reasons: 'Een rechtszaak vraagt deze opname.', measures: [] } as const;
    expect(await refusal(requests.decide(asHandler(), id, reject))).toEqual(['409', 'caller.not_set_apart']);
    await requests.setApart(asHandler(), id);
    expect(await refusal(requests.setApart(asHandler(), id))).toEqual(['409', 'caller.set_apart']);
    expect(await refusal(requests.decide(asHandler(), id, reject))).toEqual(['422', 'input.unusable', 'reasons']);
    const grant = { decision: 'upheld', reasons: 'Wij wissen de opname.', measures: ['not_again', 'erased'] } as const;
    expect(await refusal(requests.decide(asHandler(), id, grant))).toEqual(['422', 'input.unusable', 'measures']);
    await requests.decide(asHandler(), id, { ...grant, measures: ['not_again', 'erased', 'recipients_told'] });
    const read = await callers.follow(HOME, code);
    expect(read?.acts.map(({ kind }) => kind)).toEqual(['set_apart', 'upheld']);
    expect(read?.acts.at(-1)).toEqual(
      expect.objectContaining({ text: 'Wij wissen de opname.', measures: ['not_again', 'erased', 'recipients_told'] }),
    );
    expect(await refusal(requests.decide(asHandler(), id, reject))).toEqual(['409', 'caller.over']);
    expect(await refusal(callers.reply(HOME, code, 'Nog iets'))).toEqual(['409', 'caller.over']);
  });

  it('refuses an objection only in words of its own, not in those of the balancing test or of another refusal', async () => {
    const test =
      'Inwoners krijgen goede hulp aan de telefoon en zonder het gesprek weten wij niet wat er is gezegd en gevraagd over hun zaak bij ons aan het loket';
    const { toolId } = await givenRecording(database, { answers: { 'purposes[].balancingTest.necessity|training': test } });
    const own =
      'Deze beller heeft ons op 3 maart bedreigd. De politie onderzoekt dat en vraagt om juist deze opname te bewaren tot de rechter in mei een uitspraak heeft gedaan over de bedreiging.';
    const refuseWith = async (reasons: string): Promise<string[] | string> => {
      const { id } = await lodge('objection', toolId);
      await requests.setApart(asHandler(), id);
      return refusal(requests.decide(asHandler(), id, { decision: 'rejected', reasons, measures: [] })).catch(() => 'decided');
    };
    expect(await refuseWith(test)).toEqual(['422', 'input.unusable', 'reasons']);
    expect(await refuseWith(own)).toBe('decided');
    expect(await refuseWith(own)).toEqual(['422', 'input.unusable', 'reasons']);
  });

  it('asks who it is once, with a way and a reason, and not of who objects', async () => {
    const { toolId } = await givenRecording(database);
    const objection = await lodge('objection', toolId);
    expect(await refusal(requests.askIdentity(asHandler(), objection.id, 'about_call', 'Twijfel'))).toEqual([
      '409',
      'caller.identity_not_needed',
    ]);
    const { id, code } = await lodge('access', toolId);
    expect(await refusal(requests.confirmIdentity(asHandler(), id))).toEqual(['409', 'caller.identity_settled']);
    await requests.askIdentity(asHandler(), id, 'recorded_number', 'Er belden meer mensen met dit nummer.');
    expect(await refusal(requests.askIdentity(asHandler(), id, 'in_person', 'Nog eens'))).toEqual(['409', 'caller.identity_asked']);
    expect(await refusal(requests.ask(asHandler(), id, 'En wanneer was het?'))).toEqual(['409', 'caller.asked']);
    expect((await callers.reply(HOME, code, 'Bel maar om 10 uur.'))?.state.identity).toBe('answered');
    await requests.confirmIdentity(asHandler(), id);
    expect((await requests.one(asHandler(), id)).state.identity).toBe('confirmed');
    await requests.ask(asHandler(), id, 'Welke dag?');
  });

  it('extends once within the month; two at once are one', async () => {
    const { toolId } = await givenRecording(database);
    const { id } = await lodge('access', toolId);
    const both = await Promise.allSettled([
      requests.extend(asHandler(), id, 'Veel verzoeken'),
      requests.extend(asHandler(), id, 'Veel verzoeken'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await requests.one(asHandler(), id)).state.dueOn).toBe('2026-06-05');
    const late = await lodge('access', toolId);
    clock.advance({ days: 34 });
    expect(await refusal(requests.extend(asHandler(), late.id, 'Te laat'))).toEqual(['409', 'caller.month_over']);
  });

  it('never withdraws for the caller; the caller does', async () => {
    const { toolId } = await givenRecording(database);
    const { id, code } = await lodge('restriction', toolId);
    expect((await callers.withdraw(HOME, code))?.state.name).toBe('withdrawn');
    expect(await refusal(requests.acknowledge(asHandler(), id, ''))).toEqual(['409', 'caller.over']);
  });
});

describe('what runs by itself', () => {
  it('reminds of an objection that does not lie apart, and of nothing that is done', async () => {
    await database.asOwner(`delete from caller_act_texts; delete from caller_texts`);
    await database.asOwner(
      `alter table caller_acts disable trigger all; delete from caller_acts; alter table caller_acts enable trigger all`,
    );
    await database.asOwner(
      `alter table caller_requests disable trigger all; delete from caller_requests; alter table caller_requests enable trigger all`,
    );
    const { toolId } = await givenRecording(database);
    const { id } = await lodge('objection', toolId);
    await requests.acknowledge(asHandler(), id, 'Dank u.');
    await database.asOwner('delete from graphile_worker._private_jobs');
    await jobs.remind(clock.now());
    expect(await mails()).toEqual([]);
    clock.advance({ days: 1 });
    await jobs.remind(clock.now());
    expect((await mails()).join('')).toContain('aandacht');
    await requests.setApart(asHandler(), id);
    await database.asOwner('delete from graphile_worker._private_jobs');
    await jobs.remind(clock.now());
    expect(await mails()).toEqual([]);
  });

  it('erases every word six months after the end, and not a day sooner; the acts stay', async () => {
    const { toolId } = await givenRecording(database);
    const { id, code } = await lodge('erasure', toolId);
    await requests.acknowledge(asHandler(), id, 'Wij zoeken het gesprek over uw paspoort.');
    await requests.decide(asHandler(), id, { decision: 'rejected', reasons: 'Er is geen opname over een paspoort.', measures: [] });
    const left = async (): Promise<string> =>
      JSON.stringify([
        await database.asOwner(`select text from caller_texts where request_id = $1`, [id]),
        await database.asOwner(`select x.text from caller_act_texts x join caller_acts a on a.id = x.act_id where a.request_id = $1`, [id]),
      ]);
    await jobs.erase(new Date('2026-09-05T20:00:00Z'));
    expect(await left()).toContain('paspoort');
    await jobs.erase(new Date('2026-09-06T01:00:00Z'));
    await jobs.erase(new Date('2026-09-07T01:00:00Z'));
    expect(await left()).toBe('[[],[]]');
    const read = await callers.follow(HOME, code);
    expect(read?.acts.map(({ kind }) => kind)).toEqual(['acknowledged', 'rejected', 'erased']);
    expect(read?.state.isErased).toBe(true);
  });

  it('the database lets the application change no act, no request and no word', async () => {
    for (const sql of [
      `update caller_acts set kind = 'upheld'`,
      `delete from caller_acts`,
      `update caller_requests set due_on = '2030-01-01'`,
      `update caller_texts set text = 'x'`,
      `update caller_act_texts set text = 'x'`,
    ])
      await expect(database.dataSource.query(sql)).rejects.toThrow(/permission denied|append/);
  });
});
