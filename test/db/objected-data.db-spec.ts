import { eraseMeasured } from '../../src/features/measurements/index.js';
import { MeasuredService } from '../../src/features/measurements/measured.service.js';
import { MineService } from '../../src/features/measurements/mine/mine.service.js';
import { ObjectedService } from '../../src/features/measurements/objected.service.js';
import { QuarantineService } from '../../src/features/measurements/quarantine/quarantine.service.js';
import { RetentionService } from '../../src/features/measurements/retention/retention.service.js';
import type { TypedDecision } from '../../src/features/objections/domain/decision.js';
import { HandlingService } from '../../src/features/objections/handling.service.js';
import { ObjectionsService } from '../../src/features/objections/index.js';
import { ObjectionsJobs } from '../../src/features/objections/objections.jobs.js';
import { HandledReading } from '../../src/features/objections/reading.service.js';
import { hashPassword } from '../../src/features/people/index.js';
import { OwnDataService } from '../../src/features/rights/own-data/own-data.service.js';
import { dayOf } from '../../src/kernel/clock.js';
import { crockford, newId } from '../../src/kernel/ids.js';
import { JobRegistry } from '../../src/platform/jobs/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { givenMeasured } from '../support/given-measured.js';
import { actorOf, givenPerson, type GivenPerson } from '../support/given-notices.js';
import { CONFIG, givenChannels, givenTold, jobsQueued, type Told } from '../support/given-rights.js';
import { unzipped } from '../support/zip.js';

const NOW = '2026-03-05T09:00:00Z';
const PASSWORD = { password: 'een wachtwoord voor tests' };
const KEPT_DAYS = 10;
/** The day on which it goes. */
const DUE = '2026-03-15T09:00:00Z';
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
  demonstration:
    'Deze medewerker is de enige die ’s nachts de storingslijn voor de sluizen bedient. Als niemand ziet dat de lijn leeg is, kan het waterpeil te hoog worden. Een telefoon met wachtdienst kon niet.',
  deviation: '',
  alternative: '',
};

let database: TestDatabase;
let clock: TestClock;
let manager: GivenPerson;
let handler: GivenPerson;
let objections: ObjectionsService;
let handling: HandlingService;
let jobs: ObjectionsJobs;
let retention: RetentionService;
let objected: ObjectedService;
let mine: MineService;

const ask = (sql: string, parameters: readonly unknown[] = []) => database.asOwner(sql, parameters);

beforeAll(async () => {
  database = await databaseFor('objected data');
  clock = new TestClock(NOW);
  await ask(`insert into organisation (name, jurisdiction, set_up_at) values ('Gemeente Voorbeeld', 'NL', now())`);
  ({ manager, handler } = await givenChannels(database, clock));
  const hash = await hashPassword(PASSWORD.password, { memoryKib: 64, passes: 1 });
  await ask(`insert into accounts (person_id, password_hash, language, changed_at) values ($1, $2, 'nl', now())`, [handler.id, hash]);
  objections = new ObjectionsService(database.transactions, clock, CONFIG);
  handling = new HandlingService(database.transactions, clock, CONFIG);
  jobs = new ObjectionsJobs(new JobRegistry(), database.transactions, CONFIG);
  retention = new RetentionService(database.transactions, clock);
  objected = new ObjectedService(database.transactions, clock);
  mine = new MineService(database.transactions, clock);
});
beforeEach(() => clock.set(NOW));
afterAll(() => database.close());

interface Case extends Told {
  readonly colleague: GivenPerson;
}
/** Somebody and a colleague, with two measurements each that go after ten days. */
const measured = async (): Promise<Case> => {
  const told = await givenTold(database, clock, manager.id);
  const [unit] = await ask('select unit_id from persons where id = $1', [told.person.id]);
  const colleague = await givenPerson(database, { unitId: String(unit?.['unit_id']) });
  const { toolId, versionId } = told.tool;
  await givenMeasured(ask, { toolId, versionId, personIds: [told.person.id, colleague.id], at: clock.now(), days: KEPT_DAYS });
  return { ...told, colleague };
};
const lodge = ({ tool, person }: Told): Promise<string> => objections.lodge(actorOf(person.id), tool.toolId, 'Ploegen', newId('i'));
const asHandler = () => actorOf(handler.id, 'objection_handler');
/** The jobs of an hour, as they run by themselves. */
const hour = async (): Promise<void> => {
  await jobs.liftRestrictions(clock.now());
  await retention.deleteDue();
  await objected.eraseUpheld();
};
const TABLES = ['measurements', 'quarantined_measurements', 'restricted_measurements'] as const;
const rows = async ({ tool }: Told, { id }: GivenPerson): Promise<number> => {
  const counts = await Promise.all(
    TABLES.map((table) => ask(`select 1 from ${table} where tool_id = $1 and person_id = $2`, [tool.toolId, id])),
  );
  return counts.reduce((sum, found) => sum + found.length, 0);
};
const left = async (of: Case): Promise<[person: number, colleague: number]> => [await rows(of, of.person), await rows(of, of.colleague)];
const hold = ({ tool }: Told, endsOn: string): Promise<string> =>
  retention.placeHold(actorOf('p_privacy', 'privacy_officer'), tool.toolId, 'Rechtszaak', endsOn);

describe('what was measured of somebody who objects', () => {
  it('stays while nobody decided, however long that takes; of a colleague it goes', async () => {
    const one = await measured();
    await lodge(one);
    clock.set(DUE);
    await hour();
    expect(await left(one)).toEqual([2, 0]);
    clock.set('2026-06-05T09:00:00Z');
    await hour();
    expect(await left(one)).toEqual([2, 0]);
  });

  it('goes on its day where nobody objects (the control), and where the objection became a complaint', async () => {
    const [none, converted] = [await measured(), await measured()];
    await ask(`update objections set converted = true where id = $1`, [await lodge(converted)]);
    clock.set('2026-03-14T09:00:00Z');
    await hour();
    expect([await left(none), await left(converted)]).toEqual([
      [2, 2],
      [2, 2],
    ]);
    clock.set(DUE);
    await hour();
    expect([await left(none), await left(converted)]).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it('stays after a rejection until the person was told and seven days passed, and goes at the next job', async () => {
    const one = await measured();
    const id = await lodge(one);
    clock.set('2026-03-14T09:00:00Z');
    await handling.decide(asHandler(), id, REJECTED, PASSWORD);
    clock.set('2026-03-21T08:59:59Z');
    await hour();
    expect(await left(one)).toEqual([2, 0]);
    clock.set('2026-03-21T09:00:00Z');
    await hour();
    expect(await left(one)).toEqual([0, 0]);
  });

  it('goes at the next job once the person withdraws, and not before its day', async () => {
    const [early, late] = [await measured(), await measured()];
    const [first, second] = [await lodge(early), await lodge(late)];
    await objections.withdraw(actorOf(early.person.id), first);
    clock.set('2026-03-14T09:00:00Z');
    await hour();
    expect(await left(early)).toEqual([2, 2]);
    clock.set('2026-03-18T09:00:00Z');
    await hour();
    expect([await left(early), await left(late)]).toEqual([
      [0, 0],
      [2, 0],
    ]);
    await objections.withdraw(actorOf(late.person.id), second);
    await hour();
    expect(await left(late)).toEqual([0, 0]);
  });

  it('is erased at once when the objection is upheld, of that tool only; the person and the handler read it', async () => {
    const [one, other] = [await measured(), await measured()];
    const { toolId, versionId } = other.tool;
    await givenMeasured(ask, { toolId, versionId, personIds: [one.person.id], at: clock.now(), days: KEPT_DAYS });
    const id = await lodge(one);
    await database.asOwner('delete from graphile_worker._private_jobs');
    await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    expect((await jobsQueued(database)).map(({ identifier }) => identifier)).toContain('measurements.erase-objected');
    expect((await objections.ownOne(actorOf(one.person.id), id)).duties.find(({ duty }) => duty === 'erase')?.byMachine).toEqual({
      kind: 'soon',
    });
    await objected.eraseUpheld();
    await objected.eraseUpheld();
    expect(await left(one)).toEqual([0, 2]);
    expect(await rows(other, one.person)).toBe(2);
    const erased = { kind: 'erased', at: clock.now() };
    expect((await objections.ownOne(actorOf(one.person.id), id)).duties.find(({ duty }) => duty === 'erase')).toMatchObject({
      byMachine: erased,
      done: null,
    });
    const handled = await new HandledReading(database.transactions, clock).one(asHandler(), id);
    expect(handled.duties.find(({ duty }) => duty === 'erase')?.byMachine).toEqual(erased);
    expect(await ask('select outcome from objection_erasures where objection_id = $1', [id])).toEqual([{ outcome: 'erased' }]);
  });

  it('is erased where it was locked away or set aside, too', async () => {
    const [locked, aside] = [await measured(), await measured()];
    const ids = [await lodge(locked), await lodge(aside)];
    const quarantine = new QuarantineService(database.transactions, CONFIG, clock);
    await quarantine.open(actorOf('p_dpo', 'dpo'), { toolId: locked.tool.toolId, cause: 'void', fromOn: '2026-03-01', reason: 'x' });
    clock.set(DUE);
    await hour();
    expect([await left(locked), await left(aside)]).toEqual([
      [2, 2],
      [2, 0],
    ]);
    for (const id of ids) await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    await objected.eraseUpheld();
    expect([await left(locked), await left(aside)]).toEqual([
      [0, 2],
      [0, 0],
    ]);
  });

  it('stays after all under a legal hold, and goes when the hold ends', async () => {
    const one = await measured();
    const id = await lodge(one);
    await hold(one, '2026-04-20');
    await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    for (const at of [NOW, DUE, '2026-04-20T09:00:00Z']) {
      clock.set(at);
      await hour();
      expect(await left(one)).toEqual([2, 2]);
    }
    expect((await objections.ownOne(actorOf(one.person.id), id)).duties.find(({ duty }) => duty === 'erase')?.byMachine).toEqual({
      kind: 'held',
      until: '2026-04-20',
    });
    expect(await ask('select outcome from objection_erasures where objection_id = $1', [id])).toHaveLength(1);
    clock.set('2026-04-21T09:00:00Z');
    await hour();
    expect(await left(one)).toEqual([0, expect.any(Number)]);
    expect(await ask('select outcome from objection_erasures where objection_id = $1 order by at', [id])).toEqual([
      { outcome: 'held' },
      { outcome: 'erased' },
    ]);
  });

  it('upheld takes nothing that the person asked to keep: restricted, or locked as evidence', async () => {
    const [asked, evidence] = [await measured(), await measured()];
    await ask(
      `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ($1, $2, $3, 'restriction', 'x', $1, now(), '2026-04-05')`,
      [`q_${crockford(8)}`, asked.tool.toolId, asked.person.id],
    );
    const quarantine = new QuarantineService(database.transactions, CONFIG, clock);
    const { toolId } = evidence.tool;
    const locked = await quarantine.open(actorOf('p_dpo', 'dpo'), { toolId, cause: 'void', fromOn: '2026-03-01', reason: 'x' });
    await ask('update quarantine_people set keeps_since = $3 where quarantine_id = $1 and person_id = $2', [
      locked,
      evidence.person.id,
      clock.now(),
    ]);
    const [first, second] = [await lodge(asked), await lodge(evidence)];
    for (const id of [first, second]) await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    await objected.eraseUpheld();
    expect([await rows(asked, asked.person), await rows(evidence, evidence.person)]).toEqual([2, 2]);
    expect((await objections.ownOne(actorOf(asked.person.id), first)).duties.find(({ duty }) => duty === 'erase')?.byMachine).toEqual({
      kind: 'asked',
    });
    clock.advance({ minutes: 60 });
    await ask('update rights_requests set withdrawn_at = now() where tool_id = $1', [asked.tool.toolId]);
    await objected.eraseUpheld();
    expect(await left(asked)).toEqual([0, 2]);
    await objected.eraseGranted();
    expect(await rows(evidence, evidence.person)).toBe(2);
    await quarantine.lift(actorOf('p_dpo', 'dpo'), locked, 'x');
    await objected.eraseGranted();
    expect([await rows(evidence, evidence.person), (await left(evidence))[1]]).toEqual([0, 2]);
  });

  it('stays where it was set aside, too, when the person asked to keep what lies locked of that time', async () => {
    const [withdrawn, upheld] = [await measured(), await measured()];
    const quarantine = new QuarantineService(database.transactions, CONFIG, clock);
    const ids = [await lodge(withdrawn), await lodge(upheld)];
    clock.set(DUE);
    await hour();
    const locks: string[] = [];
    for (const { tool, person, colleague } of [withdrawn, upheld]) {
      const { toolId, versionId } = tool;
      await givenMeasured(ask, { toolId, versionId, personIds: [colleague.id], at: clock.now(), days: KEPT_DAYS });
      const lock = await quarantine.open(actorOf('p_dpo', 'dpo'), { toolId, cause: 'void', fromOn: '2026-03-01', reason: 'x' });
      await mine.keep(actorOf(person.id), lock);
      locks.push(lock);
    }
    await objections.withdraw(actorOf(withdrawn.person.id), ids[0] ?? '');
    await handling.decide(asHandler(), ids[1] ?? '', UPHELD, PASSWORD);
    await hour();
    expect([await rows(withdrawn, withdrawn.person), await rows(upheld, upheld.person)]).toEqual([2, 2]);
    await mine.release(actorOf(withdrawn.person.id), locks[0] ?? '');
    await quarantine.lift(actorOf('p_dpo', 'dpo'), locks[1] ?? '', 'x');
    await hour();
    expect([await rows(withdrawn, withdrawn.person), await rows(upheld, upheld.person)]).toEqual([0, 0]);
  });

  it('under a hold stays what was set aside, when the objection is over', async () => {
    const one = await measured();
    const id = await lodge(one);
    clock.set(DUE);
    await hour();
    await hold(one, '2026-04-20');
    await objections.withdraw(actorOf(one.person.id), id);
    await hour();
    expect(await left(one)).toEqual([2, 0]);
    clock.set('2026-04-21T09:00:00Z');
    await hour();
    expect(await left(one)).toEqual([0, 0]);
  });

  it('when nothing is stored says so, and what comes after a withdrawal is not erased', async () => {
    const one = await givenTold(database, clock, manager.id);
    const id = await lodge(one);
    await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    await objected.eraseUpheld();
    expect(await ask('select outcome from objection_erasures where objection_id = $1', [id])).toEqual([{ outcome: 'nothing' }]);
    await objections.withdraw(actorOf(one.person.id), id);
    const { toolId, versionId } = one.tool;
    await givenMeasured(ask, { toolId, versionId, personIds: [one.person.id], at: clock.now(), days: KEPT_DAYS });
    await objected.eraseUpheld();
    expect(await rows(one, one.person)).toBe(2);
  });
});

describe('what others see of what goes and stays', () => {
  /** Without what chance draws: ids and references. */
  const seen = async ({ tool }: Told): Promise<unknown> => {
    const { deletions, quarantines, refused, holds } = await new MeasuredService(database.transactions, clock).one(tool.toolId);
    const entries = await ask(
      `select e.type, e.at, o.payload from evidence_entries e join evidence_openings o on o.entry_id = e.id and o.part = 'body'
       where e.tool_id = $1 and e.type <> 'notice.published' order by e.written_as`,
      [tool.toolId],
    );
    const all = JSON.stringify({ deletions, quarantines, refused, holds, entries }).replaceAll(tool.name, '*');
    return JSON.parse(all.replaceAll(/[a-z]_[0-9A-Z]{10,}|\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '*')) as unknown;
  };
  const decided = (typed: TypedDecision) => async (one: Case) => handling.decide(asHandler(), await lodge(one), typed, PASSWORD);
  const WAYS: readonly (readonly [string, (one: Case) => Promise<unknown>])[] = [
    ['objects', lodge],
    ['objects, and is rejected', decided(REJECTED)],
    ['objects, and is upheld', decided(UPHELD)],
    [
      'asked to restrict',
      ({ tool, person }) =>
        ask(
          `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ($1, $2, $3, 'restriction', 'x', $1, now(), '2026-04-05')`,
          [`q_${crockford(8)}`, tool.toolId, person.id],
        ),
    ],
    ['was erased', ({ tool, person }) => database.transactions.run((tx) => eraseMeasured(tx, person.id, tool.toolId, dayOf(clock.now())))],
  ];
  const cases = async (): Promise<{ none: Case; each: readonly (readonly [string, Case])[] }> => {
    const none = await measured();
    const each: (readonly [string, Case])[] = [];
    for (const [name, act] of WAYS) {
      const one = await measured();
      await act(one);
      each.push([name, one]);
    }
    return { none, each };
  };

  it('is the same whatever one person did, as when nobody did anything', async () => {
    const { none, each } = await cases();
    for (const at of [NOW, '2026-03-06T09:00:00Z', DUE, '2026-03-16T09:00:00Z']) {
      clock.set(at);
      await hour();
    }
    const told = await seen(none);
    expect(told).toMatchObject({ deletions: [{ due: 4, kept: 0 }], entries: [{ type: 'measurements.deleted' }] });
    for (const [name, one] of each) expect([name, await seen(one)]).toEqual([name, told]);
  });

  it('is the same of what was locked', async () => {
    const { none, each } = await cases();
    await objected.eraseUpheld();
    const quarantine = new QuarantineService(database.transactions, CONFIG, clock);
    for (const { tool } of [none, ...each.map(([, one]) => one)])
      await quarantine.open(actorOf('p_dpo', 'dpo'), { toolId: tool.toolId, cause: 'void', fromOn: '2026-03-01', reason: 'x' });
    clock.set('2026-04-10T09:00:00Z');
    await quarantine.deleteDue();
    const told = await seen(none);
    expect(told).toMatchObject({ deletions: [{ due: 4, kept: 0 }], quarantines: [{ ended: 'deleted' }] });
    for (const [name, one] of each) expect([name, await seen(one)]).toEqual([name, told]);
  });

  it('is the same when all that goes is that person’s', async () => {
    const [without, withOne] = [await givenTold(database, clock, manager.id), await givenTold(database, clock, manager.id)];
    for (const { tool, person } of [without, withOne])
      await givenMeasured(ask, { ...tool, personIds: [person.id], at: clock.now(), days: KEPT_DAYS });
    await lodge(withOne);
    clock.set(DUE);
    await hour();
    expect(await seen(withOne)).toEqual(await seen(without));
  });
});

describe('the person', () => {
  it('reads what is kept, and why, there and in what they take along', async () => {
    const data = new OwnDataService(database.transactions, clock);
    const one = await measured();
    const kept = async () => (await mine.view(actorOf(one.person.id))).kept.map(({ n, why, until }) => [n, why, until]);
    expect(await kept()).toEqual([[2, null, null]]);
    const id = await lodge(one);
    expect(await kept()).toEqual([[2, 'objection', null]]);
    clock.set(DUE);
    await hour();
    expect(await kept()).toEqual([[2, 'objection', null]]);
    const own = await data.view(actorOf(one.person.id));
    expect([own.longer, own.counts.measurements, own.counts.restricted_measurements]).toEqual([
      [{ toolName: one.tool.name, n: 2, why: 'objection', until: null }],
      0,
      2,
    ]);
    const taken = unzipped(await data.archive(actorOf(one.person.id)));
    expect(taken.get('csv/restricted_measurements.csv')?.toString()).toContain('objection');
    expect((await data.view(actorOf(one.colleague.id))).longer).toEqual([]);
    await hold(one, '2026-04-20');
    await handling.decide(asHandler(), id, UPHELD, PASSWORD);
    await hour();
    expect(await kept()).toEqual([[2, 'hold', '2026-04-20']]);
    clock.set('2026-04-21T09:00:00Z');
    await hour();
    expect(await kept()).toEqual([]);
  });
});
