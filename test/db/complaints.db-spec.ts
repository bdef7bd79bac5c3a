import { CaseKeysService, type Handler } from '../../src/features/complaints/case-keys.service.js';
import { CaseRoundsService } from '../../src/features/complaints/case-rounds.service.js';
import { CasesService, type CaseView, type Writing } from '../../src/features/complaints/cases.service.js';
import { type Complaining, ComplaintsService } from '../../src/features/complaints/complaints.service.js';
import { caseIdOf } from '../../src/features/complaints/domain/receipt-code.js';
import { FollowService } from '../../src/features/complaints/follow.service.js';
import { HouseKeys } from '../../src/features/complaints/house-keys.js';
import { KeyRing } from '../../src/features/complaints/key-ring.js';
import { ChannelsService } from '../../src/features/objections/channels.service.js';
import { ObjectionsService } from '../../src/features/objections/objections.service.js';
import { newId } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenOn } from '../support/given-activation.js';
import { CASE_SECRET, givenCaseKey } from '../support/given-case-keys.js';
import { actorOf, givenPerson, givenTool, givenUnit, type GivenPerson, WHOLE_ANSWERS } from '../support/given-notices.js';
import { houseKeys } from '../support/house-keys.js';

const HR = actorOf('p_hr', 'hr_registrar');
const config = { baseUrl: 'https://countersign.example.org', argon2: { memoryKib: 64, passes: 1 } };

let database: TestDatabase;
let clock: TestClock;
let house: HouseKeys;
let complaints: ComplaintsService;
let follow: FollowService;
let cases: CasesService;
let keys: CaseKeysService;
let rounds: CaseRoundsService;
let unit: string;
let handler: GivenPerson;
let deputy: GivenPerson;
let person: GivenPerson;

const asOwner = (sql: string, parameters: unknown[]) => database.asOwner(sql, parameters);
const as = ({ id }: GivenPerson, role: 'complaint_handler' | 'trusted_person' = 'complaint_handler'): Handler => ({
  actor: actorOf(id, role),
  sessionId: `session of ${id}`,
});
const withKey = async (who: GivenPerson): Promise<GivenPerson> => {
  await givenCaseKey(asOwner, who.id);
  await keys.open(as(who), CASE_SECRET);
  return who;
};

beforeAll(async () => {
  database = await databaseFor('complaints');
  house = await houseKeys();
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());
beforeEach(async () => {
  clock = new TestClock('2026-03-05T09:00:00Z');
  const ring = new KeyRing();
  complaints = new ComplaintsService(database.transactions, clock, config, house);
  follow = new FollowService(database.transactions, clock, config, house);
  cases = new CasesService(database.transactions, clock, config, ring);
  keys = new CaseKeysService(database.transactions, clock, config, ring);
  rounds = new CaseRoundsService(database.transactions, config);
  await database.asOwner(`update role_grants set ended_at = now() where ended_at is null`);
  unit = await givenUnit(database);
  handler = await withKey(await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] }));
  deputy = await withKey(await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] }));
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
  return error.reasons[0]?.code ?? error.code;
};
const told = (over: Partial<Complaining> = {}): Complaining => ({
  code: complaints.newCode(),
  toolId: null,
  category: 'excessive',
  text: 'Er wordt te veel gemeten',
  when: '',
  tool: '',
  about: '',
  barredIds: [],
  desk: 'handler',
  isDisclosure: false,
  ...over,
});
const lodge = async (over: Partial<Complaining> = {}, who = person): Promise<string> => {
  const given = told(over);
  await complaints.lodge(actorOf(who.id), given);
  return given.code;
};
const report = async (over: Partial<Complaining> = {}): Promise<string> => {
  const given = told(over);
  await complaints.report(given);
  return given.code;
};
const assignedTo = async (code: string) =>
  (await database.asOwner('select handler_id from complaints where id = $1', [caseIdOf(code)]))[0]?.['handler_id'];
const opened = async (who: Handler, code: string): Promise<CaseView> => {
  const answer = await cases.case(who, caseIdOf(code));
  if (answer.kind !== 'open') throw new Error(`Expected: an open case. Found: ${answer.kind}.`);
  return answer.view;
};
const write = (who: Handler, code: string, kind: Writing['kind'], text = 'Bericht', end: Partial<Writing> = {}) =>
  cases.write(who, caseIdOf(code), { kind, text, outcome: null, referredTo: null, ...end });
const mails = async (): Promise<readonly string[]> =>
  (await database.asOwner('select payload::text as payload from graphile_worker._private_jobs')).map(({ payload }) => String(payload));

describe('a complaint', () => {
  it('is read and answered by the named handler, and followed by its code', async () => {
    const code = await lodge({ when: 'sinds februari' });
    const seen = await opened(as(handler), code);
    expect(seen).toMatchObject({ state: { name: 'received' }, complaint: { dueOn: '2026-04-16', lodgedOn: '2026-03-05', route: 'named' } });
    expect(seen).toMatchObject({
      story: { text: 'Er wordt te veel gemeten', when: 'sinds februari' },
      authorName: `Naam van ${person.staffNumber}`,
    });
    await write(as(handler), code, 'acknowledged', 'Ontvangen');
    await write(as(handler), code, 'question', 'Wanneer was dat?');
    await write(as(handler), code, 'note', 'Eerst IT vragen');
    await follow.answer(code, 'Vorige week');
    await write(as(handler), code, 'closed', 'U heeft gelijk', { outcome: 'upheld' });
    const own = await follow.follow(code);
    expect(own?.state.name).toBe('closed');
    expect(own?.messages.map(({ kind, text, outcome }) => [kind, text, outcome])).toEqual([
      ['acknowledged', 'Ontvangen', null],
      ['question', 'Wanneer was dat?', null],
      ['reply', 'Vorige week', null],
      ['closed', 'U heeft gelijk', 'upheld'],
    ]);
    expect((await opened(as(handler), code)).messages.map(({ text }) => text)).toContain('Eerst IT vragen');
    expect(await refusal(follow.answer(code, 'x'))).toBe('complaint.closed');
    expect(await refusal(write(as(handler), code, 'reply'))).toBe('complaint.closed');
  });
  it('is closed with an outcome, and referred with a place to go', async () => {
    const code = await report();
    expect(await refusal(write(as(handler), code, 'closed'))).toBe('complaint.outcome-missing');
    expect(await refusal(write(as(handler), code, 'closed', 'x', { outcome: 'referred' }))).toBe('complaint.outcome-missing');
    expect(await refusal(write(as(handler), code, 'closed', 'x', { outcome: 'upheld', referredTo: 'court' }))).toBe(
      'complaint.outcome-missing',
    );
    await write(as(handler), code, 'closed', 'Ga naar de AP', { outcome: 'referred', referredTo: 'authority' });
    expect(await follow.follow(code)).toMatchObject({ state: { name: 'referred' }, messages: [{ referredTo: 'authority' }] });
    expect(await database.asOwner(`select quarter::text from complaint_cells where outcome = 'referred'`)).toEqual([
      { quarter: '2026-01-01' },
    ]);
  });
  it('has the terms of a report of wrongdoing once it is one', async () => {
    expect(await follow.follow(await report({ isDisclosure: true }))).toMatchObject({ complaint: { dueOn: '2026-06-05' } });
    const code = await report();
    await write(as(handler), code, 'disclosure');
    expect(await follow.follow(code)).toMatchObject({ complaint: { isDisclosure: true, dueOn: '2026-06-05' } });
    expect(await refusal(write(as(handler), code, 'disclosure'))).toBe('complaint.disclosure-said');
  });
  it('is confirmed once', async () => {
    const code = await report();
    await write(as(handler), code, 'acknowledged');
    expect(await refusal(write(as(handler), code, 'acknowledged'))).toBe('complaint.acknowledged');
  });
  it('is one for one code', async () => {
    const given = told();
    await complaints.lodge(actorOf(person.id), given);
    await complaints.lodge(actorOf(person.id), { ...given, text: 'Iets anders' });
    expect((await follow.follow(given.code))?.story?.text).toBe('Er wordt te veel gemeten');
    expect(await database.asOwner('select count(*)::int as n from complaints where id = $1', [caseIdOf(given.code)])).toEqual([{ n: 1 }]);
  });
  it('names only a tool that the person may know of', async () => {
    const tool = await givenTool(database, { units: [unit] });
    expect(await refusal(lodge({ toolId: tool.toolId }))).toBe('complaint.tool_unknown');
    const known = await givenTool(database, { units: [unit], runsWithoutConsent: true });
    await lodge({ toolId: known.toolId });
    await givenOn(database, tool);
    await lodge({ toolId: tool.toolId });
  });
});

describe('the key', () => {
  it('is needed for every word, and open only to its owner, in its session, for half an hour', async () => {
    const code = await report();
    const id = caseIdOf(code);
    expect((await cases.case({ ...as(handler), sessionId: 'another' }, id)).kind).toBe('locked');
    expect((await cases.case({ ...as(handler), sessionId: null }, id)).kind).toBe('locked');
    clock.advance({ minutes: 30 });
    expect((await cases.case(as(handler), id)).kind).toBe('open');
    clock.advance({ minutes: 31 });
    expect((await cases.case(as(handler), id)).kind).toBe('locked');
    expect(await refusal(write(as(handler), code, 'reply'))).toBe('complaint.locked');
    expect(await refusal(cases.handOver(as(handler), id, 'absent'))).toBe('complaint.locked');
    await keys.open(as(handler), CASE_SECRET);
    expect((await cases.case(as(handler), id)).kind).toBe('open');
    keys.lock(as(handler));
    expect((await cases.case(as(handler), id)).kind).toBe('locked');
  });
  it('opens with its owner’s secret only, and not after five wrong ones', async () => {
    for (let time = 0; time < 5; time += 1)
      expect(await refusal(keys.open(as(deputy), 'een andere lange zin'))).toBe('complaint.secret-wrong');
    expect(await refusal(keys.open(as(deputy), CASE_SECRET))).toBe('rate.exceeded');
    clock.advance({ minutes: 16 });
    await keys.open(as(deputy), CASE_SECRET);
  });
  it('counts once its owner has opened it: before that nobody is handed a complaint, and the channel stays shut', async () => {
    const fresh = await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] });
    const channels = new ChannelsService(database.transactions, clock);
    const open = { kind: 'complaint', handlerId: handler.id, deputyId: fresh.id, isOpen: true } as const;
    expect(await refusal(channels.save(HR, [open]))).toBe('channel.not_proven');
    expect(await refusal(keys.make(as(fresh), 'te kort'))).toBe('complaint.secret-short');
    await keys.make(as(fresh), 'een heel eigen zin');
    expect(await keys.standing(as(fresh))).toEqual({ state: 'unproven' });
    expect(await refusal(channels.save(HR, [open]))).toBe('channel.not_proven');
    await keys.open(as(fresh), 'een heel eigen zin');
    expect(await keys.standing(as(fresh))).toEqual({ state: 'open' });
    await channels.save(HR, [open]);
    expect(await complaints.isLive()).toBe(true);
    expect(await assignedTo(await lodge({}, handler))).toBe(fresh.id);
  });
  it('that was lost leaves old cases shut until the deputy hands them over', async () => {
    const code = await report();
    await keys.make(as(handler), 'een nieuwe lange zin');
    await keys.open(as(handler), 'een nieuwe lange zin');
    expect((await cases.case(as(handler), caseIdOf(code))).kind).toBe('unreadable');
    await database.asOwner('update complaints set handler_id = $2 where id = $1', [caseIdOf(code), deputy.id]);
    await cases.handOver(as(deputy), caseIdOf(code), 'absent');
    expect((await opened(as(handler), code)).story?.text).toBe('Er wordt te veel gemeten');
  });
});

describe('who gets a complaint', () => {
  it('is unknown to everyone else: HR, a manager, the deputy, another handler', async () => {
    const code = await lodge();
    const other = await withKey(await givenPerson(database, { unitId: unit, roles: ['complaint_handler'] }));
    for (const who of [as(deputy), as(other), as({ id: 'p_hr', staffNumber: '' }), as(person)]) {
      expect(await refusal(cases.case(who, caseIdOf(code)))).toBe('page.unknown');
      expect(await refusal(write(who, code, 'closed', 'x', { outcome: 'upheld' }))).toBe('page.unknown');
      expect(await refusal(cases.handOver(who, caseIdOf(code), 'absent'))).toBe('page.unknown');
      expect(await cases.list(who)).toEqual([]);
    }
    expect(await follow.follow(complaints.newCode())).toBeNull();
  });
  it('is not a handler in the person’s line, nor the person', async () => {
    const between = await givenPerson(database, { unitId: unit, managerId: handler.id });
    const below = await givenPerson(database, { unitId: unit, managerId: between.id });
    expect(await assignedTo(await lodge({}, below))).toBe(deputy.id);
    expect(await assignedTo(await lodge({}, between))).toBe(deputy.id);
    expect(await assignedTo(await lodge({}, handler))).toBe(deputy.id);
    expect(await assignedTo(await lodge())).toBe(handler.id);
  });
  it('is not whom it is about, nor anyone above or below, whether by name, by number or by a cross', async () => {
    const boss = await givenPerson(database, { unitId: unit });
    await database.asOwner('update persons set manager_id = $2 where id = $1', [handler.id, boss.id]);
    for (const about of [handler.staffNumber, `Naam van ${handler.staffNumber}`, boss.staffNumber]) {
      expect(await assignedTo(await report({ about }))).toBe(deputy.id);
      expect(await assignedTo(await lodge({ about }))).toBe(deputy.id);
    }
    expect(await assignedTo(await report({ barredIds: [handler.id] }))).toBe(deputy.id);
    expect(await assignedTo(await report({ about: 'Iemand die hier niet werkt' }))).toBe(handler.id);
    expect(await refusal(report({ barredIds: [handler.id, deputy.id] }))).toBe('complaint.nobody');
  });
  it('is not a handler who became HR', async () => {
    await database.asOwner(
      `insert into role_grants (id, person_id, role, granted_at, accepted_at) values ($1, $2, 'hr_registrar', now(), now())`,
      [newId('g'), handler.id],
    );
    expect(await assignedTo(await lodge())).toBe(deputy.id);
  });
  it('is the confidential adviser when asked, and then no further', async () => {
    const adviser = await withKey(await givenPerson(database, { unitId: unit, roles: ['trusted_person'] }));
    const code = await lodge({ desk: 'adviser' });
    expect(await assignedTo(code)).toBe(adviser.id);
    expect(await refusal(cases.case(as(handler), caseIdOf(code)))).toBe('page.unknown');
    expect((await opened(as(adviser, 'trusted_person'), code)).mayHandOver).toBe(false);
  });
  it('is nobody where nobody may or can: then nothing is kept, and the DPO hears that a handler is needed', async () => {
    const dpo = await givenPerson(database, { unitId: unit, roles: ['dpo'] });
    await database.asOwner(`update channels set is_open = false where kind = 'complaint'`);
    const before = await database.asOwner('select count(*)::int as n from complaint_contents');
    expect(await refusal(lodge())).toBe('complaint.nobody');
    expect(await database.asOwner('select count(*)::int as n from complaint_contents')).toEqual(before);
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('geen behandelaar');
    expect(sent[0]).toContain(`${dpo.staffNumber}@`);
    expect(sent[0]).not.toContain(person.staffNumber);
  });
});

describe('a case is handed over', () => {
  it('to the deputy, who can open it; after a conflict of interest the handler no longer can', async () => {
    for (const reason of ['absent', 'conflict'] as const) {
      const code = await report();
      const id = caseIdOf(code);
      await cases.handOver(as(handler), id, reason);
      expect(await refusal(cases.case(as(handler), id))).toBe('page.unknown');
      expect((await opened(as(deputy), code)).messages.map(({ kind }) => kind)).toEqual(['handed_over']);
      await database.asOwner('update complaints set handler_id = $2 where id = $1', [id, handler.id]);
      expect((await cases.case(as(handler), id)).kind).toBe(reason === 'conflict' ? 'unreadable' : 'open');
    }
  });
  it('never to somebody whom it is about', async () => {
    const code = await report({ about: deputy.staffNumber });
    expect((await opened(as(handler), code)).mayHandOver).toBe(false);
    expect(await refusal(cases.handOver(as(handler), caseIdOf(code), 'absent'))).toBe('complaint.nobody_else');
  });
  it('by itself on the day after its term, once, and at once when its handler left', async () => {
    const late = await report();
    clock.set('2026-04-16T21:59:00Z');
    await rounds.passOn(clock.now());
    expect(await assignedTo(late)).toBe(handler.id);
    clock.set('2026-04-16T22:00:00Z');
    await rounds.passOn(clock.now());
    await rounds.passOn(clock.now());
    expect(await assignedTo(late)).toBe(deputy.id);
    const fresh = await report();
    await database.asOwner(`update role_grants set ended_at = now() where person_id = $1`, [handler.id]);
    await rounds.passOn(clock.now());
    expect(await assignedTo(fresh)).toBe(deputy.id);
  });
  it('after its handler was reminded once, two days before the term', async () => {
    await report();
    clock.set('2026-04-13T12:00:00Z');
    await database.asOwner('delete from graphile_worker._private_jobs');
    await rounds.remind(clock.now());
    const due = async () => (await mails()).filter((mail) => mail.includes(`${handler.staffNumber}@`)).length;
    expect(await due()).toBe(0);
    clock.set('2026-04-14T12:00:00Z');
    await rounds.remind(clock.now());
    await rounds.remind(clock.now());
    expect(await due()).toBe(1);
  });
});

describe('receipt that no handler confirmed', () => {
  const confirmed = async (code: string) => (await follow.follow(code))?.messages.map(({ kind, side }) => `${side} ${kind}`);
  it('is confirmed by the system on the second working day, once, and by no mail', async () => {
    const code = await report();
    const wrongdoing = await report({ isDisclosure: true });
    const begun = await report();
    await write(as(handler), begun, 'question', 'Wanneer was dit?');
    await database.asOwner('delete from graphile_worker._private_jobs');
    clock.set('2026-03-06T13:20:00Z');
    await rounds.acknowledge(clock.now());
    expect(await confirmed(code)).toEqual([]);
    clock.set('2026-03-09T13:20:00Z');
    await rounds.acknowledge(clock.now());
    await rounds.acknowledge(clock.now());
    expect([await confirmed(code), await confirmed(wrongdoing), await confirmed(begun)]).toEqual([
      ['house acknowledged'],
      [],
      ['handler question'],
    ]);
    expect(await mails()).toEqual([]);
    clock.set('2026-03-12T13:20:00Z');
    await rounds.acknowledge(clock.now());
    expect(await confirmed(wrongdoing)).toEqual(['house acknowledged']);
  });
  it('leaves the case to be begun: the handler may still confirm, and then it is in hand', async () => {
    const code = await report();
    clock.set('2026-03-09T13:20:00Z');
    await rounds.acknowledge(clock.now());
    expect((await follow.follow(code))?.state.name).toBe('received');
    clock.set('2026-03-05T09:00:00Z');
    await write(as(handler), code, 'acknowledged', '');
    expect((await follow.follow(code))?.state.name).toBe('in_progress');
    expect(await refusal(write(as(handler), code, 'acknowledged', ''))).toBe('complaint.acknowledged');
  });
});

describe('what is kept of it', () => {
  it('holds no word of it and no trace of who complained: in the log, in mail, in any row', async () => {
    const entries = await database.asOwner('select count(*)::int as n from evidence_entries');
    const code = await lodge({ text: 'Zeer geheim', when: 'Gisteren', about: 'Meneer Jansen' });
    await write(as(handler), code, 'question', 'Heel vertrouwelijk');
    await follow.answer(code, 'Ook geheim');
    expect(await database.asOwner('select count(*)::int as n from evidence_entries')).toEqual(entries);
    const sent = await mails();
    expect(sent.length).toBeGreaterThan(0);
    for (const mail of sent) expect(mail).not.toContain(`${person.staffNumber}@`);
    const rows = await database.asOwner(
      `select row_to_json(c)::text as row from complaints c union all select row_to_json(m)::text from complaint_messages m
       union all select row_to_json(s)::text from complaint_contents s union all select row_to_json(a)::text from confidential_acts a
       union all select row_to_json(i)::text from idempotency_keys i`,
    );
    const all = [...sent, ...rows.map(({ row }) => String(row))].join('\n');
    for (const secret of ['geheim', 'Heel vertrouwelijk', 'Gisteren', 'Jansen', person.id, person.staffNumber, code])
      expect(all).not.toContain(secret);
    expect(all).toContain(handler.id);
  });
  it('is erased a year after the end, and at once when whoever complained withdraws it', async () => {
    const files = async (code: string) =>
      (
        await database.asOwner(
          `select (select count(*) from complaint_contents where complaint_id = $1)::int as texts, (select count(*) from complaint_files where complaint_id = $1)::int as files,
         (select count(*) from complaint_keys where complaint_id = $1)::int as keys, (select count(*) from complaints where id = $1)::int as rows`,
          [caseIdOf(code)],
        )
      )[0];
    const [kept, gone] = [await report(), await report()];
    for (const code of [kept, gone]) await complaints.addFiles(code, [{ name: 'a.txt', type: '', bytes: Buffer.from('tekst') }]);
    expect(await files(kept)).toEqual({ texts: 1, files: 1, keys: 2, rows: 1 });
    await write(as(handler), kept, 'closed', 'Afgehandeld', { outcome: 'partly' });
    await follow.withdraw(gone);
    expect(await files(gone)).toEqual({ texts: 0, files: 0, keys: 0, rows: 1 });
    expect(await follow.follow(gone)).toMatchObject({ story: null, state: { name: 'withdrawn' } });
    expect(await opened(as(handler), gone)).toMatchObject({ story: null, authorName: null });
    expect(await refusal(follow.withdraw(gone))).toBe('complaint.closed');
    clock.set('2027-03-04T12:00:00Z');
    await rounds.erase(clock.now());
    expect(await files(kept)).toMatchObject({ texts: 2 });
    clock.set('2027-03-05T12:00:00Z');
    await rounds.erase(clock.now());
    await rounds.erase(clock.now());
    expect(await files(kept)).toEqual({ texts: 0, files: 0, keys: 0, rows: 1 });
    expect((await follow.follow(kept))?.messages.map(({ kind }) => kind)).toEqual(['closed', 'erased']);
  });
  it('loses the files of a complaint that was never sent after a day', async () => {
    const code = complaints.newCode();
    await complaints.addFiles(code, [{ name: 'a.txt', type: '', bytes: Buffer.from('tekst') }]);
    await rounds.forgetDrafts(clock.now());
    expect(await complaints.filesSoFar(code)).toBe(1);
    clock.advance({ days: 2 });
    await rounds.forgetDrafts(clock.now());
    expect(await complaints.filesSoFar(code)).toBe(0);
  });
});

describe('a receipt', () => {
  it('is real for whoever is handed it, and not after a change', async () => {
    const code = await report({ text: 'Dit gebeurde er' });
    const receipt = await follow.receipt(code);
    expect(receipt).toMatchObject({ organisation: 'Gemeente Voorbeeld', lodgedOn: '2026-03-05', text: 'Dit gebeurde er' });
    expect(follow.check(`\n${receipt.token}\n`)).toEqual({
      organisation: 'Gemeente Voorbeeld',
      reference: receipt.reference,
      lodgedOn: '2026-03-05',
      content: receipt.content,
    });
    expect(receipt.token).not.toContain(code);
    const [head, body = '', tail] = receipt.token.split('.');
    const later = Buffer.from(Buffer.from(body, 'base64url').toString().replace('2026-03-05', '2026-01-05')).toString('base64url');
    expect(follow.check([head, later, tail].join('.'))).toBeNull();
    const elsewhere = new FollowService(database.transactions, clock, config, await houseKeys());
    expect(elsewhere.check(receipt.token)).toBeNull();
    expect((await follow.receipt(await report({ text: 'Dit gebeurde er' }))).content).not.toBe(receipt.content);
  });
});

describe('an objection without a right to object', () => {
  const objectWithoutRight = async (situation: string): Promise<string> => {
    const answers = { ...WHOLE_ANSWERS, 'purposes[].legalBasis|attendance': 'legal_obligation' };
    const tool = await givenTool(database, { units: [unit], runsWithoutConsent: true, answers });
    return new ObjectionsService(database.transactions, clock, config).lodge(actorOf(person.id), tool.toolId, situation, newId('i'));
  };
  it('goes on as one complaint, due a month after it was lodged, whose code waits for whoever objected', async () => {
    const objection = await objectWithoutRight('Ik wil dit niet');
    clock.advance({ days: 1 });
    await complaints.takeOver(objection);
    await complaints.takeOver(objection);
    const [claim, ...more] = await complaints.waitingCodes(actorOf(person.id));
    expect(more).toEqual([]);
    expect(await complaints.waitingCodes(actorOf(handler.id))).toEqual([]);
    expect(await refusal(complaints.claim(actorOf(handler.id), claim?.complaintId ?? ''))).toBe('page.unknown');
    const code = await complaints.claim(actorOf(person.id), claim?.complaintId ?? '');
    expect(await refusal(complaints.claim(actorOf(person.id), claim?.complaintId ?? ''))).toBe('page.unknown');
    expect(await follow.follow(code)).toMatchObject({
      complaint: { category: 'objection', dueOn: '2026-04-07', handlerId: handler.id },
      story: { text: 'Ik wil dit niet' },
    });
  });
  it('waits while nobody can open it, and goes on when somebody can', async () => {
    const objection = await objectWithoutRight('');
    await database.asOwner(`update channels set is_open = false where kind = 'complaint'`);
    await complaints.takeOver(objection);
    expect(await complaints.waitingCodes(actorOf(person.id))).toEqual([]);
    await database.asOwner(`update channels set is_open = true where kind = 'complaint'`);
    await complaints.takeOverWaiting();
    expect(await complaints.waitingCodes(actorOf(person.id))).toHaveLength(1);
  });
  it('is not taken over while it is one', async () => {
    const tool = await givenTool(database, { units: [unit], runsWithoutConsent: true });
    const objections = new ObjectionsService(database.transactions, clock, config);
    await complaints.takeOver(await objections.lodge(actorOf(person.id), tool.toolId, '', newId('i')));
    expect(await complaints.waitingCodes(actorOf(person.id))).toEqual([]);
  });
});
