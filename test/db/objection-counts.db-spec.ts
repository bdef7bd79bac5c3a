import { CATEGORIES } from '../../src/features/complaints/domain/complaint-state.js';
import { DetrimentService, type NewReport } from '../../src/features/objections/detriment/detriment.service.js';
import { ReviewsService } from '../../src/features/objections/reviews/reviews.service.js';
import { CountsService } from '../../src/features/reports/counts/counts.service.js';
import { ALL, KINDS } from '../../src/features/reports/domain/published.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { actorOf, givenPeople, givenPerson, type GivenPerson, givenTool, type GivenTool, givenUnit } from '../support/given-notices.js';

const config = { baseUrl: 'https://countersign.example.org' };
let database: TestDatabase;
let clock: TestClock;
let counts: CountsService;
let reviews: ReviewsService;
let detriment: DetrimentService;
let unit: string;
let person: GivenPerson;
let tool: GivenTool;

beforeAll(async () => {
  database = await databaseFor('objection_counts');
  await database.asOwner(
    `insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', '2025-11-03T08:00:00Z')`,
  );
  const cascaded = await database.asOwner(
    `select distinct conrelid::regclass::text as name from pg_constraint where contype = 'f' and confrelid = 'objections'::regclass`,
  );
  for (const table of new Set([...GUARDED, ...cascaded.map(({ name }) => String(name)), 'complaint_messages']))
    await database.asOwner(`alter table ${table} disable trigger user`);
});
afterAll(() => database.close());
/** Each test counts its own cases: only here the guards of these tables are lifted. */
const GUARDED = [
  'counted_quarters',
  'published_counts',
  'objection_reviews',
  'objection_review_acts',
  'objection_acts',
  'objection_decisions',
  'objection_duties',
  'detriment_acts',
];
const EMPTIED = [...GUARDED, 'objections', 'detriment_reports'];
beforeEach(async () => {
  clock = new TestClock('2026-04-01T05:20:00Z');
  counts = new CountsService(database.transactions, clock, new JobRegistry());
  reviews = new ReviewsService(database.transactions, clock, config, new JobRegistry());
  detriment = new DetrimentService(database.transactions, clock, config);
  await database.asOwner(`truncate ${EMPTIED.join(', ')} cascade`);
  unit = await givenUnit(database);
  person = await givenPerson(database, { unitId: unit });
  tool = await givenTool(database, { units: [unit], runsWithoutConsent: true });
  await database.asOwner('delete from graphile_worker._private_jobs');
});

const objected = async (count: number, at: string, outcome: 'upheld' | 'rejected' | null = null, about = tool): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const id = newId('o');
    await database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, '', $4, $5, '2026-12-31')`,
      [id, about.toolId, person.id, newReference(), at],
    );
    if (outcome)
      await database.asOwner(
        `insert into objection_acts (id, objection_id, kind, text, by_person, at) values ($1, $2, $3, '', 'p', $4::timestamptz + interval '3 days')`,
        [newId('a'), id, outcome, at],
      );
  }
};
const shown = async () => {
  const { cells } = await counts.read();
  return cells.filter(({ toolId }) => toolId === tool.toolId).map(({ quarter, outcome, cases }) => `${quarter} ${outcome} ${cases}`);
};
const refusal = async (work: Promise<unknown>): Promise<string[]> => {
  const error: unknown = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof Problem)) throw new Error(`Expected a refusal, found ${String(error)}`);
  return [error.code, ...error.reasons.map(({ code, field }) => (field ? `${field}: ${code}` : code))];
};
const mails = async (): Promise<string> =>
  (await database.asOwner(`select payload::text as payload from graphile_worker._private_jobs`))
    .map(({ payload }) => String(payload))
    .join('\n');

describe('what is counted for the council', () => {
  it('knows every category of the complaints', () => expect(KINDS.complaint.categories).toEqual([...CATEGORIES, 'objection']));

  it('is a quarter that is over, from five, by the day in Amsterdam', async () => {
    await objected(5, '2025-12-31T22:59:59Z');
    await objected(4, '2025-12-31T23:00:00Z');
    await objected(9, '2026-03-31T22:00:00Z');
    clock.set('2026-03-31T21:59:59Z');
    await counts.publish();
    expect(await shown()).toEqual([`2025-10-01 ${ALL} 5`]);
    clock.set('2026-03-31T22:00:00Z');
    await counts.publish();
    expect((await counts.read()).quarters).toEqual(['2026-01-01', '2025-10-01']);
    expect(await shown()).toEqual([`2025-10-01 ${ALL} 5`]);
    clock.set('2026-07-01T05:20:00Z');
    await counts.publish();
    expect(await shown()).toContain(`2026-04-01 ${ALL} 9`);
  });
  it('never changes once it was published: no second look can be subtracted from the first', async () => {
    await objected(5, '2026-02-01T10:00:00Z');
    await counts.publish();
    const first = await shown();
    await objected(3, '2026-02-02T10:00:00Z');
    await counts.publish();
    expect(await shown()).toEqual(first);
    await expect(database.dataSource.query('update published_counts set cases = 7')).rejects.toThrow('permission denied');
  });
  it('says how they ended a quarter later, and not where the rest would give a small number away', async () => {
    await objected(6, '2026-02-01T10:00:00Z', 'upheld');
    await objected(3, '2026-02-01T10:00:00Z', 'rejected');
    await objected(2, '2026-02-01T10:00:00Z');
    const other = await givenTool(database, { units: [unit], runsWithoutConsent: true });
    await objected(10, '2026-02-01T10:00:00Z', 'upheld', other);
    await objected(1, '2026-02-01T10:00:00Z', 'rejected', other);
    await counts.publish();
    expect(await shown()).toEqual([`2026-01-01 ${ALL} 11`]);
    clock.set('2026-07-01T05:20:00Z');
    await counts.publish();
    expect((await shown()).toSorted()).toEqual([`2026-01-01 ${ALL} 11`, '2026-01-01 upheld 6']);
    const { cells } = await counts.read();
    expect(cells.filter(({ toolId }) => toolId === other.toolId).map(({ outcome }) => outcome)).toEqual([ALL]);
  });
  it('lists every tool that people know, whether anybody objected or not', async () => {
    const quiet = await givenTool(database, { units: [unit], runsWithoutConsent: true });
    await counts.publish();
    expect((await counts.read()).tools.map(({ toolId }) => toolId)).toEqual(expect.arrayContaining([tool.toolId, quiet.toolId]));
  });
});

describe('a review with the council', () => {
  const opened = async () => (await reviews.list()).filter(({ review }) => review.toolId === tool.toolId);

  it('opens at the end of the quarter, once, and names neither people nor numbers', async () => {
    const chair = await givenPerson(database, { unitId: unit, roles: ['or_chair'] });
    await objected(5, '2026-02-01T10:00:00Z');
    clock.set('2026-03-31T21:59:59Z');
    await reviews.open();
    expect(await opened()).toEqual([]);
    clock.set('2026-04-01T05:40:00Z');
    await reviews.open();
    await reviews.open();
    expect((await opened()).map(({ review }) => review.quarter)).toEqual(['2026-01-01']);
    const told = await mails();
    expect(told).toContain(`${chair.staffNumber}@voorbeeld.nl`);
    for (const secret of [person.staffNumber, tool.name]) expect(told).not.toContain(secret);
    const [entry] = await database.asOwner(
      `select convert_from(leaf, 'UTF8') as leaf from evidence_entries where type = 'tool-review.opened' order by id desc limit 1`,
    );
    expect(String(entry?.['leaf'])).not.toContain(person.id);
  });
  it('does not open from five of a hundred and one people, nor from four; it does from five of a hundred, and from five upheld', async () => {
    const big = await givenUnit(database);
    await givenPeople(database, big, 101);
    const [wide, hundred, small, granted] = [
      await givenTool(database, { units: [big], runsWithoutConsent: true }),
      await givenTool(database, { units: [await unitOf(100)], runsWithoutConsent: true }),
      tool,
      await givenTool(database, { units: [big], runsWithoutConsent: true }),
    ];
    await objected(5, '2026-02-01T10:00:00Z', null, wide);
    await objected(5, '2026-02-01T10:00:00Z', null, hundred);
    await objected(4, '2026-02-01T10:00:00Z', 'upheld', small);
    await objected(5, '2026-02-01T10:00:00Z', 'upheld', granted);
    await reviews.open();
    expect((await reviews.list()).map(({ review }) => review.toolId).toSorted()).toEqual([hundred.toolId, granted.toolId].toSorted());
  });
  it('goes from employer to council until it is enough, each in turn', async () => {
    await objected(5, '2026-02-01T10:00:00Z');
    await reviews.open();
    const id = (await opened())[0]?.review.id ?? '';
    const [officer, chair] = [actorOf(person.id, 'privacy_officer'), actorOf(person.id, 'or_chair')];
    expect(await refusal(reviews.view(chair, id, 'enough', 'x'))).toContain('review.not_your_turn');
    await reviews.propose(officer, id, 'change', 'Wij bewaren korter');
    expect(await refusal(reviews.propose(officer, id, 'keep', 'x'))).toContain('review.not_your_turn');
    await reviews.view(chair, id, 'not_enough', 'Niet kort genoeg');
    await reviews.propose(officer, id, 'stop', 'Wij stoppen');
    await reviews.view(chair, id, 'enough', 'Goed');
    expect((await reviews.one(id)).state).toEqual({ isOpen: false, turn: 'nobody' });
    expect(await refusal(reviews.one('v_none'))).toContain('page.unknown');
  });
  const unitOf = async (people: number): Promise<string> => {
    const id = await givenUnit(database);
    await givenPeople(database, id, people);
    return id;
  };
});

describe('a report of detriment', () => {
  const REPORT: NewReport = {
    what: 'appraisal',
    happenedOn: '2026-03-20',
    story: 'Een slechte beoordeling, een week na mijn bezwaar',
    objectionId: null,
    receipt: 'K7QMX-2XRD4',
  };
  const lodge = (who = person, over: Partial<NewReport> = {}) => detriment.lodge(actorOf(who.id), { ...REPORT, ...over }, newId('i'));

  it('goes to adviser and DPO, and to nobody else', async () => {
    const [adviser, dpo] = [
      await givenPerson(database, { unitId: unit, roles: ['trusted_person'] }),
      await givenPerson(database, { unitId: unit, roles: ['dpo'] }),
    ];
    const id = await lodge();
    const told = await mails();
    for (const reader of [adviser, dpo]) expect(told).toContain(`${reader.staffNumber}@voorbeeld.nl`);
    for (const secret of ['beoordeling', tool.name, person.staffNumber]) expect(told).not.toContain(secret);
    expect((await detriment.one(actorOf(dpo.id, 'dpo'), id)).report.story).toBe(REPORT.story);
    for (const role of ['hr_registrar', 'director', 'or_chair', 'objection_handler', 'manager', 'employee'] as const)
      expect(await refusal(detriment.one(actorOf(dpo.id, role), id))).toContain('page.unknown');
    expect(await refusal(detriment.ownOne(actorOf(dpo.id), id))).toContain('page.unknown');
    await detriment.answer(actorOf(adviser.id, 'trusted_person'), id, 'message', 'Zullen wij praten?');
    await detriment.add(actorOf(person.id), id, 'Graag');
    await detriment.answer(actorOf(dpo.id, 'dpo'), id, 'closed', 'Afgerond');
    expect((await detriment.ownOne(actorOf(person.id), id)).acts.map(({ kind }) => kind)).toEqual(['message', 'message', 'closed']);
    expect(await refusal(detriment.add(actorOf(person.id), id, 'x'))).toContain('detriment.closed');
  });
  it('attaches the person’s own objection of the last twelve months, and nobody else’s', async () => {
    await objected(1, '2026-02-01T10:00:00Z');
    const [mine] = (await detriment.form(actorOf(person.id))).objections;
    const id = await lodge(person, { objectionId: mine?.id ?? '', receipt: '' });
    expect((await detriment.ownOne(actorOf(person.id), id)).report).toMatchObject({ receipt: mine?.reference, toolId: tool.toolId });
    const stranger = await givenPerson(database, { unitId: unit });
    expect(await refusal(lodge(stranger, { objectionId: mine?.id ?? '' }))).toContain('receipt: detriment.receipt');
    clock.set('2027-02-02T10:00:00Z');
    expect((await detriment.form(actorOf(person.id))).objections).toEqual([]);
    expect(await refusal(lodge(person, { objectionId: mine?.id ?? '', happenedOn: '2027-02-01' }))).toContain(
      'receipt: detriment.too_late',
    );
  });
  it('by the adviser names nobody', async () => {
    const adviser = await givenPerson(database, { unitId: unit, roles: ['trusted_person'] });
    const id = await detriment.lodge(actorOf(adviser.id, 'trusted_person'), REPORT, newId('i'));
    expect((await detriment.ownOne(actorOf(adviser.id, 'trusted_person'), id)).report.personId).toBeNull();
  });
  it('is counted from five, and by ten a day one person is asked to wait', async () => {
    await objected(1, '2026-02-01T10:00:00Z');
    clock.set('2026-03-30T10:00:00Z');
    const [mine] = (await detriment.form(actorOf(person.id))).objections;
    for (let n = 0; n < 10; n += 1) await lodge(person, { objectionId: mine?.id ?? '' });
    expect(await refusal(lodge())).toContain('rate.exceeded');
    clock.set('2026-04-01T05:20:00Z');
    await counts.publish();
    const { cells } = await counts.read();
    expect(cells.filter(({ kind, toolId }) => kind === 'detriment' && toolId === tool.toolId).map(({ cases }) => cases)).toEqual([10]);
  });
});
