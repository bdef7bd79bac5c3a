import { randomUUID } from 'node:crypto';
import { GateService, StopService } from '../../src/features/gate/index.js';
import { raiseIncident } from '../../src/features/agents/index.js';
import { IncidentsService } from '../../src/features/agents/incidents/incidents.service.js';
import type { Version } from '../../src/features/tools/index.js';
import { crockford } from '../../src/kernel/ids.js';
import type { Problem } from '../../src/kernel/problem.js';
import { proofFor } from '../support/agent.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  type AgentServices,
  agentServices,
  APPROVED,
  givenAgent,
  givenNativeTool,
  type GivenAgent,
  ORIGIN,
} from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:00:00Z';

let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let gates: GateService;
let stops: StopService;
let incidents: IncidentsService;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('incidents');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  gates = new GateService(database.transactions, clock);
  stops = new StopService(database.transactions, clock);
  incidents = new IncidentsService(database.transactions, clock);
  await active(true);
});
beforeEach(() => clock.set(NOW));
afterAll(async () => {
  await services.close();
  await database.close();
});

const active = async (isPlatform = false): Promise<Version> => {
  const version = await database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform });
    await givenChain(tx, made, staff);
    return made;
  });
  await gates.activate(actorOf(staff.it), version.toolId, version.number, randomUUID());
  return version;
};
const agentOn = ({ toolId }: Version): Promise<GivenAgent> =>
  givenAgent(services, clock, staff, { toolId, device: `LAPTOP-${crockford(6)}`, person: staff.employee });
const raise = (version: Version, agent: GivenAgent | null, kind: Parameters<typeof raiseIncident>[2]['kind']): Promise<string> =>
  database.transactions.run((tx) => raiseIncident(tx, clock.now(), { toolId: version.toolId, agentId: agent?.id ?? null, kind }));
const codesOf = async (work: Promise<unknown>): Promise<readonly string[]> =>
  work.then(
    () => [],
    (error: Problem) => (error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.code]),
  );
const openOf = ({ toolId }: Version) =>
  database
    .asOwner(
      `select kind from incidents i where tool_id = $1 and not exists (select 1 from incident_ends e where e.incident_id = i.id) order by kind`,
      [toolId],
    )
    .then((rows) => rows.map(({ kind }) => kind));
const lift = ({ toolId }: Version): Promise<string> => stops.lift(actorOf(staff.it), toolId, 'Uitgezocht.');
const receipt = (agent: GivenAgent): Promise<unknown> =>
  services.receipts.receive(agent.id, proofFor(agent.key, `${ORIGIN}/api/v1/agents/${agent.id}/stop-receipts`, clock.now()), {
    stoppedAt: clock.now(),
    discardedRecords: 0,
    reason: 'guard.lost',
    lease: null,
  });

describe('an incident', () => {
  it.each(['lease_shared', 'data_without_lease'] as const)(
    '%s stops the tool at once, once, until somebody said why it may go on',
    async (kind) => {
      const version = await active();
      const agent = await agentOn(version);
      await agent.ask(staff.employee.id);
      const id = await raise(version, agent, kind);
      expect(await raise(version, agent, kind)).toBe(id);
      expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['tool.suspended']);
      expect(await codesOf(lift(version))).toEqual(['suspension.incident-open']);
      const [closer, other] = kind === 'lease_shared' ? [staff.it, staff.privacyOfficer] : [staff.privacyOfficer, staff.it];
      expect(await codesOf(incidents.close(actorOf(other), id, 'Uitgezocht.'))).toEqual(['incident.other']);
      await incidents.close(actorOf(closer), id, 'Uitgezocht.');
      expect(await codesOf(incidents.close(actorOf(closer), id, 'Nog eens.'))).toEqual(['incident.closed']);
      await lift(version);
      expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
    },
  );

  it('of an unknown agent stops the tool too, and another one of it is one more', async () => {
    const version = await active();
    const agent = await agentOn(version);
    const unknown = await raise(version, null, 'data_without_lease');
    expect(await raise(version, null, 'data_without_lease')).toBe(unknown);
    expect(await raise(version, agent, 'data_without_lease')).not.toBe(unknown);
    expect(await openOf(version)).toHaveLength(2);
  });

  it('raised by many at once is one', async () => {
    const version = await active();
    const ids = await Promise.all(Array.from({ length: 8 }, () => raise(version, null, 'data_without_lease')));
    expect(new Set(ids).size).toBe(1);
  });

  it('about other settings opens with the drift, and closes by itself when the agent shows the approved ones', async () => {
    const version = await active();
    const agent = await agentOn(version);
    await codesOf(agent.ask(staff.employee.id, { ...APPROVED, websites: 'aan' }));
    expect(await openOf(version)).toEqual(['settings_differ']);
    const [incident] = (await incidents.list(1)).incidents;
    expect(await codesOf(incidents.close(actorOf(staff.it), incident?.id ?? '', 'Zomaar.'))).toEqual(['incident.other']);
    await codesOf(agent.ask(staff.employee.id));
    expect(await openOf(version)).toEqual([]);
    await lift(version);
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
  });
});

describe('an agent that is not heard', () => {
  it('for more than three working days gets no lease until it has said when it stopped', async () => {
    const version = await active();
    const [silent, heard] = [await agentOn(version), await agentOn(version)];
    await silent.ask(staff.employee.id);
    clock.set('2026-02-25T10:00:00Z');
    await heard.ask(staff.employee.id);
    await incidents.lookForSilent();
    expect(await openOf(version)).toEqual([]);
    clock.set('2026-02-26T10:00:00Z');
    await incidents.lookForSilent();
    await incidents.lookForSilent();
    expect(await openOf(version)).toEqual(['heartbeat_missing']);
    expect(await codesOf(silent.ask(staff.employee.id))).toEqual(['receipt.missing']);
    expect(await heard.ask(staff.employee.id)).toHaveProperty('lease');
    await receipt(silent);
    expect(await openOf(version)).toEqual([]);
    expect(await silent.ask(staff.employee.id)).toHaveProperty('lease');
  });

  it('is no incident while its tool is stopped, nor once it is out of use; IT can close it with a reason', async () => {
    const [version, stopped] = [await active(), await active()];
    const [agent, retired] = [await agentOn(version), await agentOn(version)];
    await agentOn(stopped);
    await stops.stop(actorOf(staff.chair), stopped.toolId, { reason: '', key: randomUUID() });
    await services.agents.retire(actorOf(staff.it), retired.id, 'Verkocht.');
    clock.set('2026-03-02T10:00:00Z');
    await incidents.lookForSilent();
    expect([await openOf(version), await openOf(stopped)]).toEqual([['heartbeat_missing'], []]);
    const [row] = await database.asOwner(`select id from incidents where agent_id = $1`, [agent.id]);
    await incidents.close(actorOf(staff.it), String(row?.['id']), 'De laptop lag in de kast.');
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
  });
});
