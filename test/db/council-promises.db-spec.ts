import { randomUUID } from 'node:crypto';
import { PromiseRemindersService } from '../../src/features/consultation/conditions/promise-reminders.service.js';
import { PromiseService } from '../../src/features/consultation/conditions/promise.service.js';
import { withOwners } from '../../src/features/consultation/conditions/promise-owners.js';
import { promisesToKeep } from '../../src/features/consultation/index.js';
import { CouncilService } from '../../src/features/consultation/council.service.js';
import { DashboardsService } from '../../src/features/dashboards/dashboards.service.js';
import { cardOf } from '../../src/features/dashboards/dashboards.views.js';
import { gateOf, GateService, OrdersService, Watch } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import type { Role } from '../../src/kernel/actor.js';
import type { Problem } from '../../src/kernel/problem.js';
import { compileLimits } from '../../src/policy/index.js';
import { claimsOf } from '../support/agent.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, givenAgent, givenNativeTool } from '../support/given-agents.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { actorOf, givenPerson, givenStaff, identityAt, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:00:00Z';
const MADE = new Date('2026-01-12T08:00:00Z');
const clock = new TestClock(NOW);
const config = { baseUrl: 'https://countersign.test' } as ConstructorParameters<typeof PromiseRemindersService>[2];

let database: TestDatabase;
let staff: Staff;
let agents: AgentServices;
let gates: GateService;
let promises: PromiseService;
let council: CouncilService;
let reminders: PromiseRemindersService;
let watch: Watch;

beforeAll(async () => {
  database = await databaseFor('council_promises');
  const { transactions } = database;
  staff = await transactions.run((tx) => givenStaff(tx));
  agents = await agentServices(database, clock);
  gates = new GateService(transactions, clock);
  promises = new PromiseService(transactions, clock);
  council = new CouncilService(transactions, clock);
  reminders = new PromiseRemindersService(transactions, clock, config);
  watch = new Watch(transactions, clock);
  await switchOn(await ready({}, { isPlatform: true }));
});
beforeEach(() => clock.set(NOW));
afterAll(async () => {
  await agents.close();
  await database.close();
});

type Tool = Parameters<typeof givenNativeTool>[2];
const ready = (wishes: ChainWishes, tool: Tool = {}, how: 'native' | 'attested' = 'native'): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const version = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], ...tool }, how);
    await givenChain(tx, version, staff, wishes);
    return version;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> => gates.activate(actorOf(staff.it), toolId, number, randomUUID());
const active = async (wishes: ChainWishes, tool: Tool = {}): Promise<Version> => {
  const version = await ready(wishes, tool);
  await switchOn(version);
  return version;
};
const isOpen = async ({ id }: Version): Promise<boolean> => (await database.transactions.read((tx) => gateOf(tx, id, clock.now()))).holds;

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  try {
    await work;
  } catch (error) {
    return error as Problem;
  }
  throw new Error('Expected: a refusal. Found: none.');
};

/** A promise of HR's, due on 2 March. */
const promised = async (dueOn = '2026-03-02'): Promise<{ version: Version; id: string }> => {
  const version = await active({ conditions: [{ text: 'De OR krijgt elk kwartaal de cijfers', owner: 'HR', dueOn }] });
  const [row] = await database.asOwner(
    `select c.id from decision_conditions c join council_decisions d on d.id = c.decision_id where d.tool_id = $1`,
    [version.toolId],
  );
  const id = String(row?.['id']);
  await database.asOwner('alter table decision_conditions disable trigger user');
  await database.asOwner(`update decision_conditions set promise_owner_id = $2 where id = $1`, [id, staff.hr.id]);
  await database.asOwner('alter table decision_conditions enable trigger user');
  return { version, id };
};
const find = (id: string, finding: 'kept' | 'broken', who: 'chair' | 'secretary' = 'chair'): Promise<string> =>
  council.findPromise(actorOf(staff[who]), id, finding, identityAt(clock.now()));

describe('a promise', () => {
  it('holds the gate open until the last instant of its day, and closes it at the next', async () => {
    const { version, id } = await promised();
    clock.set('2026-03-02T22:59:59.999Z');
    expect(await isOpen(version)).toBe(true);
    clock.set('2026-03-02T23:00:00Z');
    expect(await isOpen(version)).toBe(false);
    await find(id, 'kept');
    expect(await isOpen(version)).toBe(true);
  });

  it('ends with the summer’s midnight, too', async () => {
    const { version } = await promised('2026-03-29');
    clock.set('2026-03-29T21:59:59.999Z');
    expect(await isOpen(version)).toBe(true);
    clock.set('2026-03-29T22:00:00Z');
    expect(await isOpen(version)).toBe(false);
  });

  it('closes the gate and every lease from the instant at which the council says that it is broken', async () => {
    const { version, id } = await promised();
    const agent = await givenAgent(agents, clock, staff, { toolId: version.toolId, person: staff.employee });
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
    await find(id, 'broken', 'secretary');
    expect(await isOpen(version)).toBe(false);
    expect((await problemOf(agent.ask(staff.employee.id))).reasons.map(({ code }) => code)).toContain('requirement.missing');
  });

  it('is not kept by evidence, only by the council’s word', async () => {
    const { version, id } = await promised();
    await promises.handIn(actorOf(staff.hr), id, { text: 'De cijfers zijn gestuurd.', file: null });
    clock.set('2026-03-02T23:00:00Z');
    expect(await isOpen(version)).toBe(false);
    expect((await promises.forCouncil(actorOf(staff.member), id)).promise).toMatchObject({ state: 'overdue', evidence: 1 });
  });

  it('is not called kept by whoever made it, though an officer; broken it can be', async () => {
    const { id } = await promised();
    const anew = () => database.asOwner('update accounts set totp_last_step = null');
    await database.asOwner('alter table decision_conditions disable trigger user');
    await database.asOwner(`update decision_conditions set promise_owner_id = $2 where id = $1`, [id, staff.chair.id]);
    await database.asOwner('alter table decision_conditions enable trigger user');
    await anew();
    expect((await problemOf(find(id, 'kept'))).reasons.map(({ code }) => code)).toEqual(['promise.own']);
    expect(await find(id, 'kept', 'secretary')).toMatch(/./);
    clock.advance({ minutes: 1 });
    expect(await find(id, 'broken')).toMatch(/./);
    await anew();
  });

  it('takes words or a file from its owner, and tells the council', async () => {
    const { version, id } = await promised();
    const file = { bytes: Buffer.from('cijfers'), name: 'cijfers.txt' };
    const waits = (): Promise<readonly string[]> =>
      database.transactions.read(async (tx) => (await promisesToKeep(tx, staff.hr.id)).map((one) => one.id));
    expect(await waits()).toContain(id);
    await promises.handIn(actorOf(staff.hr), id, { text: '', file });
    expect(await waits()).not.toContain(id);
    expect((await promises.own(actorOf(staff.hr), id)).state).toBe('handedIn');
    const [given] = (await promises.own(actorOf(staff.hr), id)).handedIn;
    expect(given).toMatchObject({ text: '', fileName: 'cijfers.txt', by: staff.hr.name });
    expect((await promises.file(actorOf(staff.member), id, given!.id)).bytes.toString()).toBe('cijfers');
    expect(
      await database.asOwner(`select 1 from council_mailings where tool_id = $1 and act = 'promise.evidence'`, [version.toolId]),
    ).toHaveLength(1);
    expect(
      await database.asOwner(`select 1 from evidence_entries where type = 'promise.evidence-given' and tool_id = $1`, [version.toolId]),
    ).toHaveLength(1);
    const nothing = await problemOf(promises.handIn(actorOf(staff.hr), id, { text: ' ', file: null }));
    expect(nothing.reasons).toEqual([{ code: 'evidence.missing', field: 'text' }]);
  });

  it('is unknown to everyone of the employer but its owner', async () => {
    const { id } = await promised();
    const others: readonly [keyof Staff, Role | undefined][] = [
      ['director', undefined],
      ['it', undefined],
      ['privacyOfficer', undefined],
      ['hr', 'employee'],
    ];
    for (const [who, role] of others) {
      const actor = actorOf(staff[who], role);
      expect([who, (await problemOf(promises.own(actor, id))).status]).toEqual([who, 404]);
      expect((await problemOf(promises.handIn(actor, id, { text: 'x', file: null }))).status).toBe(404);
      expect((await problemOf(promises.file(actor, id, 'e_1'))).status).toBe(404);
    }
    const other = await problemOf(promises.forCouncil(actorOf(staff.chair, 'group_officer'), id));
    expect(other.status).toBe(404);
    expect((await promises.forCouncil(actorOf(staff.member), id)).judges).toBe(false);
    expect((await promises.forCouncil(actorOf(staff.secretary), id)).judges).toBe(true);
    expect((await promises.mine(actorOf(staff.hr))).map((one) => one.id)).toContain(id);
    expect(await promises.mine(actorOf(staff.director))).toEqual([]);
  });

  it('is made by somebody of the employer, by name', async () => {
    const of = (promiseOwnerId: string) =>
      database.transactions.run((tx) =>
        withOwners(tx, [
          { text: 'Groep', limit: { kind: 'smallest_group', value: 10 }, promiseOwner: null, dueOn: null },
          { text: 'Belofte', limit: null, promiseOwner: null, promiseOwnerId, dueOn: '2026-03-02' },
        ]),
      );
    expect((await of(staff.hr.id))[1]).toMatchObject({ promiseOwner: staff.hr.name, promiseOwnerId: staff.hr.id });
    for (const who of ['chair', 'employee', 'dpo'] as const) {
      expect((await problemOf(of(staff[who].id))).reasons).toEqual([{ code: 'condition.owner-unknown', field: 'condition2Owner' }]);
    }
  });

  it('is reminded of to its owner and the council, once for each step, and never once it is kept', async () => {
    const { id } = await promised('2026-04-20');
    const sent = async (): Promise<readonly number[]> => {
      await reminders.remind();
      return (await database.asOwner(`select days_left from promise_reminders where condition_id = $1 order by days_left desc`, [id])).map(
        (row) => Number(row['days_left']),
      );
    };
    const mails = async (): Promise<number> => (await database.asOwner(`select 1 from graphile_worker.jobs`)).length;
    clock.set('2026-03-20T10:00:00Z');
    expect(await sent()).toEqual([]);
    clock.set('2026-03-21T10:00:00Z');
    const before = await mails();
    expect(await sent()).toEqual([30]);
    const after = await mails();
    expect(after - before).toBeGreaterThanOrEqual(4);
    expect(await sent()).toEqual([30]);
    expect(await mails()).toBe(after);
    clock.set('2026-04-19T10:00:00Z');
    expect(await sent()).toEqual([30, 1]);
    clock.set('2026-04-20T10:00:00Z');
    expect(await sent()).toEqual([30, 1, 0]);
    clock.set('2026-05-30T10:00:00Z');
    expect(await sent()).toEqual([30, 1, 0, -1]);
    const { id: kept } = await promised('2026-06-20');
    await find(kept, 'kept');
    clock.set('2026-06-20T10:00:00Z');
    await reminders.remind();
    expect(await database.asOwner(`select 1 from promise_reminders where condition_id = $1`, [kept])).toEqual([]);
  });
});

const HOURS = { kind: 'hours', value: { days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' } } as const;
const refusalOf = async (work: Promise<unknown>): Promise<readonly string[]> => (await problemOf(work)).reasons.map(({ code }) => code);

describe('a lease under conditions', () => {
  it('ends with the hours, and is refused at the instant after', async () => {
    const version = await active({ conditions: [{ text: 'Alleen overdag', limit: HOURS }] });
    const agent = await givenAgent(agents, clock, staff, { toolId: version.toolId, person: staff.employee });
    clock.set('2026-02-20T16:59:59.000Z');
    const { expiresAt, lease } = await agent.ask(staff.employee.id);
    expect(expiresAt.toISOString()).toBe('2026-02-20T17:00:00.000Z');
    expect(claimsOf(lease).lim).toMatchObject(JSON.parse(JSON.stringify(compileLimits([HOURS]))));
    clock.set('2026-02-20T17:00:00.000Z');
    expect(await refusalOf(agent.ask(staff.employee.id))).toEqual(['limit.hours']);
    clock.set('2026-02-21T10:00:00.000Z');
    expect(await refusalOf(agent.ask(staff.employee.id))).toEqual(['limit.hours']);
    clock.set('2026-02-23T07:00:00.000Z');
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
  });

  it('names the protected contacts, whatever was decided', async () => {
    const version = await active({});
    const agent = await givenAgent(agents, clock, staff, { toolId: version.toolId, person: staff.employee });
    expect(claimsOf((await agent.ask(staff.employee.id)).lease).lim).toMatchObject({
      protectedContacts: ['works_council', 'union', 'confidential_adviser', 'dpo', 'company_doctor', 'countersign'],
    });
  });
});

describe('people who are always off', () => {
  const covered = async (version: Version, people: readonly string[]): Promise<readonly string[]> => {
    const open: string[] = [];
    for (const personId of people) {
      const agent = await givenAgent(agents, clock, staff, { toolId: version.toolId, person: { ...staff.employee, id: personId } });
      const answer = await agent.ask(personId).then(
        () => [],
        (error: Problem) => error.reasons.map(({ code }) => code),
      );
      if (answer.length === 0) open.push(personId);
      else expect(answer).toEqual(['not_covered']);
    }
    return open;
  };

  it('are at least the share, rounded up, and stay the same when others come', async () => {
    const unit = await database.transactions.run(async (tx) => {
      const { unitId } = await givenPerson(tx, { unitId: await newUnit(tx) });
      for (let n = 1; n < 7; n += 1) await givenPerson(tx, { unitId });
      return unitId;
    });
    const people = async (): Promise<string[]> =>
      (await database.asOwner(`select id from persons where unit_id = $1 order by id`, [unit])).map(({ id }) => String(id));
    const limit = { kind: 'always_off_percent', value: 20 };
    const version = await active({ conditions: [{ text: 'Een op de vijf altijd uit', limit }] }, { unitIds: [unit] });
    const seven = await people();
    const on = await covered(version, seven);
    expect([seven.length, on.length]).toEqual([7, 5]);
    const off = seven.filter((id) => !on.includes(id));
    const stored = async (): Promise<string[]> =>
      (await database.asOwner(`select person_id from always_off_people where tool_id = $1`, [version.toolId])).map((row) =>
        String(row['person_id']),
      );
    expect((await stored()).sort()).toEqual([...off].sort());
    await database.transactions.run(async (tx) => {
      for (let n = 0; n < 4; n += 1) await givenPerson(tx, { unitId: unit });
    });
    await watch.sweep();
    const then = await stored();
    expect(then).toHaveLength(3);
    expect(then).toEqual(expect.arrayContaining(off));
    expect(
      await database.asOwner(`select 1 from evidence_entries where type = 'people.kept-off' and tool_id = $1`, [version.toolId]),
    ).toHaveLength(1);
  });

  it('are none without the condition', async () => {
    const version = await active({});
    expect(await covered(version, [staff.employee.id])).toEqual([staff.employee.id]);
    expect(await database.asOwner(`select 1 from always_off_people where tool_id = $1`, [version.toolId])).toEqual([]);
  });
});

const newUnit = async (tx: Parameters<typeof givenPerson>[0]): Promise<string> => {
  const id = `u_${randomUUID().slice(0, 8)}`;
  await tx.query(`insert into units (id, name, created_at) values ($1, $1, $2)`, [id, MADE]);
  return id;
};

describe('IT’s order', () => {
  it('says in words what to keep to, and names who is always off', async () => {
    const conditions = [
      { text: 'Alleen overdag', limit: HOURS },
      { text: 'Een deel uit', limit: { kind: 'always_off_percent', value: 10 } },
    ];
    const orders = new OrdersService(database.transactions, clock, { baseUrl: 'https://countersign.test' });
    const version = await ready({ conditions }, {}, 'attested');
    await orders.provePersonOut(actorOf(staff.it), version.toolId, 'Getest met één persoon.');
    await switchOn(version);
    const [row] = await database.asOwner(`select id, instructions from orders where tool_id = $1`, [version.toolId]);
    const limits = compileLimits([HOURS, { kind: 'always_off_percent', value: 10 }]);
    expect(row?.['instructions']).toMatchObject({ limits: JSON.parse(JSON.stringify(limits)) as object });
    const found = await orders.find(String(row?.['id']));
    expect(found.limits).toEqual(JSON.parse(JSON.stringify(limits)));
    const [kept] = await database.asOwner(`select count(*)::int as n from always_off_people where tool_id = $1`, [version.toolId]);
    expect(found.alwaysOff).toHaveLength(Number(kept?.['n']));
    expect(found.alwaysOff.length).toBeGreaterThan(0);
  });
});

describe('the managers’ page', () => {
  it('is closed for who may not look, and says from how many people figures are shown', async () => {
    const dashboards = new DashboardsService(database.transactions, clock);
    const viewers = (roles: readonly string[]) => ({ text: 'Wie kijkt', limit: { kind: 'viewers_only', value: roles } });
    const closed = await active({ conditions: [viewers(['planner'])] });
    const open = await active({
      conditions: [viewers(['planner', 'team_lead']), { text: 'Groepen', limit: { kind: 'smallest_group', value: 12 } }],
    });
    const cards = (await dashboards.overview(actorOf(staff.manager))).tools.map((tool) => cardOf(tool, 'manager', 10, 'nl'));
    const card = ({ toolId }: Version) => cards.find((one) => one.toolId === toolId);
    expect(card(closed)).toMatchObject({
      closed: 'Leidinggevenden mogen dit niet zien. Dat is een voorwaarde bij de goedkeuring.',
      smallestGroup: 10,
    });
    expect(card(open)).toMatchObject({ closed: null, smallestGroup: 12 });
    expect(card(open)?.kept).toContain('Cijfers alleen over groepen van 12 mensen of meer.');
  });
});
