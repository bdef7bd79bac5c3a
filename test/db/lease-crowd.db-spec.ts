import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { AgentSignals } from '../../src/features/agents/agent-signals.service.js';
import { GateService, settingsHashOf, StopService } from '../../src/features/gate/index.js';
import type { Problem } from '../../src/kernel/problem.js';
import { jwkOf, thumbprint } from '../../src/platform/signing/index.js';
import { type AgentKey, proofFor } from '../support/agent.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, APPROVED, type GivenAgent, givenNativeTool, ORIGIN } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { LIMITS, measuring } from '../support/given-measurements.js';
import { actorOf, givenStaff, type Staff } from '../support/given-people.js';

const RENEWING = 10_000;
const LISTENING = 1000;
const SECOND = 1000;

const clock = new TestClock('2026-02-20T10:00:00Z');
let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let toolId: string;
/** Whom the lot leaves out. */
let out: ReadonlySet<string> = new Set();
let crowd: readonly { readonly id: string; readonly person: string; readonly key: AgentKey }[];

beforeAll(async () => {
  database = await databaseFor('lease_crowd');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  const version = await database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform: true });
    await tx.query(
      `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
       select 'p_crowd' || i, 'c' || i, 'Medewerker ' || i, 'c' || i || '@voorbeeld.test', $1, 'nl', '2020-01-01', false, '2020-01-01T00:00:00Z'
       from generate_series(1, $2::int) i`,
      [staff.employee.unitId, RENEWING],
    );
    await givenChain(tx, made, staff);
    return made;
  });
  toolId = version.toolId;
  await new GateService(database.transactions, clock).activate(actorOf(staff.it), toolId, version.number, randomUUID());
  crowd = Array.from({ length: RENEWING }, (_, at) => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const publicKey = jwkOf(privateKey);
    return { id: `a_crowd${at + 1}`, person: `p_crowd${at + 1}`, key: { privateKey, publicKey, thumbprint: thumbprint(publicKey) } };
  });
  await database.asOwner(
    `insert into agents (id, tool_id, device, public_key, thumbprint, enrolled_by, enrolled_at)
     select 'a_crowd' || i, $1, 'CROWD-' || i, '{}', t, 'p', $3 from unnest($2::text[]) with ordinality as g(t, i)`,
    [toolId, crowd.map(({ key }) => key.thumbprint), clock.now()],
  );
  await database.asOwner(
    `insert into agent_persons (agent_id, person_id, pseudonym, bound_how, bound_at) select 'a_crowd' || i, 'p_crowd' || i, 'x' || i, 'person', $2 from generate_series(1, $1::int) i`,
    [RENEWING, clock.now()],
  );
  await database.asOwner(
    `insert into settings_reports (tool_id, source_id, settings, settings_hash, matches, reported_at)
     select $1, 'a_crowd' || i, $2, $3, true, $4 from generate_series(1, $5::int) i`,
    [toolId, JSON.stringify(APPROVED), settingsHashOf(APPROVED), clock.now(), RENEWING],
  );
  await database.asOwner('analyze');
}, 120_000);
afterAll(async () => {
  await services.close();
  await database.close();
});

const lease = ({ id, key, person }: (typeof crowd)[number]) =>
  services.leases.lease(id, proofFor(key, `${ORIGIN}/api/v1/agents/${id}/leases`, clock.now()), { person, settings: APPROVED });
const ask = (agent: (typeof crowd)[number]): Promise<string> =>
  lease(agent).then(
    () => 'lease',
    (error: Problem) => error.reasons.at(-1)?.code ?? error.code,
  );
const countOf = (words: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));

describe('a crowd of agents', () => {
  it(`all get their lease again after an outage of five minutes: ${RENEWING} at once, within 60 s and without an error`, async () => {
    clock.advance({ minutes: 5 });
    const begun = performance.now();
    const answers = countOf(await Promise.all(crowd.map(ask)));
    expect(performance.now() - begun).toBeLessThan(60 * SECOND);
    // Whom the lot leaves out today gets none, and is told the same as everybody who is out.
    out = new Set(
      (await database.asOwner(`select person_id from cover_people where person_id like 'p_crowd%'`)).map((row) => String(row['person_id'])),
    );
    const given = RENEWING - out.size;
    expect(answers).toEqual(out.size > 0 ? { lease: given, not_covered: out.size } : { lease: given });
    const [row] = await database.asOwner('select count(*)::int as leases, count(distinct agent_id)::int as agents from leases');
    expect(row).toEqual({ leases: given, agents: given });
  }, 120_000);

  it.each<[string, (own: (typeof crowd)[number]) => [sql: string, values: readonly unknown[]]]>([
    [
      'an objection of its person',
      ({ person }) => [
        `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ('o_crowd', $1, $2, 'x', 'OBJ-C', now(), '2026-03-20')`,
        [toolId, person],
      ],
    ],
    [
      'a request of its person about their data',
      ({ person }) => [
        `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ('r_crowd', $1, $2, 'restriction', 'x', 'RR-C', now(), '2026-03-20')`,
        [toolId, person],
      ],
    ],
    ['its device, when HR’s list gives it to another', ({ person }) => [`update persons set device = 'L-OTHER' where id = $1`, [person]]],
    ['its person, who leaves', ({ person }) => [`update persons set ends_on = '2026-12-31' where id = $1`, [person]]],
    ['its block', ({ id }) => [`update agents set blocked_at = now(), blocked_by = 'p', blocked_reason = 'x' where id = $1`, [id]]],
    ['the end of its binding', ({ id }) => [`update agent_persons set ended_at = now() where agent_id = $1`, [id]]],
  ])('hears of %s at once, alone of all agents of the tool', async (_what, change) => {
    const signals = new AgentSignals(services.config, services.keys);
    await signals.onModuleInit();
    const [own, other] = crowd.slice(-2) as [(typeof crowd)[number], (typeof crowd)[number]];
    const marks = [own, other].map(({ id }) => signals.mark(toolId, id));
    const begun = performance.now();
    const heard = signals.wait(toolId, own.id, marks[0]!, 5 * SECOND);
    const unheard = signals.wait(toolId, other.id, marks[1]!, 300);
    await database.asOwner(...change(own));
    expect(await heard).not.toBe(marks[0]);
    expect(performance.now() - begun).toBeLessThan(4 * SECOND);
    expect(await unheard).toBe(marks[1]);
    await signals.onModuleDestroy();
  });

  it(`hears of a withdrawal: of ${LISTENING} that listen and measure, 99 of every 100 are refused within 5 s, and so is what they send`, async () => {
    const measure = measuring(database, services, clock);
    const measured = crowd.slice(0, LISTENING).filter(({ person }) => !out.has(person));
    const leases = await Promise.all(measured.map(async (agent) => measure.limited((await lease(agent)).lease, LIMITS)));
    clock.advance({ minutes: 1 });
    const sends = async (at: number): Promise<boolean> => {
      const answer = await measure.send(measured[at] as unknown as GivenAgent, leases[at]!, [{ value: 1 }]).catch(() => null);
      return answer !== null && answer.accepted === 1;
    };
    for (let at = 0; at < measured.length; at += 1) expect(await sends(at)).toBe(true);
    const signals = new AgentSignals(services.config, services.keys);
    await signals.onModuleInit();
    const mark = signals.mark(toolId, crowd[0]!.id);
    clock.advance({ minutes: 2 });
    const stops = new StopService(database.transactions, clock);
    let stoppedAt = Infinity;
    const listening = crowd.slice(0, LISTENING).map(async (agent) => {
      await signals.wait(toolId, agent.id, mark, 60 * SECOND);
      const answer = await ask(agent);
      return { answer, took: performance.now() - stoppedAt };
    });
    const lastAccepted = measured.map(async (_agent, at) => {
      let accepted = -Infinity;
      for (let tries = 0; tries < 25 && (await sends(at)); tries += 1) accepted = performance.now();
      return accepted;
    });
    await stops.stop(actorOf(staff.chair), toolId, { reason: '', key: randomUUID() });
    stoppedAt = performance.now();
    const ended = await Promise.all(listening);
    await signals.onModuleDestroy();
    expect(countOf(ended.map(({ answer }) => answer))).toEqual({ 'tool.stopped': LISTENING });
    const took = ended.map((one) => one.took).sort((a, b) => a - b);
    expect(took[Math.floor(LISTENING * 0.99)]).toBeLessThan(5 * SECOND);
    const after = (await Promise.all(lastAccepted)).map((at) => at - stoppedAt).sort((a, b) => a - b);
    expect(after[Math.floor(measured.length * 0.99)]).toBeLessThan(5 * SECOND);
    expect(await sends(0)).toBe(false);
  }, 120_000);
});
