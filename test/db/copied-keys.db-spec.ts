import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { IncidentsService } from '../../src/features/agents/incidents/incidents.service.js';
import { LeaseLane } from '../../src/features/agents/lease-lane.service.js';
import { insertLeases } from '../../src/features/agents/leasing/leasing.repository.js';
import { shownLeases } from '../../src/features/agents/leasing/shown-leases.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { crockford, newSecret } from '../../src/kernel/ids.js';
import type { Problem } from '../../src/kernel/problem.js';
import type { Tx } from '../../src/platform/database/index.js';
import { claimsOf, proofFor } from '../support/agent.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import {
  type AgentServices,
  agentServices,
  APPROVED,
  givenAgent,
  type GivenAgent,
  givenNativeTool,
  ORIGIN,
} from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';
import { wide } from '../support/long.js';

const NOW = '2026-02-20T10:00:00Z';
const MINUTE_MS = 60_000;
const RUNS = wide(2000, 25);

const clock = new TestClock(NOW);
let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let gates: GateService;
let stops: StopService;
let incidents: IncidentsService;

beforeAll(async () => {
  database = await databaseFor('copied_keys');
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

/** The leases of one agent and person as the server keeps them, in a transaction that is not kept. */
class Desk {
  at = new Date(NOW);
  signs: string[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly of: { readonly agentId: string; readonly activationId: string },
  ) {}

  async decide(jti: string | null): Promise<string> {
    const { agentId, activationId } = this.of;
    const personId = staff.employee.id;
    const [shown = null] = await shownLeases(this.tx, [jti ? { agentId, personId, jti } : null], this.at);
    if (shown?.sign) this.signs.push(shown.sign);
    const given = newSecret(16);
    const line = { previous: shown?.jti ?? null, line: shown?.line ?? null, lineAt: shown?.lineAt ?? null };
    const row = { jti: given, agentId, personId, activationId, generation: 1, issuedAt: this.at, expiresAt: this.at, ...line };
    await insertLeases(this.tx, [row]);
    return given;
  }
}

type Act = 'renew' | 'lost' | 'late' | 'start' | 'start lost' | 'start late';
/** A request that is under way is decided within minutes, or never. */
const UNDER_WAY_MS = 9 * MINUTE_MS;

/** A machine with the key: it shows the lease that it holds, and a new start holds none. */
class Machine {
  private underWay: { readonly shows: string | null; readonly until: number }[] = [];

  constructor(
    private readonly desk: Desk,
    public holds: string | null = null,
  ) {}

  async does(act: Act): Promise<void> {
    if (act.startsWith('start')) this.holds = null;
    if (act.endsWith('late')) return void this.underWay.push({ shows: this.holds, until: this.desk.at.getTime() + UNDER_WAY_MS });
    const given = await this.desk.decide(this.holds);
    if (!act.endsWith('lost')) this.holds = given;
  }

  /** What it asked and gave up is decided: all of it, or what cannot wait until then. */
  async settle(now: number, all: boolean): Promise<void> {
    const due = this.underWay.filter(({ until }) => all || until <= now);
    this.underWay = this.underWay.filter(({ until }) => !all && until > now);
    for (const { shows, until } of due) {
      this.desk.at = new Date(Math.max(this.desk.at.getTime(), Math.min(until, now)));
      await this.desk.decide(shows);
    }
  }
}

const ACTS: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Act>('renew') },
  { weight: 2, arbitrary: fc.constantFrom<Act>('lost', 'late') },
  { weight: 2, arbitrary: fc.constantFrom<Act>('start', 'start lost', 'start late') },
);
const MINUTES = fc.oneof(fc.nat(3), fc.nat(20), fc.nat(900));
const STEPS = fc.array(fc.record({ who: fc.nat(1), act: ACTS, minutes: MINUTES, settles: fc.boolean() }), { minLength: 4, maxLength: 20 });
type Step = typeof STEPS extends fc.Arbitrary<(infer One)[]> ? One : never;

const play = async (desk: Desk, machines: readonly Machine[], steps: readonly Step[]): Promise<void> => {
  for (const { who, act, minutes, settles } of steps) {
    const next = desk.at.getTime() + minutes * MINUTE_MS;
    for (const machine of machines) await machine.settle(next, settles);
    desk.at = new Date(next);
    await machines[who % machines.length]!.does(act);
  }
};

const step = (act: Act, settles = false): Step => ({ who: 0, act, minutes: 1, settles });
/** A start, and a renewal, that were given up and are decided after the next of them was. */
const STARTED_TWICE = [step('start late'), step('start'), step('renew', true), step('renew'), step('renew')];
const ASKED_TWICE = [step('start'), step('late'), step('renew'), step('renew'), step('renew', true), step('renew')];

describe('the leases that an agent shows', () => {
  class Undone extends Error {}
  let agent: GivenAgent;
  let activationId: string;

  beforeAll(async () => {
    const version = await active();
    agent = await agentOn(version);
    const [row] = await database.asOwner('select activation_id from active_tools where tool_id = $1', [version.toolId]);
    activationId = String(row?.['activation_id']);
  });

  const signsOf = async (work: (desk: Desk) => Promise<void>): Promise<readonly string[]> => {
    let signs: readonly string[] = [];
    const undone = database.transactions.run(async (tx) => {
      const desk = new Desk(tx, { agentId: agent.id, activationId });
      await work(desk);
      signs = desk.signs;
      throw new Undone();
    });
    await undone.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    });
    return signs;
  };

  it(`say nothing of one that loses answers, is answered late and starts again, in ${RUNS} courses`, () =>
    fc.assert(
      fc.asyncProperty(STEPS, async (steps) => {
        expect(await signsOf((desk) => play(desk, [new Machine(desk)], steps))).toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_261_122, examples: [[STARTED_TWICE], [ASKED_TWICE]] },
    ));

  it(`say of two on one key that they are two, by the third renewal of each, in ${RUNS} courses`, () =>
    fc.assert(
      fc.asyncProperty(STEPS, fc.boolean(), fc.boolean(), async (steps, copiesLease, copyFirst) => {
        const signs = await signsOf(async (desk) => {
          const original = new Machine(desk);
          await original.does('start');
          const copy = new Machine(desk, copiesLease ? original.holds : null);
          await play(desk, [original, copy], steps);
          const turns = copyFirst ? [copy, original] : [original, copy];
          for (let renewal = 0; renewal < 3; renewal += 1)
            for (const machine of turns) {
              desk.at = new Date(desk.at.getTime() + 4 * MINUTE_MS);
              await machine.does('renew');
            }
        });
        expect(signs).not.toEqual([]);
      }),
      { numRuns: RUNS, seed: 20_261_122 },
    ));

  const hour = async (desk: Desk, original: Machine, copy: () => Promise<unknown>): Promise<void> => {
    await original.does('start');
    for (let renewal = 0; renewal < 8; renewal += 1) {
      desk.at = new Date(desk.at.getTime() + 7 * MINUTE_MS);
      await original.does('renew');
      if (renewal > 2) await copy();
    }
  };

  it.each([
    ['shows no lease', 'newer_start', () => null],
    ['shows a lease that nobody was given', 'newer_start', () => 'x'],
    ['shows the one it stole every time', 'older_lease', (stolen: string | null) => stolen],
  ] as const)('give a copy away that %s, by what the original shows or the copy does', async (_, sign, shows) => {
    const signs = await signsOf(async (desk) => {
      const original = new Machine(desk);
      let stolen: string | null = null;
      await hour(desk, original, () => desk.decide(shows((stolen ??= original.holds))));
    });
    expect(signs).toContain(sign);
  });

  it('say nothing once neither shows any', async () => {
    const signs = await signsOf(async (desk) => {
      for (let asked = 0; asked < 20; asked += 1) {
        desk.at = new Date(desk.at.getTime() + 7 * MINUTE_MS);
        await desk.decide(null);
      }
    });
    expect(signs).toEqual([]);
  });
});

describe('a copied key', () => {
  const ask = async (agent: GivenAgent, previous?: string): Promise<string> => {
    clock.advance({ minutes: 7 });
    return claimsOf((await agent.ask(staff.employee.id, APPROVED, previous)).lease).jti;
  };
  const codesOf = (work: Promise<unknown>): Promise<readonly string[]> =>
    work.then(
      () => [],
      (error: Problem) => (error.reasons.length > 0 ? error.reasons.map(({ code }) => code) : [error.code]),
    );
  const raisedFor = ({ toolId }: Version) => database.asOwner('select id, kind, agent_id from incidents where tool_id = $1', [toolId]);

  it('stops the tool at the second renewal of the two that go on from one lease, until the agent is out of use', async () => {
    const version = await active();
    const agent = await agentOn(version);
    const held = await ask(agent);
    const [original, copy] = [await ask(agent, held), await ask(agent, held)];
    await ask(agent, original);
    expect(await codesOf(ask(agent, copy))).toEqual(['tool.suspended']);
    expect(await codesOf(ask(agent, original))).toEqual(['tool.suspended']);
    const raised = await raisedFor(version);
    expect(raised).toMatchObject([{ kind: 'key_copied', agent_id: agent.id }]);
    const id = String(raised[0]?.['id']);

    expect(await codesOf(stops.lift(actorOf(staff.it), version.toolId, 'Uitgezocht.'))).toEqual(['suspension.incident-open']);
    expect(await codesOf(incidents.close(actorOf(staff.it), id, 'Uitgezocht.'))).toEqual(['incident.agent-in-use']);
    await services.agents.retire(actorOf(staff.it), agent.id, 'De sleutel is gekopieerd.');
    await incidents.close(actorOf(staff.it), id, 'Uitgezocht.');
    await stops.lift(actorOf(staff.it), version.toolId, 'Uitgezocht.');
    expect(await codesOf(ask(agent, original))).toEqual(['agent.blocked']);
    const again = await agentOn(version);
    expect(await ask(again, await ask(again, original))).toEqual(expect.any(String));
    expect(await raisedFor(version)).toHaveLength(1);
  });

  it('stops the tool when the original goes on beside a copy that began later, and the log says by what it showed', async () => {
    const version = await active();
    const agent = await agentOn(version);
    const first = await ask(agent, await ask(agent));
    const copy = await ask(agent);
    const second = await ask(agent, first);
    await ask(agent, copy);
    expect(await codesOf(ask(agent, second))).toEqual(['tool.suspended']);
    expect(await raisedFor(version)).toMatchObject([{ kind: 'key_copied' }]);
    const [entry] = await database.asOwner(
      `select o.payload from evidence_openings o join evidence_entries e on e.id = o.entry_id where e.type = 'incident.raised' and e.tool_id = $1 and o.part = 'body'`,
      [version.toolId],
    );
    expect(JSON.stringify(entry)).toContain('newer_start');
  });

  it('is not found where neither shows the lease that it holds', async () => {
    const version = await active();
    const agent = await agentOn(version);
    for (let renewal = 0; renewal < 4; renewal += 1) {
      await ask(agent);
      await ask(agent);
    }
    expect(await raisedFor(version)).toEqual([]);
  });

  it('is not what a lease of another agent or an unknown one says: it is as if none was shown', async () => {
    const [version, other] = [await active(), await active()];
    const [agent, stranger] = [await agentOn(version), await agentOn(other)];
    const [own, foreign] = [await ask(agent), await ask(stranger)];
    const shown = [await ask(agent, foreign), await ask(agent, 'nothing'), await ask(agent, own)];
    const rows = await database.asOwner('select previous from leases where jti = any($1) order by written_as', [shown]);
    expect(rows).toEqual([{ previous: null }, { previous: null }, { previous: own }]);
    expect([await raisedFor(version), await raisedFor(other)]).toEqual([[], []]);
  });

  it('costs the fast way nothing: it takes a request that shows a lease, and leaves one that shows no name to whoever names the field', async () => {
    const agent = await agentOn(await active());
    const lane = new LeaseLane(services.leases);
    const path = `/api/v1/agents/${agent.id}/leases`;
    const answer = (previous: unknown): Promise<string> | null => {
      const headers = { 'content-type': 'application/json', dpop: proofFor(agent.key, ORIGIN + path, clock.now()) };
      return lane.answer(headers, Buffer.from(JSON.stringify({ person: staff.employee.id, settings: APPROVED, previous })), path);
    };
    const given = JSON.parse((await answer(undefined)) ?? '{}') as { lease: string };
    expect(await answer(claimsOf(given.lease).jti)).toContain('"lease"');
    for (const wrong of [null, '', 'a b', 7, [], 'x'.repeat(61)]) expect(answer(wrong)).toBeNull();
  });

  it('of two that ask at the same time, each is judged by its own lease', async () => {
    const version = await active();
    const [one, other] = [await agentOn(version), await agentOn(version)];
    const [first, second] = [await ask(one), await ask(other)];
    const asked = [first, second, first].map((previous, at) => (at === 0 ? one : other).ask(staff.employee.id, APPROVED, previous));
    const given = (await Promise.all(asked)).map(({ lease }) => claimsOf(lease).jti);
    const rows = await database.asOwner('select jti, previous from leases where jti = any($1)', [given]);
    expect(given.map((jti) => rows.find((row) => row['jti'] === jti)?.['previous'])).toEqual([first, second, null]);
  });
});
