import { randomUUID } from 'node:crypto';
import { onRecord, record } from '../../src/features/evidence/index.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import { suspend } from '../../src/features/gate/stop.service.js';
import { Watch } from '../../src/features/gate/watch.js';
import { HomeService } from '../../src/features/home/home.service.js';
import { eraseMeasured } from '../../src/features/measurements/index.js';
import { BreachesService } from '../../src/features/measurements/breaches/breaches.service.js';
import { ObjectedService } from '../../src/features/measurements/objected.service.js';
import { MeasuredService } from '../../src/features/measurements/measured.service.js';
import { MineService } from '../../src/features/measurements/mine/mine.service.js';
import { QuarantineService } from '../../src/features/measurements/quarantine/quarantine.service.js';
import { ErasureService } from '../../src/features/rights/erasure/erasure.service.js';
import { RetentionService } from '../../src/features/measurements/retention/retention.service.js';
import type { Version } from '../../src/features/tools/index.js';
import { SYSTEM } from '../../src/kernel/actor.js';
import { crockford } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, type GivenAgent, givenAgent, ORIGIN } from '../support/given-agents.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { givenMeasuringTool, type Measuring, measuring } from '../support/given-measurements.js';
import { actorOf, givenPerson, givenStaff, givenUnit, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:00:00Z';
const MADE = new Date('2026-01-12T08:00:00Z');
const MINUTES = { metric: 'minutes', unit: 'minutes', value: 5 };
const PRESENT = { metric: 'present', unit: 'people' };

let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let measure: Measuring;
let retention: RetentionService;
let quarantine: QuarantineService;
let breaches: BreachesService;
let mine: MineService;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('measured life');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  measure = measuring(database, services, clock);
  retention = new RetentionService(database.transactions, clock);
  quarantine = new QuarantineService(database.transactions, { baseUrl: ORIGIN }, clock);
  breaches = new BreachesService(database.transactions, { baseUrl: ORIGIN }, clock);
  mine = new MineService(database.transactions, clock);
  await active(true);
  quarantine.onModuleInit();
});
beforeEach(() => clock.set(NOW));
afterAll(async () => {
  quarantine.onModuleDestroy();
  await services.close();
  await database.close();
});

const active = async (isPlatform = false, wishes: ChainWishes = {}): Promise<Version> => {
  const version = await database.transactions.run(async (tx) => {
    const made = await givenMeasuringTool(tx, MADE, { unitIds: [staff.employee.unitId], isPlatform });
    await givenChain(tx, made, staff, wishes);
    return made;
  });
  await new GateService(database.transactions, clock).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};
/** A tool that measured its employee at ten o'clock: one row a person, and figures of the week and the month. */
const measured = async (wishes: ChainWishes = {}): Promise<{ version: Version; agent: GivenAgent; lease: string }> => {
  const version = await active(false, wishes);
  const agent = await givenAgent(services, clock, staff, {
    toolId: version.toolId,
    device: `LAPTOP-${crockford(6)}`,
    person: staff.employee,
  });
  const lease = await measure.leaseFor(agent, staff.employee.id);
  expect(await measure.send(agent, lease, [{ value: 3 }, MINUTES, MINUTES, PRESENT])).toMatchObject({ accepted: 4, refused: 0 });
  return { version, agent, lease };
};
const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.reasons[0]?.code ?? error.code;
  }
  throw new Error('Expected: a refusal. Found: none.');
};
const countOf = async (table: string, { toolId }: Version): Promise<number> =>
  (await database.asOwner(`select 1 from ${table} where tool_id = $1`, [toolId])).length;
const counts = async (version: Version): Promise<[measurements: number, rollups: number]> => [
  await countOf('measurements', version),
  await countOf('metric_rollups', version),
];
const proofs = (version: Version) =>
  database.asOwner(
    `select cause, metric, due::int as due, rollups::int as rollups, kept::int as kept from measurement_deletions where tool_id = $1 order by at, cause, metric`,
    [version.toolId],
  );
const entries = async (type: string, { toolId }: Version): Promise<Record<string, unknown>[]> =>
  (
    await database.asOwner(
      `select o.payload from evidence_entries e join evidence_openings o on o.entry_id = e.id and o.part = 'body' where e.type = $1 and e.tool_id = $2 order by e.written_as`,
      [type, toolId],
    )
  ).map(({ payload }) => JSON.parse(String(payload)) as Record<string, unknown>);
const restrict = ({ toolId }: Version): Promise<unknown> =>
  database.asOwner(
    `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ($1, $2, $3, 'restriction', 'x', $1, now(), '2026-04-01')`,
    [`q_${crockford(8)}`, toolId, staff.employee.id],
  );
/** The purpose of the given tool keeps its data 45 days. */
const LAST_DAY = '2026-04-06T10:00:00Z';
const DAY_AFTER = '2026-04-07T10:00:00Z';

describe('what was measured goes when its time is over', () => {
  it('on the day after its longest term, its partition with it, and the log has the proof', async () => {
    const { version } = await measured();
    clock.set(LAST_DAY);
    await retention.deleteDue();
    expect((await counts(version))[0]).toBe(2);
    expect(await database.asOwner(`select delete_on::text as day from measurement_partitions where delete_on = '2026-04-07'`)).toHaveLength(
      1,
    );
    clock.set(DAY_AFTER);
    await retention.deleteDue();
    expect((await counts(version))[0]).toBe(0);
    expect(await database.asOwner(`select 1 from measurement_partitions where delete_on = '2026-04-07'`)).toEqual([]);
    expect(await proofs(version)).toEqual([{ cause: 'maximum', metric: 'minutes', due: 2, rollups: 0, kept: 0 }]);
    expect(await entries('measurements.deleted', version)).toMatchObject([
      { cause: 'maximum', upTo: '2026-04-07', parts: [{ metric: 'minutes', due: 2 }] },
    ]);
    await retention.deleteDue();
    expect(await proofs(version)).toHaveLength(1);
  });

  it('figures of a group go as long after their week or month was over', async () => {
    const { version } = await measured();
    clock.set('2026-04-08T10:00:00Z');
    await retention.deleteDue();
    expect(await countOf('metric_rollups', version)).toBe(6);
    clock.set('2026-04-09T10:00:00Z');
    await retention.deleteDue();
    expect(await database.asOwner(`select distinct period from metric_rollups where tool_id = $1`, [version.toolId])).toEqual([
      { period: 'month' },
    ]);
    clock.set('2026-04-15T10:00:00Z');
    await retention.deleteDue();
    expect(await countOf('metric_rollups', version)).toBe(0);
  });

  it('at once when the event happened that ends its purpose, and what came after that day stays', async () => {
    const { version, agent } = await measured();
    clock.set('2026-02-21T10:00:00Z');
    await measure.send(agent, await measure.leaseFor(agent, staff.employee.id), [MINUTES]);
    const privacy = actorOf(staff.privacyOfficer);
    expect(await refusal(retention.recordCriterion(privacy, version.toolId, 'security', '2026-02-20'))).toBe('retention.purpose_unknown');
    expect(await refusal(retention.recordCriterion(privacy, version.toolId, 'attendance', '2026-02-22'))).toBe('retention.day_to_come');
    expect((await counts(version))[0]).toBe(3);
    await database.asOwner(
      `insert into tool_versions select (jsonb_populate_record(null::tool_versions, to_jsonb(v) || '{"id":"v_draft","number":9}')).* from tool_versions v where id = $1`,
      [version.id],
    );
    expect(await retention.recordCriterion(privacy, version.toolId, 'attendance', '2026-02-20')).toBe('gone');
    expect(await counts(version)).toEqual([1, 0]);
    expect(await proofs(version)).toEqual([
      { cause: 'criterion', metric: 'logins', due: 0, rollups: 2, kept: 0 },
      { cause: 'criterion', metric: 'minutes', due: 2, rollups: 2, kept: 0 },
      { cause: 'criterion', metric: 'present', due: 0, rollups: 2, kept: 0 },
    ]);
    expect(await entries('retention-criterion.happened', version)).toMatchObject([{ purpose: 'attendance', on: '2026-02-20' }]);
  });

  it('at once, and from then on tells nobody at what hour anything came in: the week and month read as deleted, and nothing is added', async () => {
    const [{ version, agent }, quiet] = [await measured(), await measured()];
    const privacy = actorOf(staff.privacyOfficer);
    const states = async ({ toolId, id }: Version) => [
      (await proofs({ toolId } as Version)).length,
      await database.asOwner(
        `select metric, period, period_start::text as start from emptied_periods where version_id = $1 order by 1, 2, 3`,
        [id],
      ),
      await countOf('metric_rollups', { toolId } as Version),
      await countOf('count_keys', { toolId } as Version),
    ];
    for (const one of [version, quiet.version]) await retention.recordCriterion(privacy, one.toolId, 'attendance', '2026-02-20');
    const before = await states(version);
    for (const hour of ['11', '12', '13']) {
      clock.set(`2026-02-20T${hour}:00:00Z`);
      const lease = hour === '13' ? null : await measure.leaseFor(agent, staff.employee.id);
      clock.advance({ minutes: 2 });
      if (lease) expect(await measure.send(agent, lease, [{ value: 3 }, PRESENT, MINUTES])).toMatchObject({ accepted: 3 });
      clock.advance({ minutes: 10 });
      await retention.deleteDue();
      expect(await states(version)).toEqual(before);
    }
    expect(await states(quiet.version)).toEqual(before);
    expect(before.slice(2)).toEqual([0, 0]);
    expect(await countOf('measurements', version)).toBe(2);
    clock.set('2026-02-21T00:12:00Z');
    await retention.deleteDue();
    expect(await countOf('measurements', version)).toBe(0);
    clock.set('2026-03-02T10:00:00Z');
    await measure.send(agent, await measure.leaseFor(agent, staff.employee.id), [{ value: 3 }]);
    expect(await countOf('metric_rollups', version)).toBe(2);
  });

  it('once a day, also when nothing went at the first turn of that day', async () => {
    const { version, agent } = await measured();
    await retention.recordCriterion(actorOf(staff.privacyOfficer), version.toolId, 'attendance', '2026-02-20');
    clock.set('2026-02-21T00:12:00Z');
    await retention.deleteDue();
    const before = await proofs(version);
    clock.set('2026-02-21T09:00:00Z');
    const late = { ...MINUTES, at: '2026-02-20T10:00:00Z' };
    expect(await measure.send(agent, await measure.leaseFor(agent, staff.employee.id), [late])).toMatchObject({ accepted: 1 });
    clock.set('2026-02-21T09:12:00Z');
    await retention.deleteDue();
    expect([await proofs(version), await countOf('measurements', version)]).toEqual([before, 1]);
    clock.set('2026-02-22T00:12:00Z');
    await retention.deleteDue();
    expect([(await proofs(version)).length > before.length, await countOf('measurements', version)]).toEqual([true, 0]);
  });

  it('for a purpose that only another version of which something is kept measured for, and it can be chosen', async () => {
    const { version } = await measured();
    const copied = (table: string, changes: string, of: string) =>
      database.asOwner(
        `insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(o) || ${changes})).* from ${table} o where ${of} = $1`,
        [version.id],
      );
    await copied('tool_versions', `'{"id":"v_other","number":9}'`, 'id');
    const columns = ['attribute', 'answered_by', 'answered_role', 'answered_at'].join();
    await database.asOwner(
      `insert into answers (version_id, item, value, ${columns})
         select 'v_other', replace(item, 'attendance', 'payroll'), replace(value::text, 'attendance', 'payroll')::jsonb, ${columns} from answers where version_id = $1`,
      [version.id],
    );
    const chosen = async () => {
      const { purposes } = await new MeasuredService(database.transactions, clock).one(version.toolId);
      return purposes.map(({ code }) => code);
    };
    expect(await chosen()).toEqual(['attendance']);
    await copied('metric_rollups', `'{"version_id":"v_other"}'`, 'version_id');
    expect(await chosen()).toEqual(['payroll', 'attendance']);
  });

  it('but not under a legal hold, which has a reason and an end', async () => {
    const { version } = await measured();
    const privacy = actorOf(staff.privacyOfficer);
    expect(await refusal(retention.placeHold(privacy, version.toolId, 'Rechtszaak', '2026-02-20'))).toBe('retention.hold_end');
    expect(await refusal(retention.placeHold(privacy, version.toolId, 'Rechtszaak', '2027-03-20'))).toBe('retention.hold_end');
    await retention.placeHold(privacy, version.toolId, 'Rechtszaak', '2026-05-20');
    expect(await retention.recordCriterion(privacy, version.toolId, 'attendance', '2026-02-20')).toBe('held');
    expect((await counts(version))[0]).toBe(2);
    clock.set(DAY_AFTER);
    await retention.deleteDue();
    clock.set('2026-05-10T10:00:00Z');
    await retention.deleteDue();
    expect(await counts(version)).toEqual([2, 6]);
    expect((await proofs(version)).map(({ kept }) => kept)).toEqual([2, 2]);
    const [hold] = await database.asOwner(`select id from legal_holds where tool_id = $1`, [version.toolId]);
    expect(await retention.endHold(privacy, String(hold?.['id']), 'Zaak is klaar')).toBe(version.toolId);
    expect(await refusal(retention.endHold(privacy, String(hold?.['id']), 'Nog eens'))).toBe('retention.hold_over');
    await retention.deleteDue();
    expect(await counts(version)).toEqual([0, 0]);
  });

  it('a hold that reached its end holds nothing; a restriction keeps its own person’s rows only', async () => {
    const [held, restricted] = [await measured(), await measured()];
    await retention.placeHold(actorOf(staff.privacyOfficer), held.version.toolId, 'Rechtszaak', '2026-04-06');
    await restrict(restricted.version);
    clock.set(DAY_AFTER);
    await retention.deleteDue();
    expect(await countOf('measurements', held.version)).toBe(0);
    expect(await countOf('restricted_measurements', restricted.version)).toBe(2);
    await database.asOwner(`update rights_requests set withdrawn_at = now() where tool_id = $1`, [restricted.version.toolId]);
    await retention.deleteDue();
    expect(await countOf('restricted_measurements', restricted.version)).toBe(0);
  });
});

/** The start page of a privacy officer, and of the DPO, who decides and deletes nothing. */
const isAsked = async (of: 'deletions' | 'breaches', id: string): Promise<boolean> => {
  const home = new HomeService(database.transactions, clock);
  expect((await home.read(actorOf(staff.dpo, 'dpo'))).measured).toEqual({ breaches: [], deletions: [] });
  return (await home.read(actorOf(staff.privacyOfficer))).measured[of].some((one) => one.id === id);
};

describe('data whose consent turned out void', () => {
  const invoke = ({ toolId }: Version): Promise<unknown> =>
    database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId, cause: 'nullity', reason: 'E9' }));
  const openOf = async ({ toolId }: Version): Promise<string> => {
    const [row] = await database.asOwner(`select id from quarantines where tool_id = $1`, [toolId]);
    return String(row?.['id']);
  };
  const employee = () => actorOf(staff.employee);
  const privacy = () => actorOf(staff.privacyOfficer);

  it('is out of every table that is shown, from the suspension on; everybody concerned is told', async () => {
    const [one, other] = [await measured(), await measured()];
    await invoke(one.version);
    expect(await counts(one.version)).toEqual([0, 0]);
    expect(await countOf('count_keys', one.version)).toBe(0);
    expect(await counts(other.version)).toEqual([2, 6]);
    const id = await openOf(one.version);
    expect(await quarantine.read(id)).toMatchObject({
      cause: 'void',
      fromOn: '2026-02-20',
      askUntil: '2026-03-06',
      deleteBy: '2026-03-20',
      isKept: false,
    });
    const people = await database.asOwner(`select person_id from quarantine_people where quarantine_id = $1`, [id]);
    expect(people.map(({ person_id: person }) => person)).toContain(staff.employee.id);
    expect(await entries('quarantine.opened', one.version)).toMatchObject([
      { cause: 'void', measurements: 2, rollups: 6, people: people.length },
    ]);
    const jobs = await database.asOwner(`select payload::text as payload from graphile_worker._private_jobs where payload::text like $1`, [
      `%/me/measurements%`,
    ]);
    expect(jobs.length).toBeGreaterThan(0);
  });

  it('is told as well to who changed units since: who got its notice, and who has lines in it; never to who was in no scope', async () => {
    const { version } = await measured();
    const outsider = await database.transactions.run(async (tx) => givenPerson(tx, { unitId: await givenUnit(tx, 'Archief') }));
    const [away, back] = [outsider.unitId, staff.employee.unitId];
    const move = (people: readonly { id: string }[], unitId: string): Promise<unknown> =>
      database.asOwner('update persons set unit_id = $2 where id = any ($1)', [people.map(({ id }) => id), unitId]);
    expect(away).not.toBe(back);
    await database.asOwner('delete from notice_deliveries where person_id = $1', [staff.employee.id]);
    await move([staff.employee, staff.colleague], away);
    await invoke(version);
    const id = await openOf(version);
    const rows = await database.asOwner(`select person_id from quarantine_people where quarantine_id = $1`, [id]);
    const named = rows.map(({ person_id: person }) => person);
    expect(named).toEqual(expect.arrayContaining([staff.employee.id, staff.colleague.id]));
    expect(named).not.toContain(outsider.id);
    await mine.keep(employee(), id);
    await move([staff.employee, staff.colleague], back);
    expect(await quarantine.read(id)).toMatchObject({ isKept: true });
    await mine.release(employee(), id);
  });

  it('names to the officer whom no message reaches, so that somebody writes to them', async () => {
    const { version } = await measured();
    await database.asOwner(`update persons set left_at = $2, ends_on = '2026-02-20' where id = $1`, [staff.colleague.id, clock.now()]);
    await invoke(version);
    const unreached = await quarantine.unreached(await openOf(version));
    expect(unreached.map(({ name }) => name)).toEqual([staff.colleague.name]);
    await database.asOwner('update persons set left_at = null, ends_on = null where id = $1', [staff.colleague.id]);
    expect(await quarantine.unreached(await openOf(version))).toEqual([]);
  });

  it.each(['stopped', 'drift'] as const)(
    'is locked all the same when the tool was %s before the council invoked nullity',
    async (before) => {
      const { version } = await measured();
      const { toolId } = version;
      if (before === 'stopped')
        await new StopService(database.transactions, clock).stop(actorOf(staff.chair), toolId, { reason: '', key: randomUUID() });
      else await database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId, cause: 'drift', reason: '' }));
      expect(await counts(version)).toEqual([2, 6]);
      clock.set('2026-02-22T10:00:00Z');
      await database.transactions.run((tx) => record(tx, actorOf(staff.chair), clock.now(), 'nullity.invoked', { toolId }));
      expect(await counts(version)).toEqual([0, 0]);
      expect(await quarantine.read(await openOf(version))).toMatchObject({ cause: 'void', fromOn: '2026-02-20' });
    },
  );

  it('is locked whole when batches came in while the council’s word was being written down, and they do not keep it from its word', async () => {
    const { version, agent, lease } = await measured();
    const { toolId } = version;
    let attempts = 0;
    await database.transactions.serializable(async (tx) => {
      attempts += 1;
      await tx.query('select 1 from tools where id = $1', [toolId]);
      await measure.send(agent, lease, [MINUTES, { value: 4 }]);
      await suspend(tx, SYSTEM, clock.now(), { toolId, cause: 'nullity', reason: 'E9' });
    });
    expect(attempts).toBe(1);
    const id = await openOf(version);
    for (let times = 0; times < 2; times += 1) await quarantine.gather(id);
    expect(await entries('quarantine.gathered', version)).toHaveLength(1);
    expect(await counts(version)).toEqual([0, 0]);
    expect(await database.asOwner(`select 1 from quarantined_measurements where quarantine_id = $1`, [id])).toHaveLength(3);
    const [gathers] = await database.asOwner(
      `select count(*)::int as n from graphile_worker._private_jobs where payload::text like '%' || $1 || '%' and payload::text not like '%subject%'`,
      [id],
    );
    expect(gathers).toEqual({ n: 1 });
    await quarantine.lift(privacy(), id, 'De rechter gaf de werkgever gelijk');
    expect(await counts(version)).toEqual([3, 6]);
    expect(
      await database.asOwner(`select sum(total) as total from metric_rollups where tool_id = $1 and metric = 'logins'`, [toolId]),
    ).toEqual([{ total: 14 }]);
  });

  it('however much it is does not keep the council from its word: figures go at once, and lines as soon as can be, in minutes if need be', async () => {
    const { version } = await measured();
    const seen = 'create table seen_limits (ms text); grant insert on seen_limits to public';
    await database.asOwner(
      `${seen}; create function see_limit() returns trigger language plpgsql as $$ begin
         insert into seen_limits values (current_setting('statement_timeout')); return null; end $$;
       create trigger see_limit after insert or delete on quarantined_measurements for each statement execute function see_limit()`,
    );
    let unlock = (): void => undefined;
    const locked = new Promise<void>((resolve) => {
      void database.transactions.run(async (tx) => {
        await tx.query('select 1 from measurements where tool_id = $1 limit 1 for update', [version.toolId]);
        resolve();
        await new Promise<void>((done) => (unlock = done));
      });
    });
    await locked;
    await invoke(version);
    expect(await counts(version)).toEqual([2, 0]);
    unlock();
    const id = await openOf(version);
    await quarantine.gather(id);
    expect(await counts(version)).toEqual([0, 0]);
    clock.set('2026-03-07T10:00:00Z');
    await quarantine.delete(privacy(), id);
    expect(await database.asOwner('select distinct ms from seen_limits')).toEqual([{ ms: '15min' }]);
    await database.asOwner('drop function see_limit cascade; drop table seen_limits');
  }, 20_000);

  it('is not locked from before the last day of a consent that ended: only what a week or month over that day holds', async () => {
    const { version } = await measured({ expiresOn: '2026-02-24' });
    clock.set('2026-02-25T06:00:00Z');
    await new Watch(database.transactions, clock).sweep();
    expect(await database.asOwner(`select cause from suspensions where tool_id = $1`, [version.toolId])).toEqual([
      { cause: 'gate_closed' },
    ]);
    expect(await quarantine.read(await openOf(version))).toMatchObject({ cause: 'expired', fromOn: '2026-02-25' });
    expect(await counts(version)).toEqual([2, 3]);
    await database.asOwner(`delete from metric_rollups where tool_id = $1`, [version.toolId]);
    await retention.recordCriterion(privacy(), version.toolId, 'attendance', '2026-02-24');
    expect(await counts(version)).toEqual([0, 0]);
  });

  it('goes with its condition: what was measured since it was switched on, once the council’s promise fell due unkept', async () => {
    const { version } = await measured({
      conditions: [{ text: 'Een cursus voor iedereen', owner: staff.director.id, dueOn: '2026-02-24' }],
    });
    clock.set('2026-02-25T06:00:00Z');
    await new Watch(database.transactions, clock).sweep();
    expect(await quarantine.read(await openOf(version))).toMatchObject({ cause: 'exceeded', fromOn: '2026-02-20' });
    expect(await counts(version)).toEqual([0, 0]);
  });

  it('is on the privacy officer’s start page from the day on which it can go, while there is something to delete', async () => {
    const [{ version }, { version: held }] = [await measured(), await measured()];
    for (const one of [version, held]) await invoke(one);
    const [id, onHold] = [await openOf(version), await openOf(held)];
    await retention.placeHold(privacy(), held.toolId, 'Rechtszaak', '2026-06-01');
    clock.set('2026-03-06T10:00:00Z');
    expect(await isAsked('deletions', id)).toBe(false);
    clock.set('2026-03-07T10:00:00Z');
    expect([await isAsked('deletions', id), await isAsked('deletions', onHold)]).toEqual([true, false]);
    clock.set('2026-02-20T10:00:00Z');
    await mine.keep(employee(), id);
    clock.set('2026-03-07T10:00:00Z');
    expect(await isAsked('deletions', id)).toBe(false);
    await database.asOwner('update quarantined_measurements set person_id = $2 where quarantine_id = $1 and line = 2', [
      id,
      staff.colleague.id,
    ]);
    expect(await isAsked('deletions', id)).toBe(true);
    await quarantine.delete(privacy(), id);
    expect(await isAsked('deletions', id)).toBe(false);
    await mine.release(employee(), id);
    expect(await isAsked('deletions', id)).toBe(true);
  });

  it('is deleted when nobody asked to keep it: by the privacy officer after two weeks, and by itself after four', async () => {
    const [one, other] = [await measured(), await measured()];
    await invoke(one.version);
    await invoke(other.version);
    const id = await openOf(one.version);
    clock.set('2026-03-06T10:00:00Z');
    expect(await refusal(quarantine.delete(privacy(), id))).toBe('quarantine.asking');
    clock.set('2026-03-07T10:00:00Z');
    await quarantine.delete(privacy(), id);
    expect(await database.asOwner(`select 1 from quarantined_rollups where quarantine_id = $1`, [id])).toEqual([]);
    expect(await quarantine.read(id)).toMatchObject({ ended: 'deleted' });
    expect(await refusal(quarantine.delete(privacy(), id))).toBe('quarantine.over');
    expect((await proofs(one.version)).filter(({ cause }) => cause === 'quarantine')).toHaveLength(3);
    clock.set('2026-03-20T10:00:00Z');
    await quarantine.deleteDue();
    expect(await quarantine.read(await openOf(other.version))).toMatchObject({ ended: null });
    clock.set('2026-03-21T10:00:00Z');
    await quarantine.deleteDue();
    expect(await quarantine.read(await openOf(other.version))).toMatchObject({ ended: 'deleted' });
  });

  it('stays locked for whoever needs it as evidence, until they need it no more', async () => {
    const { version } = await measured();
    await invoke(version);
    const id = await openOf(version);
    expect((await mine.view(employee())).quarantines.find((own) => own.id === id)).toMatchObject({ keeps: false });
    await mine.keep(employee(), id);
    await mine.keep(employee(), id);
    expect(await refusal(mine.keep(actorOf(staff.director), 'q_none'))).toBe('page.unknown');
    clock.set('2026-03-21T10:00:00Z');
    await quarantine.deleteDue();
    expect(await database.asOwner(`select 1 from quarantined_measurements where quarantine_id = $1`, [id])).toHaveLength(2);
    expect(await refusal(quarantine.delete(privacy(), id))).toBe('quarantine.kept');
    await mine.release(employee(), id);
    expect(await refusal(mine.keep(employee(), id))).toBe('quarantine.asked_late');
    await quarantine.deleteDue();
    expect(await quarantine.read(id)).toMatchObject({ ended: 'deleted', isKept: false });
  });

  it('is not erased with a leaver who asked to keep it, or whose data is restricted, unless they ask for that themselves', async () => {
    const { version } = await measured();
    await invoke(version);
    const id = await openOf(version);
    const erasure = new ErasureService(database.transactions, clock);
    const erase = (reason: 'left' | 'asked') =>
      refusal(erasure.erase(actorOf(staff.dpo), staff.employee.id, reason, { password: 'geraden' }));
    await mine.keep(employee(), id);
    await database.asOwner('update persons set left_at = $2 where id = $1', [staff.employee.id, clock.now()]);
    expect([await erase('left'), await erase('asked')]).toEqual(['erasure.kept', 'password.wrong']);
    await mine.release(employee(), id);
    expect(await erase('left')).toBe('password.wrong');
    await restrict(version);
    await database.asOwner(
      `update rights_requests set answer = 'Ja', answered_by = 'p_h', answered_at = now(), outcome = 'granted' where tool_id = $1`,
      [version.toolId],
    );
    expect([await erase('left'), await erase('asked')]).toEqual(['erasure.kept', 'password.wrong']);
    await database.asOwner('delete from rights_requests where tool_id = $1', [version.toolId]);
    await database.asOwner('update persons set left_at = null where id = $1', [staff.employee.id]);
  });

  it('is as it was when the ground fell away, what was added meanwhile included', async () => {
    const { version } = await measured();
    const id = await quarantine.open(privacy(), {
      toolId: version.toolId,
      cause: 'exceeded',
      fromOn: '2026-02-19',
      reason: 'Te veel gemeten',
    });
    expect(await counts(version)).toEqual([0, 0]);
    expect(await mailed('niet meer op slot', version)).toBe(0);
    await quarantine.lift(privacy(), id, 'Het was toch goed');
    expect(await counts(version)).toEqual([2, 6]);
    expect(await mailed('niet meer op slot', version)).toBeGreaterThan(0);
    expect(await refusal(quarantine.lift(privacy(), id, 'x'))).toBe('quarantine.over');
  });

  const mailed = async (words: string, { toolName }: Version): Promise<number> => {
    const like = 'payload::text like $1 and payload::text like $2';
    return (await database.asOwner(`select 1 from graphile_worker._private_jobs where ${like}`, [`%${words}%`, `%${toolName}%`])).length;
  };

  it('locks nothing twice, and tells whoever can stop the tool that it is still on', async () => {
    const { version } = await measured();
    const STILL_ON = 'staat aan, en de gegevens';
    const id = await lockedByHand(version);
    expect([(await quarantine.read(id)).isOn, await mailed(STILL_ON, version)]).toEqual([true, 1]);
    expect(await refusal(lockedByHand(version))).toBe('quarantine.already');
    const other = await measured();
    await invoke(other.version);
    expect([(await quarantine.read(await openOf(other.version))).isOn, await mailed(STILL_ON, other.version)]).toEqual([false, 0]);
  });

  const lockedByHand = ({ toolId }: Version) =>
    quarantine.open(privacy(), { toolId, cause: 'exceeded', fromOn: '2026-02-19', reason: 'Te veel gemeten' });

  it('lets nothing back into the time that is locked when the tool goes on, until it is put back', async () => {
    const { version, agent, lease } = await measured();
    clock.advance({ minutes: 2 });
    const id = await lockedByHand(version);
    clock.advance({ minutes: 2 });
    const lines = [
      { ...MINUTES, at: '2026-02-20T10:01:00Z' },
      { ...MINUTES, at: '2026-02-20T10:03:00Z' },
    ];
    expect(await measure.send(agent, lease, lines)).toMatchObject({ accepted: 1, reasons: [{ code: 'lease.not_then', lines: [1] }] });
    await quarantine.gather(id);
    expect(await countOf('measurements', version)).toBe(1);
    await quarantine.lift(privacy(), id, 'Het was toch goed');
    expect(await measure.send(agent, lease, lines.slice(0, 1))).toMatchObject({ accepted: 1 });
  });

  describe('when two locks lie over the same time', () => {
    const second = async () => {
      const { version } = await measured();
      const first = await lockedByHand(version);
      clock.set('2026-03-05T10:00:00Z');
      await invoke(version);
      const [row] = await database.asOwner(`select id from quarantines where tool_id = $1 and id <> $2`, [version.toolId, first]);
      return { version, first, other: String(row?.['id']) };
    };
    const linesOf = async (id: string) =>
      (await database.asOwner(`select 1 from quarantined_measurements where quarantine_id = $1`, [id])).length;

    it('nothing is deleted under one while people can ask to keep it under the other, nor after they did', async () => {
      const { version, first, other } = await second();
      clock.set('2026-03-07T10:00:00Z');
      expect(await refusal(quarantine.delete(privacy(), first))).toBe('quarantine.asking');
      expect(await refusal(mine.keep(employee(), first))).toBe('quarantine.asked_late');
      await mine.keep(employee(), other);
      clock.set('2026-04-05T10:00:00Z');
      await quarantine.deleteDue();
      expect([await linesOf(first), (await quarantine.read(first)).ended, (await quarantine.read(other)).ended]).toEqual([2, null, null]);
      expect(await refusal(quarantine.delete(privacy(), first))).toBe('quarantine.kept');
      await mine.release(employee(), other);
      await quarantine.deleteDue();
      expect([await linesOf(first), (await quarantine.read(first)).ended, await counts(version)]).toEqual([0, 'deleted', [0, 0]]);
      await quarantine.deleteDue();
      expect((await quarantine.read(other)).ended).toBe('deleted');
    });

    it('who objects, and keeps it under the other one, keeps it there, and no other lock waits for that', async () => {
      const behind = await measured();
      const { version, first, other } = await second();
      await restrict(version);
      await mine.keep(employee(), other);
      clock.set('2026-03-05T10:00:00Z');
      await invoke(behind.version);
      clock.set('2026-04-05T10:00:00Z');
      await quarantine.deleteDue();
      await quarantine.deleteDue();
      expect([await linesOf(first), await countOf('restricted_measurements', version)]).toEqual([2, 0]);
      expect((await quarantine.read(await openOf(behind.version))).ended).toBe('deleted');
      await mine.release(employee(), other);
      await quarantine.deleteDue();
      expect([await linesOf(first), await countOf('restricted_measurements', version)]).toEqual([0, 2]);
    });

    it('what fails under one keeps no other from being deleted', async () => {
      const [broken, behind] = [await measured(), await measured()];
      await invoke(broken.version);
      clock.set('2026-02-21T10:00:00Z');
      await invoke(behind.version);
      const id = await openOf(broken.version);
      await database.asOwner(
        `create function no_deletion() returns trigger language plpgsql as $$ begin if old.quarantine_id = '${id}' then raise 'broken'; end if; return old; end $$`,
      );
      await database.asOwner(
        'create trigger no_deletion before delete on quarantined_measurements for each row execute function no_deletion()',
      );
      clock.set('2026-04-05T10:00:00Z');
      await expect(quarantine.deleteDue()).rejects.toThrow('broken');
      await database.asOwner('drop function no_deletion cascade');
      expect((await quarantine.read(await openOf(behind.version))).ended).toBe('deleted');
      expect((await quarantine.read(id)).ended).toBeNull();
      await quarantine.deleteDue();
      expect((await quarantine.read(id)).ended).toBe('deleted');
    });

    it('what nobody needs goes once nobody can ask any more under either', async () => {
      const { first, other } = await second();
      clock.set('2026-03-21T10:00:00Z');
      await quarantine.delete(privacy(), first);
      expect([await linesOf(first), (await quarantine.read(first)).ended, (await quarantine.read(other)).ended]).toEqual([
        0,
        'deleted',
        null,
      ]);
    });

    it('one is lifted while the other is emptied: nothing stays locked under a lock that is over', async () => {
      const { version, first, other } = await second();
      clock.set('2026-03-21T10:00:00Z');
      const wait = () => new Promise((resolve) => setTimeout(resolve, 200));
      const acts: Promise<void>[] = [];
      await database.transactions.run(async (tx) => {
        await tx.query('select 1 from generations where tool_id = $1 for share', [version.toolId]);
        acts.push(quarantine.delete(privacy(), other));
        await wait();
        acts.push(quarantine.lift(privacy(), first, 'Het was toch goed'));
        await wait();
      });
      await Promise.all(acts);
      expect([(await quarantine.read(other)).ended, (await quarantine.read(first)).ended]).toEqual(['deleted', 'lifted']);
      expect([await linesOf(first), await linesOf(other), await counts(version)]).toEqual([0, 0, [0, 0]]);
    });

    it('a legal hold keeps what would be deleted by lifting one of them', async () => {
      const { version, first, other } = await second();
      clock.set('2026-04-05T10:00:00Z');
      await quarantine.delete(privacy(), other);
      await retention.placeHold(privacy(), version.toolId, 'Een zaak', '2026-06-01');
      expect(await refusal(quarantine.lift(privacy(), first, 'Het was toch goed'))).toBe('quarantine.on_hold');
      expect(await linesOf(first)).toBe(2);
    });
  });

  it('that was measured later on the day of a lock is counted and locked when it turns out void as well', async () => {
    const { version, agent } = await measured();
    const first = await lockedByHand(version);
    clock.advance({ minutes: 20 });
    const lease = await measure.leaseFor(agent, staff.employee.id);
    expect(await measure.send(agent, lease, [MINUTES])).toMatchObject({ accepted: 1 });
    clock.set('2026-03-10T10:00:00Z');
    await database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'drift', reason: 'E4' }));
    await quarantine.delete(privacy(), first);
    const due = (await proofs(version)).filter(({ cause }) => cause === 'quarantine').map((row) => Number(row['due']));
    expect([due.reduce((sum, one) => sum + one, 0), await countOf('measurements', version)]).toEqual([2, 1]);
    await database.transactions.run((tx) => record(tx, actorOf(staff.chair), clock.now(), 'nullity.invoked', { toolId: version.toolId }));
    const [void_] = await database.asOwner(`select cause, measurements::int as n from quarantines where tool_id = $1 and id <> $2`, [
      version.toolId,
      first,
    ]);
    expect([void_, await countOf('measurements', version)]).toEqual([{ cause: 'void', n: 1 }, 0]);
  });

  it('is locked once by a nullity that stops the tool in the same act, though batches came in meanwhile', async () => {
    const { version, agent, lease } = await measured();
    const { toolId } = version;
    quarantine.onModuleDestroy();
    const stop = onRecord(async (tx, now, act) => {
      if (act.type === 'nullity.invoked') await suspend(tx, SYSTEM, now, { toolId, cause: 'nullity', reason: 'E9' });
    });
    quarantine.onModuleInit();
    await database.transactions.serializable(async (tx) => {
      await tx.query('select 1 from tools where id = $1', [toolId]);
      await measure.send(agent, lease, [MINUTES, { value: 4 }]);
      await record(tx, actorOf(staff.chair), clock.now(), 'nullity.invoked', { toolId });
    });
    stop();
    expect([await countOf('quarantines', version), await countOf('suspensions', version)]).toEqual([1, 1]);
    await quarantine.gather(await openOf(version));
    expect(await counts(version)).toEqual([0, 0]);
  });

  it('is locked for itself by what the council says when somebody had locked it by hand in the same words', async () => {
    const { version } = await measured();
    await database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'drift', reason: 'E4' }));
    const by = (id: string) => quarantine.lift(privacy(), id, 'Het was toch goed');
    const first = await quarantine.open(privacy(), { toolId: version.toolId, cause: 'void', fromOn: '2026-02-20', reason: 'Nietig' });
    clock.advance({ minutes: 2 });
    await database.transactions.run((tx) => record(tx, actorOf(staff.chair), clock.now(), 'nullity.invoked', { toolId: version.toolId }));
    expect(await countOf('quarantines', version)).toBe(2);
    await by(first);
    expect(await counts(version)).toEqual([0, 0]);
  });

  it('is locked for itself, too, when the only lock on the same ground is over a time before it', async () => {
    const { version } = await measured();
    const { toolId } = version;
    await database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId, cause: 'drift', reason: 'E4' }));
    const byHand = await lockedByHand(version);
    const before = {
      id: 'q_before',
      reference: 'before',
      cause: 'void',
      opened_by: null,
      from_on: '2026-01-15',
      until_at: '2026-02-01T10:00:00Z',
    };
    await database.asOwner(
      `insert into quarantines select (jsonb_populate_record(null::quarantines, to_jsonb(q) || $2)).* from quarantines q where id = $1`,
      [byHand, before],
    );
    clock.advance({ minutes: 2 });
    const nullity = () => database.transactions.run((tx) => record(tx, actorOf(staff.chair), clock.now(), 'nullity.invoked', { toolId }));
    await nullity();
    expect(await countOf('quarantines', version)).toBe(3);
    await nullity();
    expect(await countOf('quarantines', version)).toBe(3);
    await quarantine.lift(privacy(), byHand, 'Het was toch goed');
    expect(await counts(version)).toEqual([0, 0]);
  });

  describe('when one of two locks over the same time is lifted', () => {
    const twice = async () => {
      const { version } = await measured();
      clock.advance({ minutes: 2 });
      const first = await lockedByHand(version);
      clock.advance({ minutes: 2 });
      await invoke(version);
      const rows = await database.asOwner(`select id from quarantines where tool_id = $1 and cause = 'void'`, [version.toolId]);
      const others = rows.map(({ id }) => String(id));
      expect(others).toHaveLength(1);
      return { version, first, other: others[0] ?? '' };
    };

    it('the other one holds all of it, for whoever keeps it, too; and nobody is told that it was allowed', async () => {
      const { version, first, other } = await twice();
      await mine.keep(employee(), first);
      await quarantine.lift(privacy(), first, 'Het was toch niet te veel');
      expect(await counts(version)).toEqual([0, 0]);
      expect(await database.asOwner(`select 1 from quarantined_measurements where quarantine_id = $1`, [other])).toHaveLength(2);
      expect((await quarantine.read(other)).isKept).toBe(true);
      expect([await mailed('er mocht wel gemeten worden', version), await mailed('Eén daarvan is eraf', version)]).toEqual([
        0,
        expect.any(Number) as number,
      ]);
      await quarantine.lift(privacy(), other, 'De rechter gaf de werkgever gelijk');
      expect(await counts(version)).toEqual([2, 6]);
      expect(await mailed('er mocht wel gemeten worden', version)).toBeGreaterThan(0);
    });

    const lockOnceMore = ({ toolId }: Version) =>
      quarantine.open(privacy(), { toolId, cause: 'expired', fromOn: '2026-02-19', reason: 'De instemming was over' });
    const lockedUnder = (id: string) => database.asOwner(`select 1 from quarantined_measurements where quarantine_id = $1`, [id]);

    it('a third that stands holds it, though it was deleted under the second, and people can ask to keep it', async () => {
      const { version, first, other } = await twice();
      clock.set('2026-04-05T10:00:00Z');
      await quarantine.delete(privacy(), other);
      const third = await lockOnceMore(version);
      await mine.keep(employee(), third);
      await quarantine.lift(privacy(), first, 'Het was toch goed');
      expect([(await lockedUnder(third)).length, await counts(version)]).toEqual([2, [0, 0]]);
    });

    it('who has lines under it and is in no scope any more is named under the other one, and keeps them there', async () => {
      const { first, other } = await twice();
      const outside = (await database.transactions.run(async (tx) => givenPerson(tx, { unitId: await givenUnit(tx, 'Archief') }))).id;
      const named = async () =>
        (
          await database.asOwner(
            `select keeps_since is not null as keeps from quarantine_people where quarantine_id = $1 and person_id = $2`,
            [other, outside],
          )
        ).map(({ keeps }) => keeps);
      await database.asOwner('update quarantined_measurements set person_id = $2 where quarantine_id = $1 and line = 2', [first, outside]);
      await database.asOwner('insert into quarantine_people (quarantine_id, person_id, keeps_since) values ($1, $2, now())', [
        first,
        outside,
      ]);
      expect(await named()).toEqual([]);
      await quarantine.lift(privacy(), first, 'Het was toch goed');
      expect(await named()).toEqual([true]);
    });

    it('what was deleted under the other one goes, unless somebody keeps it', async () => {
      const { version, first, other } = await twice();
      await mine.keep(employee(), first);
      clock.set('2026-03-25T10:00:00Z');
      await quarantine.deleteDue();
      expect([(await quarantine.read(other)).ended, (await quarantine.read(first)).ended]).toEqual(['deleted', null]);
      expect(await refusal(quarantine.lift(privacy(), first, 'Het was toch goed'))).toBe('quarantine.kept');
      await mine.release(employee(), first);
      const before = (await proofs(version)).length;
      await quarantine.lift(privacy(), first, 'Het was toch goed');
      expect([await counts(version), (await proofs(version)).length > before]).toEqual([[0, 0], true]);
    });
  });

  it('is nothing of weeks in which the tool stood still: their zeros are no data', async () => {
    const version = await active();
    const zeros = (start: string) =>
      database.asOwner(`insert into metric_rollups values ($1, $2, 'logins', $3, 'week', $4, 0, 0, 0)`, [
        version.toolId,
        version.id,
        staff.employee.unitId,
        start,
      ]);
    clock.advance({ minutes: 30 });
    await database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'drift', reason: 'E4' }));
    clock.set('2026-03-20T10:00:00Z');
    await zeros('2026-03-02');
    const lock = (fromOn: string) => quarantine.open(privacy(), { toolId: version.toolId, cause: 'exceeded', fromOn, reason: 'Te veel' });
    expect(await refusal(lock('2026-02-20'))).toBe('quarantine.nothing');
    await zeros('2026-02-16');
    expect(await refusal(lock('2026-02-23'))).toBe('quarantine.nothing');
    await lock('2026-02-20');
    expect(await database.asOwner('select rollups::int as rollups from quarantines where tool_id = $1', [version.toolId])).toEqual([
      { rollups: 1 },
    ]);
  });

  it('is named to the people in it as long as figures are kept, though the tool is off', async () => {
    const { version } = await measured();
    const named = async () => (await mine.view(employee())).addedUp.filter(({ toolName }) => toolName === version.toolName);
    expect((await named()).map(({ metrics }) => metrics.map(({ code }) => code))).toEqual([['logins', 'present']]);
    await database.asOwner('delete from active_tools where tool_id = $1', [version.toolId]);
    expect(await named()).toHaveLength(1);
    await database.asOwner('delete from metric_rollups where tool_id = $1', [version.toolId]);
    expect(await named()).toEqual([]);
  });

  it('takes no figure of a week or month after it, when it is deleted neither, though the tool goes on and somebody keeps theirs', async () => {
    const { version } = await measured();
    const id = await lockedByHand(version);
    await mine.keep(employee(), id);
    clock.set('2026-03-03T10:00:00Z');
    await database.asOwner(
      `insert into metric_rollups select tool_id, version_id, metric, unit_id, period, case period when 'week' then date '2026-03-02' else date '2026-03-01' end,
         total, events, people from quarantined_rollups where quarantine_id = $1`,
      [id],
    );
    const before = await counts(version);
    expect(before).toEqual([0, 6]);
    clock.set('2026-03-11T10:00:00Z');
    await quarantine.delete(privacy(), id).catch(() => undefined);
    clock.set('2026-03-24T10:00:00Z');
    await quarantine.deleteDue();
    await mine.release(employee(), id);
    await quarantine.deleteDue();
    expect([await counts(version), (await quarantine.read(id)).ended]).toEqual([before, 'deleted']);
  });

  it('is not locked as expired because of what the council decided on another version', async () => {
    const { version } = await measured();
    const copy = (table: string, changes: object, where: string) =>
      database.asOwner(
        `insert into ${table} overriding system value select (jsonb_populate_record(null::${table}, to_jsonb(o) || $2::jsonb)).* from ${table} o where ${where} = $1`,
        [version.toolId, JSON.stringify(changes)],
      );
    const other = { fingerprint: 'sha-256:other', written_as: 900_001 };
    await copy('consent_requests', { ...other, id: 'r_other', reference: 'OTHR-0001' }, 'o.tool_id');
    const end = { expires_on: '2026-02-22', recorded_at: '2026-02-20T11:00:00Z' };
    await copy('council_decisions', { ...other, ...end, id: 'd_other', request_id: 'r_other', reference: 'OTHR-0002' }, 'o.tool_id');
    const confirmed = { decision_id: 'd_other', at: '2026-02-20T11:00:00Z' };
    await copy(
      'decision_confirmations',
      confirmed,
      "o.decision_id = (select id from council_decisions where tool_id = $1 and id <> 'd_other') and $1",
    );
    clock.set('2026-03-05T06:00:00Z');
    await database.transactions.run((tx) =>
      suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'gate_closed', reason: 'E1' }),
    );
    expect([await countOf('quarantines', version), (await counts(version))[1]]).toEqual([0, 6]);
  });

  it('is locked, too, when a promise falls due unkept while something else holds the tool, once', async () => {
    const { version } = await measured({
      conditions: [{ text: 'Een cursus voor iedereen', owner: staff.director.id, dueOn: '2026-02-24' }],
    });
    await database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'drift', reason: 'E4' }));
    const watch = new Watch(database.transactions, clock);
    clock.set('2026-02-24T06:00:00Z');
    await watch.sweep();
    expect([await countOf('quarantines', version), await counts(version)]).toEqual([0, [2, 6]]);
    clock.set('2026-02-25T06:00:00Z');
    for (let turn = 0; turn < 2; turn += 1) await watch.sweep();
    expect(await counts(version)).toEqual([0, 0]);
    expect(await quarantine.read(await openOf(version))).toMatchObject({ cause: 'exceeded', fromOn: '2026-02-20' });
    expect(await entries('condition.broken', version)).toHaveLength(1);
  });

  it('is locked again when another promise breaks in a later hold of the same activation: what ran in between', async () => {
    const owner = staff.director.id;
    const promised = ['2026-02-24', '2026-03-04'].map((dueOn) => ({ text: `Een cursus voor ${dueOn}`, owner, dueOn }));
    const { version, agent } = await measured({ conditions: promised });
    const watch = new Watch(database.transactions, clock);
    const hold = () =>
      database.transactions.run((tx) => suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'drift', reason: 'E4' }));
    await hold();
    clock.set('2026-02-25T06:00:00Z');
    await watch.sweep();
    await database.asOwner(
      `insert into promise_findings (id, condition_id, finding, by_person, at)
       select 'f' || c.id, c.id, 'kept', $2, $3 from decision_conditions c join council_decisions d on d.id = c.decision_id
       where d.tool_id = $1 and c.due_on = '2026-02-24'`,
      [version.toolId, staff.chair.id, clock.now()],
    );
    clock.set('2026-03-03T09:00:00Z');
    await database.asOwner(
      `insert into suspension_ends (suspension_id, reason, by_person, by_role, at) select id, 'x', 'p', 'it_admin', $2 from suspensions where tool_id = $1`,
      [version.toolId, clock.now()],
    );
    const lease = await measure.leaseFor(agent, staff.employee.id);
    clock.set('2026-03-03T09:05:00Z');
    expect(await measure.send(agent, lease, [{ value: 3, at: '2026-03-03T09:01:00Z' }])).toMatchObject({ accepted: 1 });
    clock.set('2026-03-03T11:00:00Z');
    await hold();
    clock.set('2026-03-05T06:00:00Z');
    for (let turn = 0; turn < 2; turn += 1) await watch.sweep();
    expect([await counts(version), await countOf('quarantines', version)]).toEqual([[0, 0], 2]);
    expect(await entries('condition.broken', version)).toHaveLength(2);
  });

  it('is locked when the first batch of all was under way while the council spoke', async () => {
    const [{ version: sender }, version] = [await measured(), await active()];
    await invoke(version);
    const late = () =>
      database.asOwner(`select payload from graphile_worker._private_jobs where payload::text like $1`, [
        `%"toolId":"${version.toolId}"%"void"%`,
      ]);
    const spaced = await database.asOwner(
      `select payload from graphile_worker._private_jobs where payload->>'toolId' = $1 and payload->>'cause' = 'void'`,
      [version.toolId],
    );
    expect([(await late()).length + spaced.length > 0, await countOf('quarantines', version)]).toEqual([true, 0]);
    await database.asOwner(
      `insert into metric_rollups select $1, $2, metric, unit_id, period, period_start, total, events, people from metric_rollups where tool_id = $3`,
      [version.toolId, version.id, sender.toolId],
    );
    const opening = { toolId: version.toolId, cause: 'void', fromOn: '2026-02-20', reason: '' } as const;
    await quarantine.openLate(opening);
    await quarantine.openLate(opening);
    expect([await countOf('quarantines', version), await countOf('metric_rollups', version)]).toEqual([1, 0]);
  });

  it('waits for the batches that are under way, so that none of them stays where it is shown', async () => {
    const { version } = await measured();
    const later = (): { promise: Promise<void>; resolve: () => void } => {
      let resolve = (): void => undefined;
      return { promise: new Promise<void>((done) => (resolve = done)), resolve: () => resolve() };
    };
    const [held, committing] = [later(), later()];
    const batch = database.transactions.run(async (tx) => {
      await tx.query('select 1 from generations where tool_id = $1 for share', [version.toolId]);
      await tx.query(
        `insert into measurements select delete_on, batch_id, 98, tool_id, version_id, metric, person_id, at, place, value from measurements where tool_id = $1 limit 1`,
        [version.toolId],
      );
      held.resolve();
      await committing.promise;
    });
    await held.promise;
    const locking = lockedByHand(version);
    await new Promise((resolve) => setTimeout(resolve, 200));
    committing.resolve();
    const [id] = await Promise.all([locking, batch]);
    expect(await countOf('measurements', version)).toBe(0);
    expect(await database.asOwner('select 1 from quarantined_measurements where quarantine_id = $1', [id])).toHaveLength(3);
  });

  it('is locked whole while batches come in, and is not said to be deleted while any of it is shown', async () => {
    for (let round = 0; round < 2; round += 1) {
      const { version, agent, lease } = await measured();
      const lines = [PRESENT, MINUTES, { value: 2 }];
      const sent = Array.from({ length: 8 }, (_each, at) => measure.send(agent, lease, at % 2 ? lines : [...lines].reverse()));
      const [id, ...answers] = await Promise.all([lockedByHand(version), ...sent]);
      expect(answers.every(({ accepted, refused }) => accepted + refused === 3)).toBe(true);
      const shown = () =>
        database.asOwner(
          `select 1 from measurements m join quarantines q on q.tool_id = m.tool_id where m.tool_id = $1 and m.at < q.until_at`,
          [version.toolId],
        );
      expect(await shown()).toEqual([]);
      const [one] = await database.asOwner(
        `insert into measurements select delete_on, batch_id, 99, tool_id, version_id, metric, person_id, at - interval '1 second', place, value
         from quarantined_measurements where quarantine_id = $1 limit 1 returning 1`,
        [id],
      );
      expect(one).toBeDefined();
      clock.set('2026-03-21T10:00:00Z');
      await quarantine.deleteDue();
      expect([await shown(), (await quarantine.read(id)).ended]).toEqual([[], 'deleted']);
      clock.set(NOW);
    }
  });

  it('goes for whoever needs it no more, also when the rest was counted and deleted before and another keeps theirs', async () => {
    const { version } = await measured();
    await invoke(version);
    const id = await openOf(version);
    const colleague = actorOf(staff.colleague);
    await database.asOwner('update quarantined_measurements set person_id = $2 where quarantine_id = $1 and line = 2', [
      id,
      colleague.personId,
    ]);
    await mine.keep(employee(), id);
    await mine.keep(colleague, id);
    clock.set('2026-03-07T10:00:00Z');
    await quarantine.delete(privacy(), id);
    expect([await isAsked('deletions', id), await refusal(quarantine.delete(privacy(), id))]).toEqual([false, 'quarantine.kept']);
    await mine.release(employee(), id);
    expect(await isAsked('deletions', id)).toBe(true);
    await quarantine.delete(privacy(), id);
    expect(await isAsked('deletions', id)).toBe(false);
    expect(await database.asOwner(`select person_id from quarantined_measurements where quarantine_id = $1`, [id])).toEqual([
      { person_id: colleague.personId },
    ]);
    await mine.release(colleague, id);
  });

  it('is not locked where there is nothing, or in a time to come', async () => {
    const version = await active();
    const asked = { toolId: version.toolId, cause: 'exceeded', reason: 'x' } as const;
    expect(await refusal(quarantine.open(privacy(), { ...asked, fromOn: '2026-02-20' }))).toBe('quarantine.nothing');
    expect(await refusal(quarantine.open(privacy(), { ...asked, fromOn: '2026-02-21' }))).toBe('retention.day_to_come');
  });

  it('is not deleted under a legal hold', async () => {
    const { version } = await measured();
    await invoke(version);
    await retention.placeHold(privacy(), version.toolId, 'Rechtszaak', '2026-06-01');
    clock.set('2026-03-21T10:00:00Z');
    expect(await refusal(quarantine.delete(privacy(), await openOf(version)))).toBe('quarantine.on_hold');
    await quarantine.deleteDue();
    expect(await quarantine.read(await openOf(version))).toMatchObject({ ended: null, onHold: true });
  });
});

describe('data that comes without a lease', () => {
  it('stops the tool, tells the privacy officer, and starts the 72 hours once', async () => {
    const { version, agent, lease } = await measured();
    clock.advance({ minutes: 15, seconds: 30 });
    expect(await refusal(measure.send(agent, lease, [MINUTES]))).toBe('lease.exp');
    expect(await countOf('breaches', version)).toBe(0);
    clock.advance({ minutes: 1 });
    expect(await refusal(measure.send(agent, lease, [MINUTES, MINUTES]))).toBe('lease.exp');
    expect(await refusal(measure.send(agent, null, [MINUTES]))).toBe('lease.missing');
    const [breach] = await database.asOwner(`select id, report_by, batches, lines::int as lines from breaches where tool_id = $1`, [
      version.toolId,
    ]);
    expect(breach).toMatchObject({ report_by: new Date('2026-02-23T10:16:30Z'), batches: 2, lines: 3 });
    const incidents = await database.asOwner(`select kind from incidents where tool_id = $1`, [version.toolId]);
    expect(incidents).toEqual([{ kind: 'data_without_lease' }]);
    expect(await database.asOwner(`select cause from suspensions where tool_id = $1`, [version.toolId])).toEqual([{ cause: 'incident' }]);
    expect(await countOf('measurements', version)).toBe(2);
    const id = String(breach?.['id']);
    const officer = actorOf(staff.privacyOfficer);
    expect(await breaches.read(id)).toMatchObject({ decision: null, isLate: false });
    const reported = { decision: 'reported', reasons: 'Er is niets bewaard.', authorityReference: null } as const;
    expect(await refusal(breaches.decide(officer, id, reported))).toBe('breach.reference_needed');
    expect(await isAsked('breaches', id)).toBe(true);
    clock.set('2026-02-23T10:16:31Z');
    expect(await breaches.read(id)).toMatchObject({ isLate: true });
    await breaches.decide(officer, id, { ...reported, authorityReference: 'AP-2026-1' });
    expect(await refusal(breaches.decide(officer, id, { ...reported, authorityReference: 'AP-2026-2' }))).toBe('breach.decided');
    expect(await isAsked('breaches', id)).toBe(false);
    expect(await entries('breach.decided', version)).toMatchObject([{ decision: 'reported', late: true }]);
  });

  it('stops the tool again when it was let go before anybody decided, and stays one breach', async () => {
    const { version, agent } = await measured();
    const stopped = async () => [
      (
        await database.asOwner(
          `select 1 from incidents i where tool_id = $1 and not exists (select 1 from incident_ends e where e.incident_id = i.id)`,
          [version.toolId],
        )
      ).length,
      (
        await database.asOwner(
          `select 1 from suspensions s where tool_id = $1 and not exists (select 1 from suspension_ends e where e.suspension_id = s.id)`,
          [version.toolId],
        )
      ).length,
    ];
    await refusal(measure.send(agent, null, [MINUTES]));
    expect(await stopped()).toEqual([1, 1]);
    await database.asOwner(
      `insert into incident_ends (incident_id, reason, by_role, at) select id, 'x', 'it_admin', now() from incidents where tool_id = $1`,
      [version.toolId],
    );
    await database.asOwner(
      `insert into suspension_ends (suspension_id, reason, by_person, by_role, at) select id, 'x', 'p', 'it_admin', now() from suspensions where tool_id = $1`,
      [version.toolId],
    );
    expect(await stopped()).toEqual([0, 0]);
    clock.advance({ minutes: 5 });
    await refusal(measure.send(agent, null, [MINUTES]));
    expect(await stopped()).toEqual([1, 1]);
    expect(await countOf('breaches', version)).toBe(1);
  });

  const reminders = async (version: Version, words = '72 uur lopen af'): Promise<number> =>
    (
      await database.asOwner(`select 1 from graphile_worker._private_jobs where payload::text like $1 and payload::text like $2`, [
        `%${words}%`,
        `%${version.toolName}%`,
      ])
    ).length;
  const breached = async (): Promise<Version> => {
    const { version, agent } = await measured();
    await refusal(measure.send(agent, null, [MINUTES]));
    return version;
  };

  it('reminds a day before the end of it, once', async () => {
    const version = await breached();
    for (const [at, expected] of [
      ['2026-02-22T09:00:00Z', 0],
      ['2026-02-22T10:00:00Z', 1],
      ['2026-02-22T11:00:00Z', 1],
    ] as const) {
      clock.set(at);
      await breaches.remind();
      expect(await reminders(version)).toBe(expected);
    }
  });

  it('reminds when the hour of it was missed, once, also when two do it at the same time', async () => {
    const version = await breached();
    clock.set('2026-02-22T12:30:00Z');
    await Promise.all([breaches.remind(), breaches.remind(), breaches.remind()]);
    expect(await reminders(version)).toBe(1);
    await breaches.remind();
    expect([await reminders(version), (await entries('breach.reminded', version)).length]).toEqual([1, 1]);
  });

  it('says that the 72 hours are over when it could not remind before, and nothing once somebody decided', async () => {
    const [late, decided] = [await breached(), await breached()];
    const [breach] = await database.asOwner(`select id from breaches where tool_id = $1`, [decided.toolId]);
    const not = { decision: 'not_reported', reasons: 'Er is niets bewaard.', authorityReference: null } as const;
    await breaches.decide(actorOf(staff.privacyOfficer), String(breach?.['id']), not);
    clock.set('2026-02-24T12:30:00Z');
    await breaches.remind();
    const [over, due] = ['72 uur liepen af', '72 uur lopen af'];
    expect([await reminders(late, over), await reminders(late, due)]).toEqual([1, 0]);
    expect([await reminders(decided, over), await reminders(decided, due)]).toEqual([0, 0]);
  });

  it('is no breach when the lease was withdrawn a moment ago, or nobody is measured now', async () => {
    const { version, agent, lease } = await measured();
    await database.transactions.run((tx) =>
      suspend(tx, SYSTEM, clock.now(), { toolId: version.toolId, cause: 'gate_closed', reason: 'E1' }),
    );
    expect(await refusal(measure.send(agent, lease, [MINUTES]))).toBe('lease.over');
    expect(await countOf('breaches', version)).toBe(0);
  });
});

describe('a person', () => {
  it('whose erasure was granted under a legal hold is erased once that ends, of that tool and of what was measured until then', async () => {
    const [held, other, later] = [await measured(), await measured(), await measured()];
    const { id } = staff.employee;
    const objected = new ObjectedService(database.transactions, clock);
    await retention.placeHold(actorOf(staff.privacyOfficer), held.version.toolId, 'Rechtszaak', '2026-05-01');
    const granted = ({ toolId }: Version, at: string) =>
      database.asOwner(
        `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on, outcome, answer, answered_by, answered_at)
         values ($1, $2, $3, 'erasure', 'x', $1, $4, '2026-03-20', 'granted', 'x', 'p', $4)`,
        [`r_${crockford(10)}`, toolId, id, at],
      );
    await granted(held.version, '2026-02-21T10:00:00Z');
    await granted(later.version, '2026-02-19T10:00:00Z');
    const kept = async () => [
      await countOf('measurements', held.version),
      await countOf('measurements', other.version),
      await countOf('measurements', later.version),
    ];
    await objected.eraseGranted();
    expect(await kept()).toEqual([2, 2, 2]);
    clock.set('2026-05-02T10:00:00Z');
    await objected.eraseGranted();
    expect(await kept()).toEqual([0, 2, 2]);
  });

  it('sees what is kept of them, and what is only added up', async () => {
    const { version } = await measured();
    const view = await mine.view(actorOf(staff.employee));
    expect(view.kept.find(({ versionId }) => versionId === version.id)).toMatchObject({
      metric: 'minutes',
      n: 2,
      goneOn: '2026-04-07',
      declared: { level: 'person' },
    });
    expect(view.addedUp.some(({ metrics }) => metrics.some(({ code }) => code === 'present'))).toBe(true);
    expect((await mine.view(actorOf(staff.director))).kept).toEqual([]);
  });

  it('is erased from it, of one tool or all, also where it is locked; not under a legal hold', async () => {
    const [one, other, held] = [await measured(), await measured(), await measured()];
    const { id } = staff.employee;
    await retention.placeHold(actorOf(staff.privacyOfficer), held.version.toolId, 'Rechtszaak', '2026-05-01');
    await database.transactions.run((tx) => eraseMeasured(tx, id, one.version.toolId, '2026-02-20'));
    expect([(await counts(one.version))[0], (await counts(other.version))[0]]).toEqual([0, 2]);
    await quarantine.open(actorOf(staff.privacyOfficer), {
      toolId: other.version.toolId,
      cause: 'void',
      fromOn: '2026-02-01',
      reason: 'x',
    });
    await database.transactions.run((tx) => eraseMeasured(tx, id, null, '2026-02-20'));
    expect(await countOf('quarantined_measurements', other.version)).toBe(0);
    expect(await countOf('measurements', held.version)).toBe(2);
    expect(await database.asOwner(`select 1 from quarantine_people where person_id = $1`, [id])).toEqual([]);
  });
});
