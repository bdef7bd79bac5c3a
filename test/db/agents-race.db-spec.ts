import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { GateService, StopService } from '../../src/features/gate/index.js';
import { Transactions, type Tx } from '../../src/platform/database/index.js';
import type { Version } from '../../src/features/tools/index.js';
import type { Problem } from '../../src/kernel/problem.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, type GivenAgent, givenAgent, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const ROUNDS = 200;
const clock = new TestClock('2026-02-20T10:00:00Z');

let database: TestDatabase;
let services: AgentServices;
let staff: Staff;
let gates: GateService;
let stops: StopService;

beforeAll(async () => {
  database = await databaseFor('agents_race');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  gates = new GateService(database.transactions, clock);
  stops = new StopService(database.transactions, clock);
  await switchOn(await given(true));
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const given = (isPlatform = false): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const version = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform });
    await givenChain(tx, version, staff);
    return version;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> => gates.activate(actorOf(staff.it), toolId, number, randomUUID());

/** Decides over leases one isolation level lower: what must go wrong then. */
class ReadCommitted extends Transactions {
  override serializable<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run(work);
  }
  override serializableFrom<F, T>(first: (tx: Tx) => Promise<F>, work: (tx: Tx, found: F) => Promise<T>): Promise<T> {
    return this.runFrom(first, work);
  }
}

const leasesOf = async (toolId: string): Promise<number> => {
  const rows = await database.asOwner(`select 1 from leases l join activations a on a.id = l.activation_id where a.tool_id = $1`, [toolId]);
  return rows.length;
};

interface Tally {
  issued: number;
  refused: number;
  /** Neither given nor refused: too busy, or broken. */
  failed: number;
  afterStop: number;
}

/** One stop against a handful of leases. Counts what came in after the stop had been acknowledged. */
const round = async (version: Version, agents: readonly GivenAgent[], tally: Tally): Promise<void> => {
  await switchOn(version);
  const before = await leasesOf(version.toolId);
  const asking = agents.map(async (agent, at) => {
    await pause(at * 5);
    return agent.ask(staff.employee.id);
  });
  const stopping = pause(Math.random() * 150)
    .then(() => stops.stop(actorOf(staff.chair), version.toolId, { reason: '', key: randomUUID() }))
    .then(() => leasesOf(version.toolId));
  const [atStop, results] = await Promise.all([stopping, Promise.allSettled(asking)]);
  const after = await leasesOf(version.toolId);
  tally.issued += after - before;
  for (const result of results)
    if (result.status === 'rejected') tally[(result.reason as Problem).code === 'lease.refused' ? 'refused' : 'failed'] += 1;
  tally.afterStop += after - atStop;
  await stops.lift(actorOf(staff.chair), version.toolId, 'Voor de volgende ronde.');
};

const race = async (of: AgentServices, until: (tally: Tally) => boolean = () => false): Promise<Tally> => {
  const version = await given();
  const agents: GivenAgent[] = [];
  for (const device of ['A', 'B', 'C'])
    agents.push(
      await givenAgent(of, clock, staff, { toolId: version.toolId, device: `${device}-${version.toolId}`, person: staff.employee }),
    );
  const tally: Tally = { issued: 0, refused: 0, failed: 0, afterStop: 0 };
  for (let i = 0; i < ROUNDS && !until(tally); i += 1) {
    clock.advance({ minutes: 1 });
    await round(version, agents, tally);
  }
  return tally;
};

describe('leases against a stop', () => {
  it(`none is issued after the stop, in ${ROUNDS} rounds`, async () => {
    const tally = await race(services);
    expect(tally.afterStop).toBe(0);
    expect(tally.failed).toBe(0);
    expect(tally.issued).toBeGreaterThan(0);
    expect(tally.refused).toBeGreaterThan(0);
  }, 300_000);

  it('some are, one isolation level lower', async () => {
    const lower = await agentServices({ ...database, transactions: new ReadCommitted(database.dataSource) }, clock);
    expect((await race(lower, ({ afterStop }) => afterStop > 0)).afterStop).toBeGreaterThan(0);
    await lower.close();
  }, 300_000);
});
