import { randomUUID } from 'node:crypto';
import { GateService, settingsHashOf, StopService } from '../../src/features/gate/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { crockford } from '../../src/kernel/ids.js';
import type { Problem } from '../../src/kernel/problem.js';
import { faultOfLease, LEASE_AUDIENCE } from '../../src/platform/signing/index.js';
import { claimsOf, newAgentKey, proofFor } from '../support/agent.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, APPROVED, givenAgent, givenNativeTool, ORIGIN } from '../support/given-agents.js';
import { type ChainWishes, givenChain } from '../support/given-chain.js';
import { actorOf, givenPerson, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

const NOW = '2026-02-20T10:00:00Z';
const MADE = new Date('2026-01-12T08:00:00Z');

let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let gates: GateService;
let stops: StopService;
const clock = new TestClock(NOW);

beforeAll(async () => {
  database = await databaseFor('agents');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  gates = new GateService(database.transactions, clock);
  stops = new StopService(database.transactions, clock);
  await switchOn(await ready({}, true));
});
beforeEach(() => clock.set(NOW));
afterAll(async () => {
  await services.close();
  await database.close();
});

const ready = (wishes: ChainWishes = {}, isPlatform = false): Promise<Version> =>
  database.transactions.run(async (tx) => {
    const version = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId], isPlatform });
    await givenChain(tx, version, staff, wishes);
    return version;
  });
const switchOn = ({ toolId, number }: Version): Promise<unknown> => gates.activate(actorOf(staff.it), toolId, number, randomUUID());
const active = async (wishes: ChainWishes = {}): Promise<Version> => {
  const version = await ready(wishes);
  await switchOn(version);
  return version;
};
const agentOn = ({ toolId }: Version, device = `LAPTOP-${crockford(6)}`) =>
  givenAgent(services, clock, staff, { toolId, device, person: staff.employee });

const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  try {
    await work;
  } catch (error) {
    return error as Problem;
  }
  throw new Error('Expected: a refusal. Found: none.');
};
const codesOf = async (work: Promise<unknown>): Promise<readonly string[]> => (await problemOf(work)).reasons.map(({ code }) => code);
const entriesOf = async (type: string, toolId: string): Promise<number> =>
  (await database.asOwner(`select 1 from evidence_entries where type = $1 and tool_id = $2`, [type, toolId])).length;

describe('while Countersign itself is not active', () => {
  it('a complete tool answers that, and that it is not switched on; what runs goes on', async () => {
    const [agent, running] = [await agentOn(await ready()), await agentOn(await active())];
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['tool.not_activated']);
    await database.asOwner(
      `insert into suspensions (id, tool_id, cause, reason, by_role, reference, at) select 's_p', id, 'gate_closed', 'x', 'system', 'X', now() from tools where is_platform`,
    );
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['tool.not_activated', 'platform.not_active']);
    expect(await running.ask(staff.employee.id)).toHaveProperty('lease');
    await database.asOwner(
      `insert into suspension_ends (suspension_id, reason, by_person, by_role, at) values ('s_p', 'x', 'p', 'it_admin', now())`,
    );
  });
});

describe('a lease', () => {
  it('is given to the agent of somebody who was told, in an active tool', async () => {
    const version = await active();
    const agent = await agentOn(version);
    const { lease, expiresAt, renewAfter } = await agent.ask(staff.employee.id);
    const own = { issuer: ORIGIN, audience: LEASE_AUDIENCE, agentId: agent.id, thumbprint: agent.key.thumbprint };
    expect(faultOfLease(lease, { ...own, keys: services.keys.published(), longestSeconds: 'named', now: clock.now() })).toBeNull();
    expect([expiresAt, renewAfter]).toEqual([new Date('2026-02-20T10:15:00Z'), new Date('2026-02-20T10:07:30Z')]);
    const [request] = await database.asOwner(`select id from consent_requests where tool_id = $1`, [version.toolId]);
    const [activation] = await database.asOwner(`select id, generation from activations where tool_id = $1`, [version.toolId]);
    const claims = claimsOf(lease);
    expect(claims).toMatchObject({
      scope: 'login_time',
      pol: version.fingerprint,
      case: request?.['id'],
      act: activation?.['id'],
      gen: activation?.['generation'],
    });
    expect(Object.keys(claims).sort()).toEqual([
      'act',
      'aud',
      'case',
      'cnf',
      'exp',
      'gen',
      'iat',
      'iss',
      'jti',
      'lim',
      'nbf',
      'pol',
      'psn',
      'scope',
      'sub',
    ]);
    expect(JSON.stringify(claims)).not.toContain(staff.employee.id);
    const rows = await database.asOwner(`select person_id from leases where jti = $1`, [claims.jti]);
    expect(rows).toEqual([{ person_id: staff.employee.id }]);
  });

  it('names a person alike on every device of one tool, and otherwise in another tool', async () => {
    const [version, other] = [await active(), await active()];
    const psn = async (of: Version) => claimsOf((await (await agentOn(of)).ask(staff.employee.id)).lease).psn;
    const first = await psn(version);
    expect(await psn(version)).toBe(first);
    expect(await psn(other)).not.toBe(first);
  });

  it('is given to twenty agents that ask at once', async () => {
    const version = await active();
    const agents = await Promise.all(Array.from({ length: 20 }, () => agentOn(version)));
    const results = await Promise.allSettled(agents.map((agent) => agent.ask(staff.employee.id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  });

  it('takes the hash of the settings in their place', async () => {
    const agent = await agentOn(await active());
    const url = `${ORIGIN}/api/v1/agents/${agent.id}/leases`;
    const asked = { person: staff.employee.id, settingsHash: settingsHashOf(APPROVED) };
    expect(await services.leases.lease(agent.id, proofFor(agent.key, url, clock.now()), asked)).toHaveProperty('lease');
  });

  it('never outlives the consent', async () => {
    const agent = await agentOn(await active({ expiresOn: '2026-02-28' }));
    clock.set('2026-02-28T22:55:00Z');
    expect((await agent.ask(staff.employee.id)).expiresAt).toEqual(new Date('2026-02-28T23:00:00Z'));
    clock.set('2026-02-28T23:00:00Z');
    expect((await problemOf(agent.ask(staff.employee.id))).members['missing']).toEqual(['employer_decision']);
  });

  it('never outlives a trial that the council set', async () => {
    const limit = { kind: 'ends_on', value: '2026-02-28' };
    const agent = await agentOn(await active({ conditions: [{ text: 'Proef tot eind februari', limit }] }));
    clock.set('2026-02-28T22:50:00Z');
    expect((await agent.ask(staff.employee.id)).expiresAt).toEqual(new Date('2026-02-28T23:00:00Z'));
  });
});

describe('a lease is refused', () => {
  it.each([
    ['advice', ['dpo_advice', 'dpo_conditions', 'consent_request']],
    ['meeting', ['consultation_meeting']],
    ['decision', ['council_consent', 'employer_decision']],
    ['copies', ['employer_decision']],
    ['notice', ['notices_delivered']],
  ] as const)('without the %s, naming exactly what is missing', async (part, missing) => {
    const agent = await agentOn(await ready({ without: [part] }));
    const problem = await problemOf(agent.ask(staff.employee.id));
    expect(problem).toMatchObject({ status: 403, code: 'lease.refused', members: { missing } });
    expect(problem.reasons.map(({ code }) => code)).toEqual([...missing.map(() => 'requirement.missing'), 'tool.not_activated']);
  });

  it('in the same state after a stop as before it was switched on', async () => {
    const version = await active();
    const agent = await agentOn(version);
    await agent.ask(staff.employee.id);
    await stops.stop(actorOf(staff.chair), version.toolId, { reason: '', key: randomUUID() });
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['tool.not_activated', 'tool.stopped']);
  });

  it('to an agent that runs other settings, and suspends the tool for all at once', async () => {
    const version = await active();
    const [agent, honest] = [await agentOn(version), await agentOn(version)];
    await honest.ask(staff.employee.id);
    const codes = await codesOf(agent.ask(staff.employee.id, { ...APPROVED, events: 'sign_in,sign_out,websites' }));
    expect(codes).toEqual(['requirement.missing', 'tool.suspended', 'settings.differ']);
    expect(await codesOf(honest.ask(staff.employee.id))).toEqual(['requirement.missing', 'tool.suspended']);
    expect(await entriesOf('tool.suspended', version.toolId)).toBe(1);
    const lift = () => stops.lift(actorOf(staff.it), version.toolId, 'De instellingen zijn teruggezet.');
    expect((await problemOf(lift())).code).toBe('suspension.settings-differ');
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['tool.suspended']);
    await lift();
    const generation = claimsOf((await agent.ask(staff.employee.id)).lease).gen;
    expect(generation).toBeGreaterThan(1);
    expect(await honest.ask(staff.employee.id)).toHaveProperty('lease');
  });

  it('until an agent that differs is taken out of use', async () => {
    const version = await active();
    const [patched, honest] = [await agentOn(version), await agentOn(version)];
    await codesOf(patched.ask(staff.employee.id, {}));
    await services.agents.retire(actorOf(staff.it), patched.id, 'De laptop is weg.');
    await stops.lift(actorOf(staff.it), version.toolId, 'De laptop is uit gebruik.');
    expect(await honest.ask(staff.employee.id)).toHaveProperty('lease');
    expect(await codesOf(patched.ask(staff.employee.id))).toEqual(['agent.blocked']);
  });

  it('to a blocked agent, and tells it nothing else', async () => {
    const version = await active();
    const [agent, other] = [await agentOn(version), await agentOn(version)];
    await services.agents.block(actorOf(staff.it), agent.id, 'De laptop is gestolen.');
    const problem = await problemOf(agent.ask(staff.employee.id, {}));
    expect(problem.reasons.map(({ code }) => code)).toEqual(['agent.blocked']);
    expect(problem.members['missing']).toEqual([]);
    expect(await other.ask(staff.employee.id)).toHaveProperty('lease');
  });

  it('in a tool that was switched on as one that cannot be blocked', async () => {
    const version = await database.transactions.run(async (tx) => {
      const made = await givenNativeTool(tx, MADE, { unitIds: [staff.employee.unitId] }, 'attested');
      await givenChain(tx, made, staff);
      await tx.query(`insert into person_out_proofs (tool_id, evidence, shown_by, shown_at) values ($1, 'Getest.', 'p', $2)`, [
        made.toolId,
        MADE,
      ]);
      return made;
    });
    await switchOn(version);
    const key = newAgentKey();
    await database.asOwner(
      `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at) values ('a_attested', $1, 'X', $2, $3, 'p', now())`,
      [version.toolId, JSON.stringify(key.publicKey), key.thumbprint],
    );
    const proof = proofFor(key, `${ORIGIN}/api/v1/agents/a_attested/leases`, clock.now());
    const asked = { person: staff.employee.id, settings: APPROVED };
    expect(await codesOf(services.leases.lease('a_attested', proof, asked))).toEqual(['tool.not_activated']);
  });

  it('to an agent that nobody enrolled', async () => {
    const asked = { person: staff.employee.id, settings: APPROVED };
    expect(await codesOf(services.leases.lease('a_unknown', 'x', asked))).toEqual(['agent.unknown']);
  });
});

describe('what concerns the person', () => {
  const colleagueOf = (wishes: object = {}) =>
    database.transactions.run((tx) => givenPerson(tx, { unitId: staff.employee.unitId, ...wishes }));
  const bound = async (personId: string, version: Version) => {
    const agent = await givenAgent(services, clock, staff, { toolId: version.toolId, device: `L-${crockford(8)}` });
    await database.asOwner(
      `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) values ($1, $2, 'x', 'person', now())`,
      [agent.id, personId],
    );
    return agent;
  };

  it('is one and the same refusal, whether not told, out of scope, paused or another’s device', async () => {
    const version = await active();
    const newcomer = await colleagueOf();
    const elsewhere = await database.transactions.run(async (tx) => {
      await tx.query(`insert into units (id, name, created_at) values ('u_other', 'Buitendienst', now()) on conflict do nothing`);
      return givenPerson(tx, { unitId: 'u_other' });
    });
    const paused = staff.colleague;
    await database.asOwner(
      `insert into objections (id, person_id, tool_id, situation, reference, lodged_at, due_on) values ('o_1', $1, $2, 'x', 'REF1', $3, '2026-03-20')`,
      [paused.id, version.toolId, NOW],
    );
    const problems = await Promise.all([
      problemOf((await bound(newcomer.id, version)).ask(newcomer.id)),
      problemOf((await bound(elsewhere.id, version)).ask(elsewhere.id)),
      problemOf((await bound(paused.id, version)).ask(paused.id)),
      problemOf((await agentOn(version)).ask(staff.colleague.id)),
      problemOf((await agentOn(version)).ask('p_nobody')),
    ]);
    for (const problem of problems) {
      expect({ status: problem.status, code: problem.code, reasons: problem.reasons, members: problem.members }).toEqual({
        status: 403,
        code: 'lease.refused',
        reasons: [{ code: 'not_covered' }],
        members: { missing: [] },
      });
    }
  });

  it('is not said while something else is missing', async () => {
    const agent = await agentOn(await ready({ without: ['meeting'] }));
    expect(await codesOf(agent.ask('p_nobody'))).toEqual(await codesOf(agent.ask(staff.employee.id)));
  });

  it('holds only a day after the notice was delivered', async () => {
    const version = await active();
    const newcomer = await colleagueOf();
    const agent = await bound(newcomer.id, version);
    await database.asOwner(
      `insert into notice_deliveries (notice_id, person_id, unit_id, sent_at, opened_at) select id, $2, $3, $4, $4 from notices where tool_id = $1`,
      [version.toolId, newcomer.id, newcomer.unitId, NOW],
    );
    clock.set('2026-02-20T22:59:59Z');
    expect(await codesOf(agent.ask(newcomer.id))).toEqual(['not_covered']);
    clock.set('2026-02-20T23:00:00Z');
    expect(await agent.ask(newcomer.id)).toHaveProperty('lease');
  });
});

describe('a proof', () => {
  const url = (id: string) => `${ORIGIN}/api/v1/agents/${id}/leases`;
  const asked = () => ({ person: staff.employee.id, settings: APPROVED });

  it('is taken once, also after the decision', async () => {
    const agent = await agentOn(await active());
    const proof = proofFor(agent.key, url(agent.id), clock.now());
    await services.leases.lease(agent.id, proof, asked());
    expect(await codesOf(services.leases.lease(agent.id, proof, asked()))).toEqual(['proof.invalid']);
  });

  it('is taken once when sent ten times at once', async () => {
    const agent = await agentOn(await active());
    const proof = proofFor(agent.key, url(agent.id), clock.now());
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => services.leases.lease(agent.id, proof, asked())));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('of another agent is none', async () => {
    const version = await active();
    const [agent, other] = [await agentOn(version), await agentOn(version)];
    expect(await codesOf(services.leases.lease(agent.id, proofFor(other.key, url(agent.id), clock.now()), asked()))).toEqual([
      'proof.invalid',
    ]);
    expect(await codesOf(services.leases.lease(agent.id, undefined, asked()))).toEqual(['proof.invalid']);
    expect(await codesOf(services.leases.lease(agent.id, proofFor(agent.key, url(other.id), clock.now()), asked()))).toEqual([
      'proof.invalid',
    ]);
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
  });

  it('that is bad leaves one line a minute, whoever sends it', async () => {
    const agent = await agentOn(await active());
    for (let i = 0; i < 3; i += 1) await codesOf(services.leases.lease(agent.id, 'x', asked()));
    const rows = await database.asOwner(`select codes from lease_refusals where agent_id = $1`, [agent.id]);
    expect(rows).toEqual([{ codes: ['proof.invalid'] }]);
  });

  it('is good for thirty requests a minute', async () => {
    const agent = await agentOn(await active());
    await database.asOwner(`insert into used_proofs (thumbprint, jti, at) select $1, 'n' || i, $2 from generate_series(1, 29) i`, [
      agent.key.thumbprint,
      NOW,
    ]);
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
    expect((await problemOf(agent.ask(staff.employee.id))).status).toBe(429);
    clock.advance({ seconds: 60 });
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
  });
});

describe('enrolling', () => {
  it('takes a code once, as people type it, for a day', async () => {
    const { toolId } = await ready();
    const it = actorOf(staff.it);
    const { code } = await services.enrolment.createCode(it, { toolId, device: 'LAPTOP-1' });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    const typed = code.toLowerCase().replace(/(.{4})/g, '$1-');
    await services.enrolment.enrol(typed, newAgentKey().publicKey);
    expect(await codesOf(services.enrolment.enrol(code, newAgentKey().publicKey))).toEqual(['code.unusable']);
    const late = await services.enrolment.createCode(it, { toolId, device: 'LAPTOP-1' });
    clock.advance({ hours: 24 });
    expect(await codesOf(services.enrolment.enrol(late.code, newAgentKey().publicKey))).toEqual(['code.unusable']);
    expect(await codesOf(services.enrolment.enrol(crockford(26), newAgentKey().publicKey))).toEqual(['code.unusable']);
  });

  it('takes a code once when two use it at the same time', async () => {
    const { toolId } = await ready();
    const { code } = await services.enrolment.createCode(actorOf(staff.it), { toolId, device: 'LAPTOP-2' });
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => services.enrolment.enrol(code, newAgentKey().publicKey)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes a key once, and leaves the code of a refused one usable', async () => {
    const { toolId } = await ready();
    const key = newAgentKey();
    const codes = await Promise.all([1, 2].map(() => services.enrolment.createCode(actorOf(staff.it), { toolId, device: 'LAPTOP-3' })));
    await services.enrolment.enrol(codes[0]!.code, key.publicKey);
    expect(await codesOf(services.enrolment.enrol(codes[1]!.code, key.publicKey))).toEqual(['agent.key-known']);
    expect(await services.enrolment.enrol(codes[1]!.code, newAgentKey().publicKey)).toHaveProperty('agentId');
  });

  it('keeps the hash of a code, never the code', async () => {
    const { toolId } = await ready();
    const { code } = await services.enrolment.createCode(actorOf(staff.it), { toolId, device: 'LAPTOP-4' });
    const rows = await database.asOwner(`select * from enrolment_codes where tool_id = $1`, [toolId]);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('is for tools with an agent of their own', async () => {
    const attested = await database.transactions.run((tx) => givenTool(tx, MADE));
    await database.asOwner(`update tool_versions set enforcement = 'attested' where id = $1`, [attested.id]);
    expect((await problemOf(services.enrolment.createCode(actorOf(staff.it), { toolId: attested.toolId, device: 'X' }))).status).toBe(422);
  });
});

describe('whose agent it is', () => {
  it('HR’s list says, by the device, until it says otherwise', async () => {
    const version = await active();
    await database.asOwner(`update persons set device = 'LAPTOP-HR' where id = $1`, [staff.employee.id]);
    const agent = await givenAgent(services, clock, staff, { toolId: version.toolId, device: 'laptop-hr' });
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
    await database.asOwner(`update persons set device = null where id = $1`, [staff.employee.id]);
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['not_covered']);
  });

  it('the person says, and can take it back', async () => {
    const version = await active();
    const agent = await givenAgent(services, clock, staff, { toolId: version.toolId, device: 'LAPTOP-ME' });
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['not_covered']);
    const waiting = (await services.devices.list(staff.employee.id)).waiting.map(({ agentId }) => agentId);
    expect(waiting).toContain(agent.id);
    await services.devices.confirm(actorOf(staff.employee), staff.employee.id, agent.id);
    expect(await agent.ask(staff.employee.id)).toHaveProperty('lease');
    expect((await problemOf(services.devices.confirm(actorOf(staff.colleague), staff.colleague.id, agent.id))).status).toBe(404);
    await services.devices.release(actorOf(staff.employee), staff.employee.id, agent.id);
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['not_covered']);
  });

  it('stays with the person’s word when HR’s list names the device all the same', async () => {
    const version = await active();
    await database.asOwner(`update persons set device = 'LAPTOP-NO' where id = $1`, [staff.employee.id]);
    const agent = await givenAgent(services, clock, staff, { toolId: version.toolId, device: 'LAPTOP-NO' });
    await services.devices.release(actorOf(staff.employee), staff.employee.id, agent.id);
    expect(await codesOf(agent.ask(staff.employee.id))).toEqual(['not_covered']);
    await database.asOwner(`update persons set device = null where id = $1`, [staff.employee.id]);
  });

  it('is nothing to somebody outside the tool', async () => {
    const version = await active();
    const agent = await givenAgent(services, clock, staff, { toolId: version.toolId, device: 'LAPTOP-Q' });
    const stranger = await database.transactions.run(async (tx) => {
      await tx.query(`insert into units (id, name, created_at) values ('u_far', 'Ver weg', now()) on conflict do nothing`);
      return givenPerson(tx, { unitId: 'u_far' });
    });
    expect((await services.devices.list(stranger.id)).waiting).toEqual([]);
    expect((await problemOf(services.devices.confirm(actorOf(stranger), stranger.id, agent.id))).status).toBe(404);
  });
});

describe('the log', () => {
  it('gets one entry for the leases of a tool and minute, with their number and hash', async () => {
    const version = await active();
    const agents = [await agentOn(version), await agentOn(version)];
    for (const agent of agents) await agent.ask(staff.employee.id);
    await services.batches.closeAll();
    expect(await entriesOf('leases.issued', version.toolId)).toBe(0);
    clock.advance({ minutes: 1 });
    await services.batches.closeAll();
    await services.batches.closeAll();
    expect(await entriesOf('leases.issued', version.toolId)).toBe(1);
    const [batch] = await database.asOwner(`select leases from lease_batches where tool_id = $1`, [version.toolId]);
    expect(batch).toEqual({ leases: 2 });
    await agents[0]!.ask(staff.employee.id);
    await services.batches.closeNow(version.toolId);
    expect(await entriesOf('leases.issued', version.toolId)).toBe(2);
  });

  it('is all that stays of a lease after 30 days, and of a refusal after 90', async () => {
    const version = await active();
    const agent = await agentOn(version);
    await agent.ask(staff.employee.id);
    await services.batches.closeNow(version.toolId);
    await codesOf(agent.ask(staff.employee.id, {}));
    const left = async () => [
      (await database.asOwner(`select 1 from leases where agent_id = $1`, [agent.id])).length,
      (await database.asOwner(`select 1 from lease_refusals where agent_id = $1`, [agent.id])).length,
      (await database.asOwner(`select 1 from used_proofs where thumbprint = $1`, [agent.key.thumbprint])).length,
    ];
    clock.advance({ days: 30 });
    await services.batches.forget();
    expect(await left()).toEqual([1, 1, 0]);
    clock.advance({ minutes: 16 });
    await services.batches.forget();
    expect(await left()).toEqual([0, 1, 0]);
    clock.advance({ days: 61 });
    await services.batches.forget();
    expect(await left()).toEqual([0, 0, 0]);
    expect(await entriesOf('leases.issued', version.toolId)).toBe(1);
  });
});

describe('a stop receipt', () => {
  const receipt = { stoppedAt: new Date(NOW), discardedRecords: 3, reason: 'lease.refused', lease: null };
  const send = (agent: { id: string; key: ReturnType<typeof newAgentKey> }, changes: object = {}) =>
    services.receipts.receive(agent.id, proofFor(agent.key, `${ORIGIN}/api/v1/agents/${agent.id}/stop-receipts`, clock.now()), {
      ...receipt,
      ...changes,
    });

  it('is kept and logged, from a blocked agent too', async () => {
    const version = await active();
    const agent = await agentOn(version);
    const { jti } = claimsOf((await agent.ask(staff.employee.id)).lease);
    await send(agent, { lease: jti });
    await services.agents.block(actorOf(staff.it), agent.id, 'Kwijtgeraakt.');
    await send(agent);
    expect(await database.asOwner(`select discarded_records from stop_receipts where agent_id = $1`, [agent.id])).toHaveLength(2);
    const days = await database.asOwner(`select payload from confidential_acts where payload like '%agent.stopped%' and payload like $1`, [
      `%${agent.id}%`,
    ]);
    expect([days.length, await entriesOf('agent.stopped', version.toolId)]).toEqual([2, 0]);
  });

  it('is refused with another’s lease, from the future, or with the proof of another call', async () => {
    const version = await active();
    const [agent, other] = [await agentOn(version), await agentOn(version)];
    const { jti } = claimsOf((await other.ask(staff.employee.id)).lease);
    expect((await problemOf(send(agent, { lease: jti }))).reasons).toEqual([{ code: 'lease.unknown', field: 'lease' }]);
    expect((await problemOf(send(agent, { stoppedAt: new Date('2026-02-20T10:01:01Z') }))).reasons).toEqual([
      { code: 'time.future', field: 'stoppedAt' },
    ]);
    const proof = proofFor(agent.key, `${ORIGIN}/api/v1/agents/${agent.id}/leases`, clock.now());
    expect(await codesOf(services.receipts.receive(agent.id, proof, receipt))).toEqual(['proof.invalid']);
  });
});

describe('what IT sees', () => {
  it('is no name, and not whether anybody is measured', async () => {
    const version = await active();
    const agent = await agentOn(version);
    const before = await services.agents.read(agent.id);
    await agent.ask(staff.employee.id);
    const [other] = [await agentOn(version)];
    await codesOf(other.ask('p_nobody'));
    const pages = await Promise.all([agent, other].map(({ id }) => services.agents.read(id)));
    expect(pages.map(({ refusal }) => refusal)).toEqual([null, null]);
    expect(before.refusal).toBeNull();
    expect(JSON.stringify(await services.agents.list(1))).not.toContain(staff.employee.name);
    const { rows } = await services.agents.refusals();
    expect(rows.map(({ code }) => code)).not.toContain('not_covered');
  });

  it('shows what differs, setting by setting', async () => {
    const agent = await agentOn(await active());
    await codesOf(agent.ask(staff.employee.id, { ...APPROVED, websites: 'aan' }));
    const { differences, refusal } = await services.agents.read(agent.id);
    expect(differences?.[0]).toEqual({ name: 'websites', approved: null, here: 'aan', same: false });
    expect(refusal?.codes).toContain('settings.differ');
  });
});
