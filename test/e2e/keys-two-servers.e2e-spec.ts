import { randomUUID } from 'node:crypto';
import { keysCommand } from '../../src/commands/keys.js';
import { EnrolmentService, SigningKeys } from '../../src/features/agents/index.js';
import { DevicesService } from '../../src/features/agents/devices.service.js';
import { GateService } from '../../src/features/gate/index.js';
import { newSecret } from '../../src/kernel/ids.js';
import { type Running, startServer } from '../../src/main.js';
import { type Config, ConfigToken } from '../../src/platform/config/index.js';
import { writeProof } from '../../src/platform/signing/index.js';
import { TestAgent } from '../support/agent.js';
import { appFor, freePort, type TestApp } from '../support/app.js';
import { builtAssets } from '../support/database.js';
import { APPROVED, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

let app: TestApp;
let staff: Staff;
let config: Config;
let second: Running;
let agents: readonly TestAgent[];

beforeAll(async () => {
  app = await appFor('keys_two_servers', '2026-02-20T10:00:00Z');
  staff = await app.database.transactions.run(givenStaff);
  config = app.running.app.get<Config>(ConfigToken);
  const port = await freePort();
  const other = { ...config, port, baseUrl: `http://localhost:${port}` };
  second = await startServer({ config: other, clock: app.clock }, builtAssets());
  const { toolId, number } = await app.database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform: true });
    await givenChain(tx, made, staff);
    return made;
  });
  await app.running.app.get(GateService).activate(actorOf(staff.it), toolId, number, randomUUID());
  const { code } = await app.running.app.get(EnrolmentService).createCode(actorOf(staff.it), { toolId, device: 'LAPTOP-0417' });
  const agent = new TestAgent(app.url, app.clock);
  await agent.enrol(code);
  await app.running.app.get(DevicesService).confirm(actorOf(staff.employee), staff.employee.id, agent.agentId);
  agents = [agent, agent.on(other.baseUrl, app.clock)];
}, 120_000);
afterAll(async () => {
  await second.close();
  await app.close();
});

const origins = (): readonly string[] => [app.url, second.app.get<Config>(ConfigToken).baseUrl];

/** The mark at a server: at once without `after`, or else when it is another one, or after 40 s. */
const markAt = async (at: number, after?: string): Promise<string> => {
  const { agentId, key } = agents[at]!;
  const url = `${origins()[at]}/api/v1/agents/${agentId}/signal`;
  const dpop = writeProof({ method: 'GET', url, jti: newSecret(12), now: app.clock.now() }, key.privateKey);
  const answer = await fetch(after ? `${url}?after=${encodeURIComponent(after)}` : url, { headers: { dpop } });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { signal: string }).signal;
};
const leaseAt = async (at: number): Promise<string> => {
  app.clock.advance({ seconds: 1 });
  const { status, body } = await agents[at]!.lease(staff.employee.id, { settings: APPROVED });
  expect([status, body.code]).toEqual([201, undefined]);
  return body.lease ?? '';
};
const faultsOf = (leases: readonly string[]) => Promise.all(leases.map((lease, at) => agents[at]!.faultOf(lease)));
const kidOf = (lease: string): unknown =>
  (JSON.parse(Buffer.from(lease.split('.')[0] ?? '', 'base64url').toString()) as { kid: string }).kid;

/** Listens at a server as an agent does, and asks for a lease at each signal, until one is signed with another key than `kid`. */
const listened = async (at: number, first: string, kid: string): Promise<string> => {
  for (let mark = first; ;) {
    mark = await markAt(at, mark);
    const lease = await leaseAt(at);
    if (kidOf(lease) !== kid) return lease;
  }
};

describe('two servers that share their keys', () => {
  it('both give up a key that is withdrawn on the command line, and each agent that listens to one has a lease by another key within 5 s', async () => {
    const before = [await leaseAt(0), await leaseAt(1)];
    expect(await faultsOf(before)).toEqual([null, null]);
    const [{ kid }, marks] = [app.running.app.get(SigningKeys).signing(), [await markAt(0), await markAt(1)]];
    const listening = Promise.all(marks.map((mark, at) => listened(at, mark, kid)));
    const begun = performance.now();
    const settings = { ...config, ownerUrl: config.databaseUrl, appUrl: config.databaseUrl };
    expect(await keysCommand(settings, ['--drop', kid], app.clock)).toBe(0);
    const after = await listening;
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(await faultsOf(after)).toEqual([null, null]);
    expect(await faultsOf(before)).toEqual(['kid', 'kid']);
    expect(new Set(after.map(kidOf)).size).toBe(1);
  }, 60_000);
});
