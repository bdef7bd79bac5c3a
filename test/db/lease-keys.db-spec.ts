import { randomUUID } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { AgentSignals } from '../../src/features/agents/agent-signals.service.js';
import { KeysService } from '../../src/features/agents/index.js';
import { GateService } from '../../src/features/gate/index.js';
import type { Problem } from '../../src/kernel/problem.js';
import { Listener } from '../../src/platform/database/index.js';
import { dropKey, faultOfLease, LEASE_AUDIENCE } from '../../src/platform/signing/index.js';
import { TestClock } from '../support/clock.js';
import { eventually } from '../support/eventually.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, givenAgent, type GivenAgent, givenNativeTool, ORIGIN } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const NOW = '2026-02-20T10:00:00Z';
const clock = new TestClock(NOW);
let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let keys: KeysService;
let agent: GivenAgent;
let toolId: string;

beforeAll(async () => {
  database = await databaseFor('lease_keys');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  keys = new KeysService(database.transactions, services.keys, services.config, clock);
  const version = await database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform: true });
    await givenChain(tx, made, staff);
    return made;
  });
  toolId = version.toolId;
  await new GateService(database.transactions, clock).activate(actorOf(staff.it), toolId, version.number, randomUUID());
  agent = await givenAgent(services, clock, staff, { toolId, person: staff.employee });
});
afterAll(async () => {
  await services.close();
  await database.close();
});

const lease = async (): Promise<string> => (await agent.ask(staff.employee.id)).lease;
const faultNow = (token: string): string | null => {
  const own = { issuer: ORIGIN, audience: LEASE_AUDIENCE, agentId: agent.id, thumbprint: agent.key.thumbprint };
  return faultOfLease(token, { ...own, keys: services.keys.published(), longestSeconds: 900, now: clock.now() });
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: Problem) => error.code,
  );

/** The file of a key, as the list names it. */
const fileOf = async (kid: string): Promise<string> => {
  const { keyFile } = services.config;
  const lines = JSON.parse(await readFile(`${keyFile}.ring`, 'utf8')) as { kid: string; suffix: string }[];
  return keyFile + (lines.find((line) => line.kid === kid)?.suffix ?? '');
};

describe('the keys that sign leases', () => {
  it('change as planned without a lease that fails', async () => {
    const [{ kid: first } = { kid: '' }] = keys.list();
    await keys.plan(actorOf(staff.it));
    expect(await codeOf(keys.plan(actorOf(staff.it)))).toBe('keys.next-waits');
    expect(keys.list().map(({ state }) => state)).toEqual(['signing', 'next']);
    clock.advance({ seconds: 599 });
    const before = await lease();
    clock.advance({ seconds: 1 });
    const after = await lease();
    expect(keys.list().map(({ state }) => state)).toEqual(['kept', 'signing']);
    expect([faultNow(before), faultNow(after)]).toEqual([null, null]);
    expect(services.keys.signing().kid).not.toBe(first);
  });

  it('one that is withdrawn is believed no more at once, agents that listen are told, and the log keeps who did it', async () => {
    const heard: string[] = [];
    const listener = new Listener(database.appUrl, 'agent_signal', { onSaid: (said) => heard.push(said), onGap: () => undefined });
    await listener.open();
    const before = await lease();
    await keys.drop(actorOf(staff.it), services.keys.signing().kid);
    expect(faultNow(before)).toBe('kid');
    clock.advance({ seconds: 1 });
    expect(faultNow(await lease())).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).toEqual([toolId]);
    await listener.close();
    expect(await codeOf(keys.drop(actorOf(staff.it), 'unknown'))).toBe('page.unknown');
    const entries = await database.asOwner(`select type from evidence_entries where type like 'keys.%' order by type`);
    expect(entries.map(({ type }) => type)).toEqual(['keys.dropped', 'keys.planned']);
  });

  it('stand in no table, private part or whole', async () => {
    const { key } = services.keys.signing();
    const secrets = [key.export({ format: 'jwk' }).d ?? '', key.export({ format: 'der', type: 'pkcs8' }).toString('base64').slice(-43)];
    const secretsIn = async (): Promise<readonly unknown[]> => {
      const tables = await database.asOwner(
        `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
      );
      const any = secrets.map((_secret, at) => `strpos(t::text, $${at + 1}) > 0`).join(' or ');
      const found = await Promise.all(
        tables.map(({ name }) => database.asOwner(`select 1 from ${String(name)} t where ${any} limit 1`, secrets)),
      );
      return tables.filter((_table, at) => found[at]?.length).map(({ name }) => name);
    };
    expect(secrets.every(({ length }) => length === 43)).toBe(true);
    expect(await secretsIn()).toEqual([]);
    await database.asOwner(`update organisation set name = name || $1`, [secrets[0]]);
    expect(await secretsIn()).toEqual(['public.organisation']);
  });

  it('of long ago are forgotten', async () => {
    clock.advance({ days: 2 });
    await keys.forget();
    expect(keys.list().map(({ state }) => state)).toEqual(['signing', 'dropped']);
  });

  it('one that another process withdrew makes every agent that listens here ask again, once this process signs with the next', async () => {
    const signals = new AgentSignals(services.config, services.keys);
    await signals.onModuleInit();
    try {
      const [signs] = keys.list().filter(({ state }) => state === 'signing');
      const mark = signals.mark(toolId, agent.id);
      const waits = signals.wait(toolId, agent.id, mark, 30_000).then(() => services.keys.signing().kid);
      await dropKey(services.config.keyFile, signs!.kid, clock.now());
      expect(await waits).not.toBe(signs!.kid);
      expect(signals.mark(toolId, agent.id)).not.toBe(mark);
    } finally {
      await signals.onModuleDestroy();
    }
  });

  it('give no lease while they or their list are gone, nobody makes others, and go on once they are back', async () => {
    const { keyFile } = services.config;
    const signing = async () => services.keys.signing();
    const signs = services.keys.signing().kid;
    for (const file of [`${keyFile}.ring`, await fileOf(signs)]) {
      await rename(file, `${file}.away`);
      await eventually(async () => expect(await codeOf(signing())).toBe('keys.unreadable'), 10);
      expect(await codeOf(lease())).toBe('keys.unreadable');
      expect(services.keys.published()).toEqual([]);
      await rename(`${file}.away`, file);
      await eventually(async () => expect(await codeOf(signing())).toBe(''), 10);
      expect(await codeOf(lease())).toBe('');
      expect(services.keys.signing().kid).toBe(signs);
    }
  });
});
