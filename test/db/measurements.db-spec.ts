import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { KeysService } from '../../src/features/agents/index.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import { BatchGroups } from '../../src/features/measurements/batch-groups.service.js';
import type { Version } from '../../src/features/tools/index.js';
import { crockford } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { isInSample, signLease, writeProof } from '../../src/platform/signing/index.js';
import { claimsOf, newAgentKey, proofFor } from '../support/agent.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, type GivenAgent, givenAgent, givenNativeTool, ORIGIN } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { lineOf, LIMITS, type Measuring, measuring, METRICS } from '../support/given-measurements.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:00:00Z';
const MADE = new Date('2026-01-12T08:00:00Z');

let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let measure: Measuring;
let groups: BatchGroups;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('measurements');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  measure = measuring(database, services, clock);
  groups = new BatchGroups(database.transactions, clock);
  await active(true);
});
beforeEach(async () => {
  clock.set(NOW);
  await database.asOwner('delete from measured_slots');
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const active = async (isPlatform = false): Promise<Version> => {
  const version = await database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], isPlatform });
    await givenChain(tx, made, staff);
    return made;
  });
  await new GateService(database.transactions, clock).activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};
const agentOn = ({ toolId }: Version): Promise<GivenAgent> =>
  givenAgent(services, clock, staff, { toolId, device: `LAPTOP-${crockford(6)}`, person: staff.employee });
const running = async (lim?: object): Promise<{ version: Version; agent: GivenAgent; lease: string }> => {
  const version = await active();
  const agent = await agentOn(version);
  const lease = await measure.leaseFor(agent, staff.employee.id, lim);
  clock.advance({ minutes: 5 });
  return { version, agent, lease };
};
const refusal = async (work: Promise<unknown>): Promise<readonly [string, ...string[]]> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.code, ...error.reasons.map(({ code }) => code)];
  }
  throw new Error('Expected: a refusal. Found: none.');
};
const rollups = ({ toolId }: Version) =>
  database.asOwner(
    `select metric, unit_id, period, period_start::text as start, total, events::int as events, people from metric_rollups where tool_id = $1 order by 1, 3`,
    [toolId],
  );
const rowsOf = async (table: string, { toolId }: Version): Promise<number> =>
  (await database.asOwner(`select 1 from ${table} where tool_id = $1`, [toolId])).length;

const marks = () => database.asOwner(`select mark, filled_in from measured_slots`);
const wholeDatabase = async (): Promise<string> => {
  const tables = await database.asOwner(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  );
  const texts = await Promise.all(tables.map(({ name }) => database.asOwner(`select t::text as row from "${String(name)}" t`)));
  return texts.flatMap((rows) => rows.map(({ row }) => String(row))).join('\n');
};

describe('a batch under a lease', () => {
  it('adds to its group’s week and month, and keeps per person only what may be', async () => {
    const { version, agent, lease } = await running();
    const answer = await measure.send(agent, lease, [
      { value: 2 },
      { value: 3, at: '2026-02-20T10:01:30.250Z', place: 'home' },
      { metric: 'present', unit: 'people' },
      { metric: 'minutes', unit: 'minutes', value: 7.5 },
    ]);
    expect(answer).toMatchObject({ accepted: 4, refused: 0, reasons: [] });
    const unit_id = staff.employee.unitId;
    expect(await rollups(version)).toEqual([
      { metric: 'logins', unit_id, period: 'month', start: '2026-02-01', total: 5, events: 2, people: 0 },
      { metric: 'logins', unit_id, period: 'week', start: '2026-02-16', total: 5, events: 2, people: 0 },
      { metric: 'minutes', unit_id, period: 'month', start: '2026-02-01', total: 7.5, events: 1, people: 0 },
      { metric: 'minutes', unit_id, period: 'week', start: '2026-02-16', total: 7.5, events: 1, people: 0 },
      { metric: 'present', unit_id, period: 'month', start: '2026-02-01', total: 0, events: 0, people: 1 },
      { metric: 'present', unit_id, period: 'week', start: '2026-02-16', total: 0, events: 0, people: 1 },
    ]);
    expect(await database.asOwner(`select metric, person_id, place, value from measurements where tool_id = $1`, [version.toolId])).toEqual(
      [{ metric: 'minutes', person_id: staff.employee.id, place: 'office', value: 7.5 }],
    );
  });

  it('is taken in under a lease that we gave before leases named how long they last: the tool goes on', async () => {
    const { version, agent, lease } = await running({ ...LIMITS, lifetimeSeconds: undefined });
    expect(claimsOf(lease)['lim']).not.toHaveProperty('lifetimeSeconds');
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
    expect(await database.asOwner('select 1 from breaches where tool_id = $1', [version.toolId])).toEqual([]);
  });

  it('counts a person once in a week, and again in the next', async () => {
    const { version, agent, lease } = await running();
    const present = { metric: 'present', unit: 'people' };
    for (let times = 0; times < 3; times += 1) await measure.send(agent, lease, [present, present]);
    clock.set('2026-02-23T09:00:00Z');
    const next = await measure.leaseFor(agent, staff.employee.id);
    await measure.send(agent, next, [present]);
    expect((await rollups(version)).map(({ period, start, people }) => [period, start, people])).toEqual([
      ['month', '2026-02-01', 1],
      ['week', '2026-02-16', 1],
      ['week', '2026-02-23', 1],
    ]);
  });

  it('leaves nothing at all when it breaks off after its lines were written, and is taken in whole when it comes again', async () => {
    const { version, agent, lease } = await running({ ...LIMITS, granularity: { intervalSeconds: 300 } });
    const minutes = { metric: 'minutes', unit: 'minutes', value: 7 };
    const lines = [{ at: '2026-02-20T10:00:00Z' }, { ...minutes, at: '2026-02-20T10:00:00Z' }, 'x'];
    const tables = ['measurements', 'metric_rollups', 'count_keys', 'measurement_arrivals', 'refused_lines', 'measurement_batches'];
    const left = async () => [(await marks()).length, ...(await Promise.all(tables.map((table) => rowsOf(table, version))))];
    const before = await left();
    await database.asOwner(`alter table refused_lines add constraint none_now check (lines < 1) not valid`);
    await expect(measure.send(agent, lease, lines, 'batch-broken')).rejects.toThrow('none_now');
    expect(await left()).toEqual(before);
    await database.asOwner(`alter table refused_lines drop constraint none_now`);
    expect(await measure.send(agent, lease, lines, 'batch-broken')).toMatchObject({ accepted: 2, refused: 1 });
    expect(await left()).toEqual([(before[0] ?? 0) + 2, 1, 4, 0, 1, 1, 1]);
  });

  it('leaves nothing by which a guess of who, what and when could be held against the disk', async () => {
    const { agent, lease } = await running({ ...LIMITS, granularity: { intervalSeconds: 300 } });
    const at = '2026-02-20T10:00:00Z';
    await measure.send(agent, lease, [{ at }]);
    const [person, slot, body] = [staff.employee.id, `logins ${Date.parse(at)}`, lineOf({ at }, clock.now())];
    const guesses = [person, body, `${person} ${slot}`, `${agent.id} ${person} ${slot}`, `slot\n${person} ${slot}`, `batch\n${body}`];
    const stored = await wholeDatabase();
    for (const guess of guesses)
      for (const encoding of ['hex', 'base64', 'base64url'] as const)
        expect(stored).not.toContain(createHash('sha256').update(guess).digest(encoding));
    expect(Object.keys((await marks())[0] ?? {})).toEqual(['mark', 'filled_in']);
    expect((await marks()).map(({ filled_in: hour }) => hour)).toEqual([new Date('2026-02-20T11:00:00Z')]);
  });

  it('destroys the key of a week an hour after it is over, and counts nobody in it any more', async () => {
    const { version, agent, lease } = await running();
    await measure.send(agent, lease, [{ metric: 'present', unit: 'people' }]);
    clock.set('2026-02-22T23:59:00Z');
    await groups.forget();
    expect(await rowsOf('count_keys', version)).toBe(2);
    clock.set('2026-02-23T00:00:00Z');
    await groups.forget();
    expect(await database.asOwner(`select period from count_keys where tool_id = $1`, [version.toolId])).toEqual([{ period: 'month' }]);
    expect(await rowsOf('count_marks', version)).toBe(1);
  });

  it('is the same batch when it comes again under its name, and another batch may not take that name', async () => {
    const { version, agent, lease } = await running();
    const lines = [{ value: 4, at: '2026-02-20T10:02:00Z' }];
    const first = await measure.send(agent, lease, lines, 'batch-000001');
    expect(await measure.send(agent, lease, lines, 'batch-000001')).toEqual(first);
    const both = await Promise.all([1, 2].map(() => measure.send(agent, lease, lines, 'batch-000002')));
    expect(both[0]).toEqual(both[1]);
    expect((await rollups(version))[0]).toMatchObject({ total: 8, events: 2 });
    expect(await refusal(measure.send(agent, lease, [{ value: 5 }], 'batch-000001'))).toEqual(['batch.other-content']);
  });

  it('enters the log with the others of its hour, as numbers and a hash', async () => {
    const { version, agent, lease } = await running();
    await measure.send(agent, lease, [{ value: 1 }, { value: 99 }]);
    await measure.send(agent, lease, [{ value: 1 }]);
    clock.advance({ hours: 1 });
    await groups.closeAll();
    await groups.closeAll();
    const entries = await database.asOwner(
      `select o.payload from evidence_entries e join evidence_openings o on o.entry_id = e.id and o.part = 'body' where e.type = 'measurements.received' and e.tool_id = $1`,
      [version.toolId],
    );
    expect(entries).toHaveLength(1);
    expect(JSON.parse(String(entries[0]?.['payload']))).toMatchObject({ batches: 2, accepted: 2, refused: 1 });
    clock.advance({ hours: 49 });
    await groups.forget();
    expect(await rowsOf('measurement_batches', version)).toBe(0);
  });
});

describe('what an agent may send in a minute', () => {
  const urlOf = ({ id }: GivenAgent, call: string): string => `${ORIGIN}/api/v1/agents/${id}/${call}`;
  const listen = (agent: GivenAgent) => {
    const asked = { method: 'GET', url: urlOf(agent, 'signal'), jti: crockford(16), now: clock.now() };
    return services.door.admit(agent.id, writeProof(asked, agent.key.privateKey), 'signal', 'signal.refused');
  };
  const stopped = (agent: GivenAgent) =>
    services.receipts.receive(agent.id, proofFor(agent.key, urlOf(agent, 'stop-receipts'), clock.now()), {
      stoppedAt: clock.now(),
      discardedRecords: 0,
      reason: 'guard.told',
      lease: null,
    });

  it('is sixty batches, and takes nothing from its signal, its lease and its receipt', async () => {
    const { agent, lease } = await running();
    for (let i = 0; i < 60; i += 1) await measure.send(agent, lease, [{}]);
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['rate.exceeded']);
    expect(await listen(agent)).toMatchObject({ id: agent.id });
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
    expect(await stopped(agent)).toHaveProperty('receiptId');
    clock.advance({ seconds: 60 });
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
  });

  it('is not less because it asked much', async () => {
    const { agent, lease } = await running();
    for (let i = 0; i < 30; i += 1) await listen(agent);
    expect(await refusal(listen(agent))).toEqual(['rate.exceeded']);
    expect(await refusal(stopped(agent))).toEqual(['rate.exceeded']);
    expect(await refusal(agent.ask(staff.employee.id))).toEqual(['rate.exceeded']);
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
  });

  it('bears a proof that was used for anything else no more', async () => {
    const { agent, lease } = await running();
    const jti = crockford(16);
    const proof = (method: string, url: string, token?: string) =>
      writeProof({ method, url, jti, now: clock.now(), token }, agent.key.privateKey);
    await services.door.admit(agent.id, proof('GET', urlOf(agent, 'signal')), 'signal', 'signal.refused');
    const sent = { authorization: `DPoP ${lease}`, named: 'batch-replayed', body: Buffer.from(lineOf({}, clock.now())) };
    const again = measure.receive({ ...sent, proof: proof('POST', `${ORIGIN}/api/v1/measurements`, lease) });
    expect(await refusal(again)).toEqual(['measurements.refused', 'proof.invalid']);
  });
});

describe('a line is refused, counted and never kept', () => {
  let one: Awaited<ReturnType<typeof running>>;
  beforeAll(async () => {
    clock.set(NOW);
    one = await running();
  });
  const counted = async (code: string): Promise<number> => {
    const [row] = await database.asOwner(`select lines::int as lines from refused_lines where tool_id = $1 and reason = $2`, [
      one.version.toolId,
      code,
    ]);
    return Number(row?.['lines'] ?? 0);
  };

  it.each([
    ['metric.not_allowed', { metric: 'keystrokes' }, {}],
    ['metric.unit', { unit: 'minutes' }, {}],
    ['metric.range', { value: 51 }, {}],
    ['metric.range', { value: -1 }, {}],
    ['metric.range', { value: 1.5 }, {}],
    ['place.not_allowed', { place: 'train' }, {}],
    ['place.not_allowed', { place: 'home' }, { places: ['office'] }],
    ['hours.outside', {}, { schedule: { hours: { days: [1, 2, 3, 4, 5], from: '12:00', to: '17:00' } } }],
    ['lease.not_then', { at: '2026-02-20T09:59:59Z' }, {}],
    ['lease.not_then', { at: '2026-02-20T10:06:30Z' }, {}],
    ['lease.not_then', { at: '0000-01-01T00:00:00Z' }, {}],
    ['lease.not_then', { at: '9999-12-31T23:59:59Z' }, {}],
    ['granularity.too_fine', { at: '2026-02-20T10:06:00Z' }, { granularity: { intervalSeconds: 300 } }],
    ['granularity.too_fine', { at: '2026-02-20T10:05:00.001Z' }, { granularity: { intervalSeconds: 300 } }],
    ['sample.outside', {}, { sampling: 0 }],
    ['sample.outside', {}, { sampling: 'all' }],
    ['line.time', { at: '2026-02-20 10:00' }, {}],
    ['line.time', { at: '2026-02-20T10:00:00+01:00' }, {}],
    ['line.time', { at: '2026-02-30T10:00:00Z' }, {}],
    ['line.time', { at: '2026-02-19T24:00:00Z' }, {}],
    ['line.fields', '{"metric":"logins","unit":"logins","at":"2026-02-20T10:04:00Z","place":"office","value":1,"title":"x"}', {}],
    ['line.fields', '{"metric":"logins","unit":"logins","at":"2026-02-20T10:04:00Z","place":"office","value":"1"}', {}],
    ['line.unreadable', 'logins 1', {}],
    ['line.unreadable', '[]', {}],
  ] as const)('%s', async (code, line, lim) => {
    const lease = measure.limited(one.lease, { ...LIMITS, ...lim });
    clock.advance({ minutes: 5 });
    const before = await counted(code);
    const answer = await measure.send(one.agent, lease, [line]);
    expect(answer).toMatchObject({ accepted: 0, refused: 1, reasons: [{ code, count: 1, lines: [1] }] });
    expect(await rollups(one.version)).toEqual([]);
    expect(await counted(code)).toBe(before + 1);
  });

  it('one after the other, saying which; the others are taken in', async () => {
    const { version, agent, lease } = await running();
    const answer = await measure.send(agent, lease, [{ value: 1 }, { value: 51 }, {}, 'x', { value: 60 }]);
    expect(answer).toMatchObject({
      accepted: 2,
      refused: 3,
      reasons: [
        { code: 'line.unreadable', count: 1, lines: [4] },
        { code: 'metric.range', count: 2, lines: [2, 5] },
      ],
    });
    expect((await rollups(version))[0]).toMatchObject({ total: 2 });
  });

  it('when a metric has a value in that interval, of this batch or an earlier one; each other interval is taken in', async () => {
    const { version, agent, lease } = await running({ ...LIMITS, granularity: { intervalSeconds: 300 } });
    const [first, next] = [{ at: '2026-02-20T10:00:00Z' }, { at: '2026-02-20T10:05:00Z' }];
    expect(
      await measure.send(agent, lease, [first, { ...first, value: 9 }, { ...first, metric: 'present', unit: 'people' }]),
    ).toMatchObject({
      accepted: 2,
      reasons: [{ code: 'granularity.taken', count: 1, lines: [2] }],
    });
    expect(await measure.send(agent, lease, [first, next])).toMatchObject({
      accepted: 1,
      reasons: [{ code: 'granularity.taken', lines: [1] }],
    });
    expect((await rollups(version))[0]).toMatchObject({ metric: 'logins', total: 2 });
    expect(await marks()).toHaveLength(3);
    clock.advance({ minutes: 60 * 49 });
    await groups.forget();
    expect(await marks()).toHaveLength(0);
  });

  it('also days later, while the interval lasts', async () => {
    const week = 604_800;
    const { version, agent, lease } = await running({ ...LIMITS, granularity: { intervalSeconds: week } });
    const line = { at: new Date(Math.floor(clock.now().getTime() / (week * 1000)) * week * 1000).toISOString() };
    expect(await measure.send(agent, lease, [line])).toMatchObject({ accepted: 1 });
    clock.advance({ minutes: 60 * 24 * 3 });
    await groups.forget();
    const later = await measure.leaseFor(agent, staff.employee.id, { ...LIMITS, granularity: { intervalSeconds: week } });
    clock.advance({ minutes: 1 });
    const answer = await measure.send(agent, later, [line]);
    expect(answer).toMatchObject({ accepted: 0, reasons: [{ code: 'granularity.taken' }] });
    expect((await rollups(version))[0]).toMatchObject({ total: 1 });
    clock.advance({ minutes: 60 * 24 * 10 });
    await groups.forget();
    expect(await marks()).toHaveLength(0);
  });

  it('in the minutes that the sample leaves out, and in no other', async () => {
    const { agent, lease } = await running({ ...LIMITS, sampling: 0.5 });
    const minutes = Array.from({ length: 5 }, (_, minute) => `2026-02-20T10:0${minute}:30Z`);
    const inside = minutes.filter((at) => isInSample(claimsOf(lease).psn, Date.parse(at), 0.5));
    const answer = await measure.send(
      agent,
      lease,
      minutes.map((at) => ({ at })),
    );
    expect(answer).toMatchObject({ accepted: inside.length, refused: 5 - inside.length });
    expect(answer.reasons.map(({ code }) => code)).toEqual(inside.length === 5 ? [] : ['sample.outside']);
    const lines = answer.reasons.flatMap((reason) => reason.lines);
    expect(lines.map((line) => minutes[line - 1])).toEqual(minutes.filter((at) => !inside.includes(at)));
  });

  it('also when the lease allows a metric of a category outside its scope, or none at all', async () => {
    const [outside, nothing] = [
      await running({ ...LIMITS, metrics: [{ ...METRICS[0], category: 'websites' }] }),
      await running({ metrics: 1 }),
    ];
    for (const { agent, lease } of [outside, nothing])
      expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 0, reasons: [{ code: 'metric.not_allowed' }] });
  });
});

describe('what was measured while it should not have been', () => {
  const at = (time: string) => ({ at: `2026-02-20T${time}Z` });
  const NOT_THEN = [{ code: 'lease.not_then', count: 1, lines: [2] }];

  it('is refused after the tool may go on: while it was suspended no lease held', async () => {
    const { version, agent } = await running();
    clock.set('2026-02-20T10:06:00Z');
    const other = await agentOn(version);
    expect(await refusal(other.ask(staff.employee.id, {}))).toContain('settings.differ');
    clock.set('2026-02-20T10:09:00Z');
    await services.agents.retire(actorOf(staff.it), other.id, 'De laptop is weg.');
    await new StopService(database.transactions, clock).lift(actorOf(staff.it), version.toolId, 'De laptop is uit gebruik.');
    const next = await measure.leaseFor(agent, staff.employee.id);
    clock.set('2026-02-20T10:11:00Z');
    expect(await measure.send(agent, next, [at('10:05:00'), at('10:08:00'), at('10:10:00')])).toMatchObject({ reasons: NOT_THEN });
  });

  it('is refused once its week or month can be seen: no figure changes that somebody looked at', async () => {
    clock.set('2026-02-22T22:00:00Z');
    const { version, agent } = await running();
    const late = { at: '2026-02-22T22:04:00Z' };
    clock.set('2026-02-23T22:58:00Z');
    const monday = await measure.leaseFor(agent, staff.employee.id);
    expect(await measure.send(agent, monday, [late])).toMatchObject({ accepted: 1 });
    clock.set('2026-02-23T23:00:00Z');
    const tuesday = { metric: 'minutes', unit: 'minutes', at: '2026-02-23T22:59:00Z' };
    expect(await measure.send(agent, monday, [late, { ...tuesday, at: late.at }, tuesday])).toMatchObject({
      accepted: 1,
      reasons: [{ code: 'period.over', lines: [1, 2] }],
    });
    expect((await rollups(version)).filter(({ metric }) => metric === 'logins').map(({ total }) => total)).toEqual([1, 1]);
  });

  it('is refused when its person was paused at that moment, and is not any more', async () => {
    const { version, agent } = await running();
    await database.asOwner(
      `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on, withdrawn_at)
       values ($1, $2, $3, 'restriction', 'x', $1, '2026-02-20T10:06:00Z', '2026-04-01', '2026-02-20T10:07:00Z')`,
      [`q_${crockford(8)}`, version.toolId, staff.employee.id],
    );
    await database.asOwner(
      `with o as (insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on)
         values ($1, $2, $3, 'x', $1, '2026-02-20T10:08:00Z', '2026-03-20') returning id)
       insert into objection_acts (id, objection_id, kind, text, by_person, at) select $4, o.id, 'withdrawn', '', $3, '2026-02-20T10:09:00Z' from o`,
      [`o_${crockford(8)}`, version.toolId, staff.employee.id, `oa_${crockford(8)}`],
    );
    clock.set('2026-02-20T10:11:00Z');
    const next = await measure.leaseFor(agent, staff.employee.id);
    const sent = ['10:05:59', '10:06:00', '10:06:59', '10:07:00', '10:08:30', '10:09:00'].map(at);
    expect(await measure.send(agent, next, sent)).toMatchObject({ accepted: 3, reasons: [{ code: 'lease.not_then', lines: [2, 3, 5] }] });
  });

  it('is refused in the same words when the lot had left its person out then, or the agent was not that person’s', async () => {
    const { version, agent } = await running();
    await database.asOwner(
      `insert into cover_ended (tool_id, person_id, from_at, until_at) values ($1, $2, '2026-02-20T10:06:00Z', '2026-02-20T10:07:00Z')`,
      [version.toolId, staff.employee.id],
    );
    await database.asOwner(`update agent_persons set bound_at = '2026-02-20T10:05:30Z' where agent_id = $1`, [agent.id]);
    clock.set('2026-02-20T10:11:00Z');
    const next = await measure.leaseFor(agent, staff.employee.id);
    const sent = ['10:05:29', '10:05:30', '10:06:00', '10:06:59', '10:07:00'].map(at);
    expect(await measure.send(agent, next, sent)).toMatchObject({ accepted: 2, reasons: [{ code: 'lease.not_then', lines: [1, 3, 4] }] });
  });

  it('is refused when its interval began in a time in which its person was paused; not when it began before the lease', async () => {
    const { version, agent } = await running({ ...LIMITS, granularity: { intervalSeconds: 300 } });
    await database.asOwner(
      `insert into cover_ended (tool_id, person_id, from_at, until_at) values ($1, $2, '2026-02-20T10:06:00Z', '2026-02-20T10:12:00Z')`,
      [version.toolId, staff.employee.id],
    );
    clock.set('2026-02-20T10:18:00Z');
    const next = await measure.leaseFor(agent, staff.employee.id, { ...LIMITS, granularity: { intervalSeconds: 300 } });
    const sent = ['10:05:00', '10:10:00', '10:15:00'].map(at);
    expect(await measure.send(agent, next, sent)).toMatchObject({ accepted: 2, reasons: [{ code: 'lease.not_then', lines: [2] }] });
  });
});

describe('batches of a tool that is being locked', () => {
  it('wait for that, and keep nobody else from the database', async () => {
    const { version, agent, lease } = await running();
    let release = (): void => undefined;
    const locked = database.transactions.run(async (tx) => {
      await tx.query('select 1 from generations where tool_id = $1 for update', [version.toolId]);
      await new Promise<void>((resolve) => (release = resolve));
    });
    const sent = Array.from({ length: 20 }, () => measure.send(agent, lease, [{}]));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = database.transactions.read((tx) => tx.query('select 1 as one'));
    const late = new Promise((resolve) => setTimeout(resolve, 2000, 'late'));
    expect(await Promise.race([answer, late])).toEqual([{ one: 1 }]);
    release();
    await locked;
    expect((await Promise.all(sent)).every(({ accepted }) => accepted === 1)).toBe(true);
  });

  it('are taken in once after a deadlock that chance made them lose', async () => {
    const { version, agent, lease } = await running();
    const sent: Promise<unknown>[] = [];
    await database.transactions.run(async (tx) => {
      await tx.query('select 1 from agents where id = $1 for update', [agent.id]);
      sent.push(measure.send(agent, lease, [{}]));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tx.query('select 1 from generations where tool_id = $1 for update', [version.toolId]);
    });
    expect(await Promise.all(sent)).toMatchObject([{ accepted: 1 }]);
    expect(await database.asOwner('select 1 from measurement_batches where agent_id = $1', [agent.id])).toHaveLength(1);
  });
});

describe('a whole batch is refused', () => {
  it('without a lease, and with one that is over, another agent’s or no lease at all', async () => {
    const { version, agent, lease } = await running();
    const [other, another] = [await agentOn(version), await running()];
    expect(await refusal(measure.send(agent, null, [{}]))).toEqual(['measurements.refused', 'lease.missing']);
    expect(await refusal(measure.send(other, lease, [{}]))).toEqual(['measurements.refused', 'lease.sub']);
    expect(await refusal(measure.send(agent, another.lease, [{}]))).toEqual(['measurements.refused', 'lease.sub']);
    expect(await refusal(measure.send(agent, `${lease.slice(0, -2)}xA`, [{}]))).toEqual(['measurements.refused', 'lease.signature']);
    clock.advance({ minutes: 15 });
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['measurements.refused', 'lease.exp']);
    expect(await rollups(version)).toEqual([]);
  });

  const incidentsOf = (version: Version) =>
    database.asOwner(
      `select i.kind, i.agent_id as agent, exists (select 1 from suspensions s where s.tool_id = i.tool_id and s.cause = 'incident') as stopped
       from incidents i where i.tool_id = $1 order by i.kind`,
      [version.toolId],
    );

  it('under the lease of another agent: two agents with one lease stop the tool, and each tool they are of', async () => {
    const { version, agent, lease } = await running();
    const [other, another] = [await agentOn(version), await running()];
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
    expect(await incidentsOf(version)).toEqual([]);
    const wrong = await measure.leaseFor(other, staff.employee.id);
    expect(await refusal(measure.send(other, `${wrong.slice(0, -2)}xA`, [{}]))).toContain('lease.signature');
    expect((await incidentsOf(version)).map(({ kind }) => kind)).toEqual(['data_without_lease']);
    expect(await refusal(measure.send(another.agent, lease, [{}]))).toEqual(['measurements.refused', 'lease.sub']);
    expect(await refusal(measure.send(another.agent, lease, [{}]))).toEqual(['measurements.refused', 'lease.sub']);
    expect(await incidentsOf(version)).toEqual([
      { kind: 'data_without_lease', agent: other.id, stopped: true },
      { kind: 'lease_shared', agent: agent.id, stopped: true },
    ]);
    expect(await incidentsOf(another.version)).toEqual([{ kind: 'data_without_lease', agent: another.agent.id, stopped: true }]);
    expect(await refusal(agent.ask(staff.employee.id))).toEqual(['lease.refused', 'tool.suspended']);
  });

  it('a lease that holds in the hands of a stranger stops its tool; what a stranger makes up starts nothing', async () => {
    const { version, agent, lease } = await running();
    const stranger = { ...agent, key: newAgentKey() };
    const mine = signLease(claimsOf(lease), generateKeyPairSync('ed25519').privateKey);
    for (const token of [null, mine, `${lease.slice(0, -2)}xA`, 'x.y.z'])
      expect(await refusal(measure.send(stranger, token, [{}]))).toEqual(['measurements.refused', 'agent.unknown']);
    expect(await incidentsOf(version)).toEqual([]);
    expect(await refusal(measure.send(stranger, lease, [{}]))).toEqual(['measurements.refused', 'agent.unknown']);
    expect(await incidentsOf(version)).toEqual([{ kind: 'lease_shared', agent: agent.id, stopped: true }]);
    expect(await rowsOf('breaches', version)).toBe(0);
  });

  it('with 503, and without a breach, while the keys cannot be read', async () => {
    const { version, agent, lease } = await running();
    const published = jest.spyOn(services.keys, 'published').mockReturnValue([]);
    try {
      expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['keys.unreadable']);
    } finally {
      published.mockRestore();
    }
    expect(await rowsOf('breaches', version)).toBe(0);
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
  });

  it('without a lease, however many lines it has: the 72 hours begin', async () => {
    const { version, agent, lease } = await running();
    const many = Array.from({ length: 10_001 }, () => '{}');
    expect(await refusal(measure.send(agent, lease, many))).toEqual(['batch.too-many']);
    expect(await rowsOf('breaches', version)).toBe(0);
    expect(await refusal(measure.send(agent, null, many))).toEqual(['measurements.refused', 'lease.missing']);
    const [breach] = await database.asOwner('select lines::int as lines from breaches where tool_id = $1', [version.toolId]);
    expect(breach).toEqual({ lines: 10_001 });
  });

  it('with a proof of another lease, or that was used before', async () => {
    const { agent, lease } = await running();
    const next = await measure.leaseFor(agent, staff.employee.id);
    const url = 'https://countersign.test/api/v1/measurements';
    const proof = (token?: string) => writeProof({ method: 'POST', url, jti: randomUUID(), now: clock.now(), token }, agent.key.privateKey);
    const sent = { authorization: `DPoP ${lease}`, named: 'batch-1234', body: Buffer.from('{}') };
    for (const wrong of [proof(next), proof(), 'x', undefined])
      expect(await refusal(measure.receive({ ...sent, proof: wrong }))).toEqual(['measurements.refused', 'proof.invalid']);
    const once = proof(lease);
    expect(await measure.receive({ ...sent, proof: once })).toMatchObject({ refused: 1 });
    expect(await refusal(measure.receive({ ...sent, proof: once }))).toEqual(['measurements.refused', 'proof.invalid']);
  });

  it('from the moment of a stop, though the lease has not ended', async () => {
    const { version, agent, lease } = await running();
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
    await new StopService(database.transactions, clock).stop(actorOf(staff.chair), version.toolId, { reason: '', key: randomUUID() });
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['measurements.refused', 'lease.over']);
    expect((await rollups(version))[0]).toMatchObject({ total: 1 });
  });

  it('and what stops a tool waits for a batch that is under way: neither breaks the other off, and the breach is written down', async () => {
    const { version, agent, lease } = await running();
    const another = await agentOn(version);
    const moment = () => new Promise((resolve) => setTimeout(resolve, 300));
    const [sent, breach] = await database.transactions.run(async (tx) => {
      await tx.query('lock table metric_rollups in share mode');
      const batch = measure.send(agent, lease, [{}]);
      await moment();
      const unleased = refusal(measure.send(another, null, [{}]));
      await moment();
      return [batch, unleased].map((act) =>
        act.then(
          (answer) => answer,
          (error: unknown) => error,
        ),
      );
    });
    expect(await sent).toMatchObject({ accepted: 1 });
    expect(await breach).toEqual(['measurements.refused', 'lease.missing']);
    expect([(await rollups(version))[0], await rowsOf('breaches', version)]).toMatchObject([{ total: 1 }, 1]);
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['measurements.refused', 'lease.over']);
  });

  it('once its person is paused, in the words of everybody who is not covered', async () => {
    const { version, agent, lease } = await running();
    await database.asOwner(
      `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ($1, $2, $3, 'restriction', 'x', $1, now(), '2026-04-01')`,
      [`q_${crockford(8)}`, version.toolId, staff.employee.id],
    );
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['measurements.refused', 'not_covered']);
  });

  it('by one line of a day that does not exist: that line alone is refused, of a metric that is kept too', async () => {
    clock.set('2026-03-02T10:00:00Z');
    const { agent, lease } = await running();
    const minutes = { metric: 'minutes', unit: 'minutes' };
    expect(
      await measure.send(agent, lease, [
        { ...minutes, at: '2026-02-30T10:03:00Z' },
        { ...minutes, at: '2026-03-02T10:03:00Z' },
      ]),
    ).toMatchObject({ accepted: 1, reasons: [{ code: 'line.time', lines: [1] }] });
  });

  it('once the person says that the device is not theirs, though the lease has not ended', async () => {
    const { agent, lease } = await running();
    expect(await measure.send(agent, lease, [{}])).toMatchObject({ accepted: 1 });
    await services.devices.release(actorOf(staff.employee), staff.employee.id, agent.id);
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['measurements.refused', 'not_covered']);
    expect(await refusal(agent.ask(staff.employee.id))).toEqual(['lease.refused', 'not_covered']);
  });

  it('when it is empty or has too many lines', async () => {
    const { agent, lease } = await running();
    expect(await refusal(measure.send(agent, lease, []))).toEqual(['batch.empty']);
    expect(
      await refusal(
        measure.send(
          agent,
          lease,
          Array.from({ length: 10_001 }, () => 'x'),
        ),
      ),
    ).toEqual(['batch.too-many']);
  });

  it('under a lease whose key was withdrawn, without a breach; a lease that we never gave is one', async () => {
    const { version, agent, lease } = await running();
    const keys = new KeysService(database.transactions, services.keys, services.config, clock);
    const breached = async () => (await database.asOwner(`select 1 from breaches where tool_id = $1`, [version.toolId])).length;
    await keys.drop(actorOf(staff.it), services.keys.signing().kid);
    expect(await refusal(measure.send(agent, lease, [{}]))).toEqual(['measurements.refused', 'lease.kid']);
    expect(await breached()).toBe(0);
    const [header, , signature] = lease.split('.');
    const claims = Buffer.from(JSON.stringify({ ...claimsOf(lease), jti: 'never-given' })).toString('base64url');
    expect(await refusal(measure.send(agent, `${header}.${claims}.${signature}`, [{}]))).toEqual(['measurements.refused', 'lease.kid']);
    expect(await breached()).toBe(1);
  });
});
