import { CoverageService } from '../../src/features/notices/coverage.service.js';
import { DisputesService } from '../../src/features/notices/disputes.service.js';
import { HandOversService } from '../../src/features/notices/hand-overs.service.js';
import { InboxService } from '../../src/features/notices/inbox.service.js';
import { noticeDraft, noticeFacts, NoticesService } from '../../src/features/notices/index.js';
import { DeliveriesService } from '../../src/features/notices/deliveries.service.js';
import { isCovered } from '../../src/features/gate/coverage.repository.js';
import { readVersion } from '../../src/features/tools/index.js';
import { newId } from '../../src/kernel/ids.js';
import { Listener } from '../../src/platform/database/index.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  actorOf,
  ChainSoFar,
  countingQueries,
  givenPeople,
  givenPerson,
  givenTool,
  givenUnit,
  givenVersion,
  type GivenPerson,
  type GivenTool,
  PlatformSwitch,
  WHOLE_ANSWERS,
} from '../support/given-notices.js';

const HR = actorOf('p_hr', 'hr_registrar');
const config = { baseUrl: 'https://countersign.example.org' };

let database: TestDatabase;
let clock: TestClock;
let chain: ChainSoFar;
let platform: PlatformSwitch;
let notices: NoticesService;
let inbox: InboxService;
let handOvers: HandOversService;
let coverages: CoverageService;
let contested: DisputesService;
let sending: DeliveriesService;
let unit: string;

beforeAll(async () => {
  database = await databaseFor('notices');
  await database.asOwner(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
});
afterAll(() => database.close());

beforeEach(async () => {
  clock = new TestClock('2026-03-02T09:00:00Z');
  chain = new ChainSoFar();
  platform = new PlatformSwitch();
  sending = new DeliveriesService(database.transactions, config);
  notices = new NoticesService(database.transactions, clock, sending, chain);
  contested = new DisputesService(database.transactions, clock, config);
  coverages = new CoverageService(database.transactions, clock, platform);
  inbox = new InboxService(database.transactions, clock);
  handOvers = new HandOversService(database.transactions, clock, config);
  unit = await givenUnit(database);
  await database.asOwner('delete from graphile_worker._private_jobs');
});

const refusal = async (work: Promise<unknown>): Promise<{ code: string; reasons: readonly string[] }> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return { code: error.code, reasons: error.reasons.map(({ code, field }) => (field ? `${field}: ${code}` : code)) };
};
const deliveries = (noticeId: string) =>
  database.asOwner('select person_id from notice_deliveries where notice_id = $1 order by person_id', [noticeId]);
const lastNotice = async (tool: GivenTool): Promise<string> => {
  const [row] = await database.asOwner('select id from notices where tool_id = $1 order by published_at desc, id limit 1', [tool.toolId]);
  return String(row?.['id']);
};
const told = async (tool: GivenTool, person: GivenPerson): Promise<boolean> =>
  (await database.asOwner('select 1 from people_told where tool_id = $1 and person_id = $2', [tool.toolId, person.id])).length > 0;
const publish = async (tool: GivenTool, number = 1): Promise<string> => {
  await notices.publish(HR, tool.toolId, number, newId('i'));
  return lastNotice(tool);
};
const factsOf = (versionId: string) =>
  database.transactions.read(async (tx) => {
    const version = await readVersion(tx, versionId);
    return noticeFacts(tx, version, [version.fingerprint]);
  });
const queued = (): Promise<Record<string, unknown>[]> =>
  database.asOwner(`select j.payload::text as payload from graphile_worker._private_jobs j order by j.id`);

describe('drafting a notice', () => {
  it('proposes every required item, and counts what HR empties in one language only', async () => {
    const tool = await givenTool(database, { units: [unit] });
    expect((await factsOf(tool.versionId)).notice).toMatchObject({
      purposes: ['attendance'],
      retentionStatedFor: ['attendance'],
      languages: ['nl', 'en'],
      publishedOn: null,
    });
    await notices.save(
      HR,
      tool.toolId,
      1,
      [
        { item: 'N08:attendance', language: 'en', text: '' },
        { item: 'N18', language: 'nl', text: ' ' },
      ],
      null,
    );
    const { notice, proofs } = await factsOf(tool.versionId);
    expect(notice.retentionStatedFor).toEqual([]);
    expect(notice.contentItems).toEqual(expect.arrayContaining(['N03', 'N10']));
    expect(notice.contentItems).not.toContain('N18');
    expect(proofs.noticeId).toBeNull();
  });
  it('lets a text that HR left as it was follow the dossier', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const before = await notices.draft(tool.toolId, 1);
    const proposed = before.draft.content.texts['nl']?.['N08:attendance'] ?? '';
    await notices.save(HR, tool.toolId, 1, [{ item: 'N08:attendance', language: 'nl', text: proposed }], null);
    await database.asOwner(`update answers set value = '14' where version_id = $1 and attribute = 'purposes[].retention.maxDays'`, [
      tool.versionId,
    ]);
    expect((await notices.draft(tool.toolId, 1)).draft.content.texts['nl']?.['N08:attendance']).toContain('14 dagen');
  });
});

describe('publishing a notice', () => {
  it('is refused until the steps before it are done, and then is not', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    chain.unmet = [{ code: 'employer_decision', requirement: 'E10' }];
    expect(await refusal(publish(tool))).toEqual({ code: 'notice.too_early', reasons: ['employer_decision'] });
    expect(await lastNotice(tool)).toBe('undefined');
    chain.unmet = [];
    expect(await deliveries(await publish(tool))).toEqual([{ person_id: person.id }]);
  });
  it('is refused while a required item is empty, which it names', async () => {
    const tool = await givenTool(database, { units: [unit] });
    await notices.save(HR, tool.toolId, 1, [{ item: 'N18', language: 'en', text: '' }], null);
    expect(await refusal(publish(tool))).toEqual({ code: 'notice.incomplete', reasons: ['notice.missing_N18'] });
    await notices.save(HR, tool.toolId, 1, [{ item: 'N18', language: 'en', text: 'Go to the confidential adviser.' }], null);
    await publish(tool);
  });
  it('is refused without a single purpose', async () => {
    const tool = await givenTool(database, { units: [unit], answers: {} });
    const { code, reasons } = await refusal(publish(tool));
    expect(code).toBe('notice.incomplete');
    expect(reasons).toContain('notice.without_purposes');
  });
  it('goes to who works there on that day, and to nobody else', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const elsewhere = await givenUnit(database);
    const here = await givenPerson(database, { unitId: unit, endsOn: '2026-03-02' });
    await givenPerson(database, { unitId: unit, endsOn: '2026-03-01' });
    await givenPerson(database, { unitId: unit, startsOn: '2026-03-03' });
    await givenPerson(database, { unitId: elsewhere });
    expect(await deliveries(await publish(tool))).toEqual([{ person_id: here.id }]);
  });
  it('reaches a person once who is in scope by unit and by name', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    await database.asOwner('insert into version_persons (version_id, person_id) values ($1, $2)', [tool.versionId, person.id]);
    expect(await deliveries(await publish(tool))).toHaveLength(1);
  });
  it('mails a link in each person’s language, with no name, and no more of the content than the tool’s name', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const dutch = await givenPerson(database, { unitId: unit });
    const english = await givenPerson(database, { unitId: unit, language: 'en' });
    const id = await publish(tool);
    const mails = (await queued()).map(({ payload }) => String(payload)).filter((payload) => payload.includes('subject'));
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail).toContain(`https://countersign.example.org/me/notices/${id}`);
      expect(mail).not.toContain('Naam van');
      expect(JSON.parse(mail)).toMatchObject({ subject: expect.stringContaining(tool.name) as string });
    }
    expect(mails.find((mail) => mail.includes('Nieuw bericht'))).toContain(`${dutch.staffNumber}@voorbeeld.nl`);
    expect(mails.find((mail) => mail.includes('New message'))).toContain(`${english.staffNumber}@voorbeeld.nl`);
  });
  it('sends once for one key, and not again the same text', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const key = newId('i');
    const first = await notices.publish(HR, tool.toolId, 1, key);
    expect(await notices.publish(HR, tool.toolId, 1, key)).toEqual(first);
    expect(await refusal(publish(tool))).toMatchObject({ code: 'notice.already_published' });
    expect(await refusal(notices.publish(HR, tool.toolId, 1, undefined))).toMatchObject({ code: 'act.key-missing' });
  });
  it('makes one notice of two that are sent at the same moment', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const both = await Promise.allSettled([publish(tool), publish(tool)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database.asOwner('select 1 from notices where tool_id = $1', [tool.toolId])).toHaveLength(1);
  });
  it('counts from the first notice on the fingerprint, and says what the last one says', async () => {
    const tool = await givenTool(database, { units: [unit] });
    await publish(tool);
    clock.advance({ days: 20 });
    await notices.save(HR, tool.toolId, 1, [{ item: 'N23', language: 'nl', text: '' }], null);
    const id = await publish(tool);
    const { notice, proofs, notifiedPurposes } = await factsOf(tool.versionId);
    expect(notice.publishedOn).toBe('2026-03-02');
    expect(notice.contentItems).not.toContain('N23');
    expect(proofs.noticeId).toBe(id);
    expect(notifiedPurposes).toEqual(['attendance']);
  });
  it('no longer counts once the version’s fingerprint is another', async () => {
    const tool = await givenTool(database, { units: [unit] });
    await publish(tool);
    await database.asOwner(`update answers set value = '90' where version_id = $1 and attribute = 'purposes[].retention.maxDays'`, [
      tool.versionId,
    ]);
    expect((await factsOf(tool.versionId)).notice.publishedOn).toBeNull();
  });
  it('of a second version is a change', async () => {
    const tool = await givenTool(database, { units: [unit] });
    await publish(tool);
    await givenVersion(database, tool.toolId, 2, {
      units: [unit],
      answers: { ...WHOLE_ANSWERS, 'purposes[].retention.maxDays|attendance': 14 },
    });
    clock.advance({ days: 1 });
    await publish(tool, 2);
    const kinds = await database.asOwner('select kind from notices where tool_id = $1 order by published_at', [tool.toolId]);
    expect(kinds).toEqual([{ kind: 'notice' }, { kind: 'change' }]);
  });
  it('asks as many queries for 20,000 people as for 2,000', async () => {
    const counts: number[] = [];
    for (const people of [2000, 20_000]) {
      const own = await givenUnit(database);
      await givenPeople(database, own, people);
      const tool = await givenTool(database, { units: [own] });
      counts.push(await countingQueries(database, () => publish(tool)));
    }
    expect(counts[0]).toBeGreaterThan(5);
    expect(counts[1]).toBe(counts[0]);
  }, 60_000);
  it('leaves one entry for the batch, with its size and hash and nobody’s name', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    const id = await publish(tool);
    const openings = await database.asOwner(
      `select payload from evidence_openings o join evidence_entries e on e.id = o.entry_id where e.tool_id = $1 and e.type = 'notice.published' and o.part = 'body'`,
      [tool.toolId],
    );
    expect(openings).toHaveLength(1);
    const payload = String(openings[0]?.['payload']);
    expect(payload).toContain('"people":1');
    expect(payload).toContain(id);
    expect(payload).not.toContain(person.id);
  });
});

describe('the person who is told', () => {
  it('is told from the moment of opening, and once', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    const id = await publish(tool);
    expect(await told(tool, person)).toBe(false);
    clock.advance({ days: 1 });
    await inbox.open(actorOf(person.id), id);
    clock.advance({ days: 1 });
    await inbox.open(actorOf(person.id), id);
    const rows = await database.asOwner('select told_at from people_told where tool_id = $1', [tool.toolId]);
    expect(rows).toEqual([{ told_at: new Date('2026-03-03T09:00:00Z') }]);
  });
  it('acknowledges without that being consent, and may do so twice', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    const id = await publish(tool);
    await inbox.acknowledge(actorOf(person.id), id);
    await inbox.acknowledge(actorOf(person.id), id);
    const { lines } = await inbox.inbox(actorOf(person.id));
    expect(lines).toMatchObject([{ id, acknowledgedAt: clock.now(), openedAt: clock.now() }]);
  });
  it('is the only one who can open it', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const other = await givenPerson(database, { unitId: await givenUnit(database) });
    const id = await publish(tool);
    expect(await refusal(inbox.open(actorOf(other.id), id))).toMatchObject({ code: 'page.unknown' });
    expect(await refusal(inbox.acknowledge(actorOf(other.id), id))).toMatchObject({ code: 'page.unknown' });
  });
  it('leaves nothing on the tool’s timeline by reading', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    await inbox.open(actorOf(person.id), await publish(tool));
    const types = await database.asOwner('select type from evidence_entries where tool_id = $1', [tool.toolId]);
    expect(types).toEqual([{ type: 'notice.published' }]);
  });
});

describe('who comes into scope later', () => {
  it('gets the notice by itself, once', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const id = await publish(tool);
    const joiner = await givenPerson(database, { unitId: unit, startsOn: '2026-03-05' });
    await sending.deliverToJoiners(clock.now());
    expect(await deliveries(id)).toEqual([]);
    clock.set('2026-03-04T23:30:00Z');
    await sending.deliverToJoiners(clock.now());
    await sending.deliverToJoiners(clock.now());
    expect(await deliveries(id)).toEqual([{ person_id: joiner.id }]);
  });
});

describe('reminders', () => {
  const reminders = async (person: GivenPerson) =>
    (await database.asOwner('select reminders from notice_deliveries where person_id = $1', [person.id]))[0]?.['reminders'];
  it('go out twice, four days apart, at the very instant', async () => {
    const person = await givenPerson(database, { unitId: unit });
    await publish(await givenTool(database, { units: [unit] }));
    clock.set('2026-03-06T08:59:59Z');
    await sending.remind(clock.now());
    expect(await reminders(person)).toBe(0);
    clock.set('2026-03-06T09:00:00Z');
    await sending.remind(clock.now());
    await sending.remind(clock.now());
    expect(await reminders(person)).toBe(1);
    for (const day of ['10', '14', '20']) {
      clock.set(`2026-03-${day}T09:00:00Z`);
      await sending.remind(clock.now());
    }
    expect(await reminders(person)).toBe(2);
  });
  it('do not go to who opened it', async () => {
    const person = await givenPerson(database, { unitId: unit });
    await inbox.open(actorOf(person.id), await publish(await givenTool(database, { units: [unit] })));
    clock.advance({ days: 5 });
    await sending.remind(clock.now());
    expect(await reminders(person)).toBe(0);
  });
});

describe('handing a notice over', () => {
  const given = async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    const witness = await givenPerson(database, { unitId: await givenUnit(database) });
    const hr = await givenPerson(database, { unitId: await givenUnit(database), roles: ['hr_registrar'] });
    const noticeId = await publish(tool);
    clock.set('2026-03-14T09:00:00Z');
    const hand = (by = hr) =>
      handOvers.handOver(actorOf(by.id, 'hr_registrar'), noticeId, {
        staffNumber: person.staffNumber,
        witnessNumber: witness.staffNumber,
        way: 'hand' as const,
        statement: 'Op papier gegeven',
      });
    const idOf = async () => String((await database.asOwner('select id from hand_overs where person_id = $1', [person.id]))[0]?.['id']);
    return { tool, person, witness, hr, noticeId, hand, idOf };
  };
  it('is refused before two reminders could go out, to the second', async () => {
    const { hand } = await given();
    clock.set('2026-03-14T08:59:59Z');
    expect(await refusal(hand())).toMatchObject({ code: 'hand-over.too_early' });
    clock.set('2026-03-14T09:00:00Z');
    await hand();
  });
  it('counts only from the second person’s own statement', async () => {
    const { tool, person, witness, hand, idOf } = await given();
    await hand();
    expect(await told(tool, person)).toBe(false);
    clock.advance({ hours: 3 });
    await handOvers.witness(actorOf(witness.id), await idOf(), 'Ik stond ernaast');
    expect(await database.asOwner('select told_at from people_told where person_id = $1', [person.id])).toEqual([{ told_at: clock.now() }]);
  });
  it('is refused to one person alone, whoever witnesses', async () => {
    const { person, hr, noticeId, hand, idOf } = await given();
    const alone = { staffNumber: person.staffNumber, witnessNumber: hr.staffNumber, way: 'hand' as const, statement: 'x' };
    expect(await refusal(handOvers.handOver(actorOf(hr.id, 'hr_registrar'), noticeId, alone))).toEqual({
      code: 'input.unusable',
      reasons: ['witnessNumber: handOver.samePerson'],
    });
    const self = { ...alone, witnessNumber: person.staffNumber };
    expect(await refusal(handOvers.handOver(actorOf(hr.id, 'hr_registrar'), noticeId, self))).toMatchObject({ code: 'input.unusable' });
    await hand();
    expect(await refusal(handOvers.witness(actorOf(hr.id), await idOf(), 'x'))).toMatchObject({ code: 'hand-over.own' });
    await expect(
      database.dataSource.query(
        'update hand_overs set witnessed_by = handed_by, witnessed_at = now(), counts_from = now(), witness_statement = $1',
        ['x'],
      ),
    ).rejects.toThrow('hand_overs_two_persons');
  });
  it('is confirmed by the receiver at any time, without a second person, and then counts at once', async () => {
    const { tool, person, hr, noticeId, idOf } = await given();
    clock.set('2026-03-02T10:00:00Z');
    const alone = { staffNumber: person.staffNumber, witnessNumber: null, way: 'hand' as const, statement: 'Op het bureau gelegd' };
    await handOvers.handOver(actorOf(hr.id, 'hr_registrar'), noticeId, alone);
    expect(await told(tool, person)).toBe(false);
    expect(await refusal(handOvers.confirm(actorOf(hr.id), await idOf()))).toMatchObject({ code: 'page.unknown' });
    clock.advance({ hours: 1 });
    await handOvers.confirm(actorOf(person.id), await idOf());
    await handOvers.confirm(actorOf(person.id), await idOf());
    expect(await database.asOwner('select told_at from people_told where person_id = $1', [person.id])).toEqual([{ told_at: clock.now() }]);
    expect(await refusal(handOvers.dispute(actorOf(person.id), await idOf(), 'x'))).toMatchObject({ code: 'hand-over.confirmed' });
  });
  it('by post counts from three days after it was posted, not from when the second person said so', async () => {
    const { person, witness, hr, noticeId, idOf } = await given();
    const posted = { staffNumber: person.staffNumber, witnessNumber: witness.staffNumber, way: 'post' as const, statement: 'Aangetekend' };
    await handOvers.handOver(actorOf(hr.id, 'hr_registrar'), noticeId, posted);
    clock.advance({ hours: 1 });
    await handOvers.witness(actorOf(witness.id), await idOf(), 'Ik zag de brief weggaan');
    const rows = await database.asOwner('select told_at from people_told where person_id = $1', [person.id]);
    expect(rows).toEqual([{ told_at: new Date('2026-03-17T09:00:00Z') }]);
  });
  it('shows who handed it over nothing, and the second person nothing of a dispute', async () => {
    const { tool, person, witness, hr, hand, idOf } = await given();
    await hand();
    await handOvers.dispute(actorOf(person.id), await idOf(), 'Ik kreeg niets');
    expect(await refusal(handOvers.look(actorOf(hr.id, 'hr_registrar'), await idOf()))).toMatchObject({ code: 'page.unknown' });
    await database.asOwner('delete from graphile_worker._private_jobs');
    await handOvers.witness(actorOf(witness.id), await idOf(), 'Ik stond ernaast');
    expect(await queued()).toEqual([]);
    expect(await told(tool, person)).toBe(false);
  });
  it('is disputed through the DPO by who has no account, but not against their own word', async () => {
    const { tool, person, witness, hand, idOf } = await given();
    await hand();
    await handOvers.witness(actorOf(witness.id), await idOf(), 'Ik stond ernaast');
    expect(await told(tool, person)).toBe(true);
    await contested.disputeFor(actorOf('p_dpo', 'dpo'), person.staffNumber, 'Belde: niets gekregen');
    expect(await told(tool, person)).toBe(false);
    expect(await refusal(contested.disputeFor(actorOf('p_dpo', 'dpo'), person.staffNumber, 'x'))).toMatchObject({
      reasons: ['staffNumber: disputes.nothing'],
    });
    const { person: other, idOf: otherId, hand: handOther } = await given();
    clock.advance({ days: 12 });
    await handOther();
    await handOvers.confirm(actorOf(other.id), await otherId());
    expect(await refusal(contested.disputeFor(actorOf('p_dpo', 'dpo'), other.staffNumber, 'x'))).toMatchObject({ code: 'input.unusable' });
  });
  it('to oneself is refused', async () => {
    const { hr, noticeId } = await given();
    const self = { staffNumber: hr.staffNumber, witnessNumber: null, way: 'hand' as const, statement: 'x' };
    expect(await refusal(handOvers.handOver(actorOf(hr.id, 'hr_registrar'), noticeId, self))).toMatchObject({
      reasons: ['staffNumber: handOver.self'],
    });
  });
  it('is not witnessed by somebody who was not asked, nor by the person', async () => {
    const { person, hand, idOf } = await given();
    await hand();
    const stranger = await givenPerson(database, { unitId: unit });
    expect(await refusal(handOvers.witness(actorOf(stranger.id), await idOf(), 'x'))).toMatchObject({ code: 'page.unknown' });
    expect(await refusal(handOvers.witness(actorOf(person.id), await idOf(), 'x'))).toMatchObject({ code: 'page.unknown' });
  });
  it('names a staff number that is unknown or was not written to', async () => {
    const { hr, witness, noticeId } = await given();
    const stranger = await givenPerson(database, { unitId: await givenUnit(database) });
    const command = { staffNumber: '0', witnessNumber: witness.staffNumber, way: 'hand' as const, statement: 'x' };
    const actor = actorOf(hr.id, 'hr_registrar');
    expect(await refusal(handOvers.handOver(actor, noticeId, command))).toMatchObject({ reasons: ['staffNumber: handOver.unknown'] });
    expect(await refusal(handOvers.handOver(actor, noticeId, { ...command, staffNumber: stranger.staffNumber }))).toMatchObject({
      reasons: ['staffNumber: handOver.notAddressed'],
    });
  });
  it('that is disputed proves nothing until the DPO finds it was delivered', async () => {
    const { tool, person, witness, hand, idOf } = await given();
    await hand();
    await handOvers.witness(actorOf(witness.id), await idOf(), 'Ik stond ernaast');
    expect(await told(tool, person)).toBe(true);
    await database.asOwner(
      `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at) values ($1, $2, 'L', '{}', $1, 'p', now())`,
      ['a_disputed', tool.toolId],
    );
    await database.asOwner(
      `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ('a_disputed', $1, 'x', 'person', now())`,
      [person.id],
    );
    const woken: string[] = [];
    const listener = new Listener(database.appUrl, 'agent_signal', { onSaid: (said) => woken.push(said), onGap: () => undefined });
    await listener.open();
    await handOvers.dispute(actorOf(person.id), await idOf(), 'Ik was er niet');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(woken).toEqual([`${tool.toolId} a_disputed`]);
    await listener.close();
    expect(await told(tool, person)).toBe(false);
    expect((await contested.disputes()).rows.map(({ personId }) => personId)).toContain(person.id);
    await contested.settle(actorOf('p_dpo', 'dpo'), await idOf(), 'delivered');
    expect(await told(tool, person)).toBe(true);
    expect(await refusal(handOvers.dispute(actorOf(person.id), await idOf(), 'x'))).toMatchObject({ code: 'hand-over.settled' });
  });
  it('that the DPO finds was not delivered proves nothing; opening it does', async () => {
    const { tool, person, witness, noticeId, hand, idOf } = await given();
    await hand();
    await handOvers.witness(actorOf(witness.id), await idOf(), 'Ik stond ernaast');
    await handOvers.dispute(actorOf(person.id), await idOf(), 'Ik was er niet');
    await contested.settle(actorOf('p_dpo', 'dpo'), await idOf(), 'not_delivered');
    expect(await told(tool, person)).toBe(false);
    await inbox.open(actorOf(person.id), noticeId);
    expect(await told(tool, person)).toBe(true);
  });
  it('is disputed by the person alone, and settled only when disputed', async () => {
    const { witness, hand, idOf } = await given();
    await hand();
    expect(await refusal(handOvers.dispute(actorOf(witness.id), await idOf(), 'x'))).toMatchObject({ code: 'page.unknown' });
    expect(await refusal(contested.settle(actorOf('p_dpo', 'dpo'), await idOf(), 'delivered'))).toMatchObject({ code: 'page.unknown' });
  });
  it('that nobody witnessed cannot be settled as delivered', async () => {
    const { person, hand, idOf } = await given();
    await hand();
    await handOvers.dispute(actorOf(person.id), await idOf(), 'x');
    expect(await refusal(contested.settle(actorOf('p_dpo', 'dpo'), await idOf(), 'delivered'))).toMatchObject({
      code: 'hand-over.not_witnessed',
    });
  });
});

describe('from when somebody may be measured', () => {
  const coveredAt = async (tool: GivenTool, person: GivenPerson, at: string): Promise<boolean> => {
    const now = new Date(at);
    return database.transactions.read(async (tx) => {
      const { fingerprint } = await readVersion(tx, tool.versionId);
      return isCovered(tx, { id: tool.versionId, toolId: tool.toolId }, [fingerprint], { personId: person.id, now });
    });
  };
  it('is the day after each was told, whatever the day of the others', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const [early, late, never] = [
      await givenPerson(database, { unitId: unit }),
      await givenPerson(database, { unitId: unit }),
      await givenPerson(database, { unitId: unit }),
    ];
    const id = await publish(tool);
    await inbox.open(actorOf(early.id), id);
    clock.set('2026-03-03T23:30:00Z');
    await inbox.open(actorOf(late.id), id);
    expect(await coveredAt(tool, early, '2026-03-02T22:59:59Z')).toBe(false);
    expect(await coveredAt(tool, early, '2026-03-02T23:00:00Z')).toBe(true);
    expect(await coveredAt(tool, late, '2026-03-04T22:59:59Z')).toBe(false);
    expect(await coveredAt(tool, late, '2026-03-04T23:00:00Z')).toBe(true);
    expect(await coveredAt(tool, never, '2026-12-01T09:00:00Z')).toBe(false);
  });
  it('is for who joins the day after they opened the notice, and for who leaves never after their last day', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const id = await publish(tool);
    const joiner = await givenPerson(database, { unitId: unit, startsOn: '2026-03-04', endsOn: '2026-03-10' });
    clock.set('2026-03-04T08:00:00Z');
    await sending.deliverToJoiners(clock.now());
    expect(await coveredAt(tool, joiner, '2026-03-05T09:00:00Z')).toBe(false);
    await inbox.open(actorOf(joiner.id), id);
    expect(await coveredAt(tool, joiner, '2026-03-04T22:59:59Z')).toBe(false);
    expect(await coveredAt(tool, joiner, '2026-03-04T23:00:00Z')).toBe(true);
    expect(await coveredAt(tool, joiner, '2026-03-10T22:59:59Z')).toBe(true);
    expect(await coveredAt(tool, joiner, '2026-03-10T23:00:00Z')).toBe(false);
  });
  it('is four days after a letter was posted, and never while it is disputed', async () => {
    const tool = await givenTool(database, { units: [unit] });
    const person = await givenPerson(database, { unitId: unit });
    const [witness, hr] = [await givenPerson(database, { unitId: unit }), await givenPerson(database, { unitId: unit })];
    const noticeId = await publish(tool);
    clock.set('2026-03-14T09:00:00Z');
    await handOvers.handOver(actorOf(hr.id, 'hr_registrar'), noticeId, {
      staffNumber: person.staffNumber,
      witnessNumber: witness.staffNumber,
      way: 'post',
      statement: 'Aangetekend',
    });
    const [row] = await database.asOwner('select id from hand_overs where person_id = $1', [person.id]);
    await handOvers.witness(actorOf(witness.id), String(row?.['id']), 'Ik zag het');
    expect(await coveredAt(tool, person, '2026-03-17T22:59:59Z')).toBe(false);
    expect(await coveredAt(tool, person, '2026-03-17T23:00:00Z')).toBe(true);
    await handOvers.dispute(actorOf(person.id), String(row?.['id']), 'Niets gekregen');
    expect(await coveredAt(tool, person, '2026-03-17T23:00:00Z')).toBe(false);
  });
});

describe('who has read it, as HR sees it', () => {
  it('is shown per unit as it was this morning, and not at all while Countersign itself is off', async () => {
    await givenPeople(database, unit, 8);
    const tool = await givenTool(database, { units: [unit] });
    const readers: GivenPerson[] = [];
    for (let n = 0; n < 5; n += 1) readers.push(await givenPerson(database, { unitId: unit }));
    const id = await publish(tool);
    clock.advance({ hours: 1 });
    for (const one of readers) await inbox.open(actorOf(one.id), id);
    expect((await coverages.published(id)).coverage?.units).toEqual([{ unit: expect.any(String) as string, told: 0, of: 13 }]);
    clock.set('2026-03-02T22:59:59Z');
    expect((await coverages.published(id)).coverage?.units).toMatchObject([{ told: 0 }]);
    clock.set('2026-03-02T23:00:00Z');
    expect((await coverages.published(id)).coverage?.units).toMatchObject([{ told: 5, of: 13 }]);
    platform.on = false;
    expect((await coverages.published(id)).coverage).toBeNull();
  });
  it('is hidden where the group is smaller than the setting', async () => {
    await givenPeople(database, unit, 9);
    const id = await publish(await givenTool(database, { units: [unit] }));
    expect((await coverages.published(id)).coverage).toMatchObject({ units: [{ told: null, of: 9 }], total: null });
  });
});

describe('telling everyone where no council is asked', () => {
  it('gives the claim and the headcount, and is no notice', async () => {
    const person = await givenPerson(database, { unitId: unit });
    const tool = await givenTool(database, { units: [unit] });
    await database.transactions.run((tx) => notices.tellClaim(tx, HR, clock.now(), tool.versionId, 'Er is geen ondernemingsraad'));
    const id = await lastNotice(tool);
    const { content } = await inbox.open(actorOf(person.id), id);
    expect(JSON.stringify(content)).toContain('Er is geen ondernemingsraad');
    expect(await told(tool, person)).toBe(false);
    expect((await factsOf(tool.versionId)).notice.publishedOn).toBeNull();
  });
});

it('drafts with a number of queries that does not grow with the people', async () => {
  const tool = await givenTool(database, { units: [unit] });
  const read = () =>
    countingQueries(database, () => database.transactions.read(async (tx) => noticeDraft(tx, await readVersion(tx, tool.versionId))));
  const few = await read();
  await givenPeople(database, unit, 500);
  expect(await read()).toBe(few);
});
