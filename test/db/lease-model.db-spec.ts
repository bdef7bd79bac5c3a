import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { raiseIncident } from '../../src/features/agents/index.js';
import { IncidentsService } from '../../src/features/agents/incidents/incidents.service.js';
import { GateService, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { newId, newReference } from '../../src/kernel/ids.js';
import { Problem } from '../../src/kernel/problem.js';
import { faultOfLease, LEASE_AUDIENCE } from '../../src/platform/signing/index.js';
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
import { LeaseModel } from '../support/lease-model.js';
import { wide } from '../support/long.js';

const NOW = '2026-02-20T10:00:00Z';
const EXPIRED = '2026-03-21T10:00:00Z';
const SEQUENCES = wide(2000, 200);
const AGENTS = 3;

const clock = new TestClock(NOW);
let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let gates: GateService;
let stops: StopService;
let incidents: IncidentsService;
let version: Version;
let inScope: ReadonlySet<string>;
let people: readonly Staff[keyof Staff][];

beforeAll(async () => {
  database = await databaseFor('lease_model');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  gates = new GateService(database.transactions, clock);
  stops = new StopService(database.transactions, clock);
  incidents = new IncidentsService(database.transactions, clock);
  people = [staff.employee, staff.colleague, staff.director];
  const given = (isPlatform: boolean) =>
    database.transactions.run(async (tx) => {
      const unitIds = [staff.employee.unitId];
      const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds, isPlatform });
      await givenChain(tx, made, staff, { expiresOn: isPlatform ? null : '2026-03-20' });
      return made;
    });
  await switchOn(await given(true));
  version = await given(false);
  await switchOn(version);
  const rows = await database.asOwner('select person_id from people_in_scope where version_id = $1', [version.id]);
  inScope = new Set(rows.map(({ person_id }) => String(person_id)));
}, 60_000);
afterAll(async () => {
  await services.close();
  await database.close();
});

const switchOn = ({ toolId, number }: Version): Promise<unknown> => gates.activate(actorOf(staff.it), toolId, number, randomUUID());
const done = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem && error.status < 500) return false;
      throw error;
    },
  );

/** The product, as one sequence of acts meets it. */
class Product {
  agents: GivenAgent[] = [];
  readonly enrolled: GivenAgent[] = [];
  incident = '';
  readonly objections = new Map<string, string>();

  async begin(): Promise<this> {
    clock.set(NOW);
    for (let at = 0; at < AGENTS; at += 1) this.agents.push(await this.enrol());
    return this;
  }
  async enrol(): Promise<GivenAgent> {
    const agent = await givenAgent(services, clock, staff, { toolId: version.toolId, device: `D-${randomUUID()}` });
    this.enrolled.push(agent);
    return agent;
  }
  sql(text: string, values: readonly unknown[]): Promise<unknown> {
    return database.transactions.run((tx) => tx.query(text, [...values]));
  }
  /** Leaves the tool as the next sequence wants to find it. */
  async end(model: LeaseModel): Promise<void> {
    clock.set(NOW);
    for (const { id } of this.agents) await done(services.agents.retire(actorOf(staff.it), id, 'Einde van de reeks.'));
    await this.sql('update settings_reports set retired_at = now() where tool_id = $1', [version.toolId]);
    for (const id of this.objections.values()) await this.withdraw(id);
    if (model.hasIncident) await incidents.close(actorOf(staff.it), this.incident, 'Einde van de reeks.');
    for (const by of [staff.chair, staff.it]) await done(stops.lift(actorOf(by), version.toolId, 'Einde.'));
    if (!model.isActive) await switchOn(version);
  }
  withdraw(id: string): Promise<unknown> {
    return this.sql(`insert into objection_acts (id, objection_id, kind, text, by_person, at) values ($1, $2, 'withdrawn', '', 'p', $3)`, [
      newId('a'),
      id,
      clock.now(),
    ]);
  }
}

type Act = fc.AsyncCommand<LeaseModel, Product>;
const act = (name: string, run: (model: LeaseModel, product: Product) => Promise<void>): Act => ({
  check: () => true,
  run: async (model, product) => {
    clock.advance({ seconds: 10 });
    await run(model, product);
  },
  toString: () => name,
});

const ask = (at: number, who: number, approved: boolean): Act =>
  act(`ask ${at} ${who} ${approved}`, async (model, { agents }) => {
    const [agent, person] = [agents[at]!, people[who]!.id];
    const may = model.ask(at, person, approved);
    const answer = await agent
      .ask(person, approved ? APPROVED : { ...APPROVED, websites: 'aan' })
      .catch((error: unknown) => error as Problem);
    if (answer instanceof Problem && answer.status !== 403) throw answer;
    expect([may, answer instanceof Problem ? answer.reasons.map(({ code }) => code) : 'lease']).toEqual([
      may,
      may ? 'lease' : expect.any(Array),
    ]);
    if (answer instanceof Problem) {
      const codes = answer.reasons.map(({ code }) => code);
      expect(codes.includes('not_covered') ? codes : ['not_covered']).toEqual(['not_covered']);
      return;
    }
    const own = { issuer: ORIGIN, audience: LEASE_AUDIENCE, agentId: agent.id, thumbprint: agent.key.thumbprint };
    expect(faultOfLease(answer.lease, { ...own, keys: services.keys.published(), longestSeconds: 'named', now: clock.now() })).toBeNull();
    expect(claimsOf(answer.lease).pol).toBe(version.fingerprint);
  });
const stop = act('stop', async (model) => {
  model.stop();
  await stops.stop(actorOf(staff.chair), version.toolId, { reason: '', key: randomUUID() });
});
const restart = act('restart', async (model) => {
  for (const byCouncil of [false, true]) {
    const by = byCouncil ? staff.chair : staff.it;
    const mayLift = model.mayLift(byCouncil);
    expect(await done(stops.lift(actorOf(by), version.toolId, 'Uitgezocht.'))).toBe(mayLift);
    if (mayLift) model.lift(byCouncil);
  }
  if (model.isActive) return;
  const { mayActivate } = model;
  expect(await done(switchOn(version))).toBe(mayActivate);
  if (mayActivate) model.isActive = true;
});
const object = (who: number): Act =>
  act(`object ${who}`, async (model, product) => {
    const person = people[who]!.id;
    if (model.paused.has(person)) return;
    const id = newId('o');
    model.paused.add(person);
    product.objections.set(person, id);
    await product.sql(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ($1, $2, $3, '', $4, $5, '2026-04-07')`,
      [id, version.toolId, person, newReference(), clock.now()],
    );
  });
const withdraw = (who: number): Act =>
  act(`withdraw ${who}`, async (model, product) => {
    const id = product.objections.get(people[who]!.id);
    if (!id) return;
    model.paused.delete(people[who]!.id);
    product.objections.delete(people[who]!.id);
    await product.withdraw(id);
  });
const confirm = (at: number, who: number): Act =>
  act(`confirm ${at} ${who}`, async (model, { agents }) => {
    const person = people[who]!;
    expect(await done(services.devices.confirm(actorOf(person), person.id, agents[at]!.id))).toBe(model.confirm(at, person.id));
  });
const release = (at: number, who: number): Act =>
  act(`release ${at} ${who}`, async (model, { agents }) => {
    const person = people[who]!;
    expect(await done(services.devices.release(actorOf(person), person.id, agents[at]!.id))).toBe(model.release(at, person.id));
  });
const end = (at: number, how: 'block' | 'retire'): Act =>
  act(`${how} ${at}`, async (model, { agents }) => {
    const wasOut = model.agents[at]!.isOut;
    if (wasOut) return;
    model.end(at, how);
    await services.agents[how](actorOf(staff.it), agents[at]!.id, 'De laptop is weg.');
  });
const enrolAgain = (at: number): Act =>
  act(`enrol again ${at}`, async (model, product) => {
    if (!model.agents[at]!.isOut) return;
    model.enrolAgain(at);
    product.agents[at] = await product.enrol();
  });
const shared = act('a lease was shared', async (model, product) => {
  model.incident();
  product.incident = await database.transactions.run((tx) =>
    raiseIncident(tx, clock.now(), { toolId: version.toolId, agentId: null, kind: 'lease_shared' }),
  );
});
const cleared = act('that was looked into', async (model, { incident }) => {
  if (!model.hasIncident) return;
  model.hasIncident = false;
  await incidents.close(actorOf(staff.it), incident, 'Uitgezocht.');
});
const silence = (at: number): Act =>
  act(`silence of ${at}`, async (model, { agents }) => {
    if (model.agents[at]!.isOut) return;
    model.agents[at]!.isSilent = true;
    const incident = { toolId: version.toolId, agentId: agents[at]!.id, kind: 'heartbeat_missing' } as const;
    await database.transactions.run((tx) => raiseIncident(tx, clock.now(), incident));
  });
const receipt = (at: number): Act =>
  act(`receipt of ${at}`, async (model, { agents }) => {
    const { id, key } = agents[at]!;
    model.agents[at]!.isSilent = false;
    const proof = proofFor(key, `${ORIGIN}/api/v1/agents/${id}/stop-receipts`, clock.now());
    await services.receipts.receive(id, proof, { stoppedAt: clock.now(), discardedRecords: 0, reason: 'x', lease: null });
  });
const days = (isExpired: boolean): Act =>
  act(isExpired ? 'the consent expires' : 'the consent holds', async (model) => {
    if (model.isExpired !== isExpired) clock.set(isExpired ? EXPIRED : NOW);
    model.isExpired = isExpired;
  });

const at = fc.nat(AGENTS - 1);
const who = fc.nat(2);
const often = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: who });
const approvedMostly = fc.oneof({ weight: 12, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const acts = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.tuple(at, often, approvedMostly).map((of) => ask(...of)) },
    { weight: 4, arbitrary: fc.tuple(at, often).map((of) => confirm(...of)) },
    { weight: 1, arbitrary: fc.tuple(at, often).map((of) => release(...of)) },
    { weight: 1, arbitrary: fc.constant(stop) },
    { weight: 4, arbitrary: fc.constant(restart) },
    { weight: 1, arbitrary: often.map(object) },
    { weight: 2, arbitrary: often.map(withdraw) },
    { weight: 1, arbitrary: fc.tuple(at, fc.constantFrom('block' as const, 'retire' as const)).map((of) => end(...of)) },
    { weight: 2, arbitrary: at.map(enrolAgain) },
    { weight: 1, arbitrary: fc.constant(shared) },
    { weight: 2, arbitrary: fc.constant(cleared) },
    { weight: 1, arbitrary: at.map(silence) },
    { weight: 2, arbitrary: at.map(receipt) },
    { weight: 1, arbitrary: fc.constant(days(true)) },
    { weight: 2, arbitrary: fc.constant(days(false)) },
  ),
  { minLength: 30, maxLength: 34 },
);

const leasesOf = async (agents: readonly GivenAgent[]): Promise<number> =>
  (await database.asOwner('select 1 from leases where agent_id = any($1)', [agents.map(({ id }) => id)])).length;

it(
  `the leases that are given are exactly those that the model allows, in ${SEQUENCES} sequences of at least 30 acts`,
  async () => {
    let issued = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const product = await new Product().begin();
        const model = new LeaseModel(AGENTS, inScope);
        try {
          await fc.asyncModelRun(() => ({ model, real: product }), sequence);
          expect(await leasesOf(product.enrolled)).toBe(model.issued);
          issued += model.issued;
        } finally {
          await product.end(model);
        }
      }),
      { numRuns: SEQUENCES, seed: 20_261_122, endOnFailure: true },
    );
    expect(issued).toBeGreaterThan(SEQUENCES / 3);
  },
  wide(7_200_000, 600_000),
);
