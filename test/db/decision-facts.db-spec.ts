import { randomUUID } from 'node:crypto';
import { FactChannel } from '../../src/features/decisions/fact-channel.service.js';
import { GateService } from '../../src/features/gate/index.js';
import { type Config, readSettings } from '../../src/platform/config/index.js';
import { TestClock } from '../support/clock.js';
import { databaseFor, type TestDatabase } from '../support/database.js';
import { type AgentServices, agentServices, type GivenAgent, givenAgent, givenNativeTool } from '../support/given-agents.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, givenUnit, type Staff } from '../support/given-people.js';
import { until } from '../support/guarded.js';

const clock = new TestClock('2026-02-20T10:00:00Z');
let database: TestDatabase;
let staff: Staff;
let services: AgentServices;
let agent: GivenAgent;
let toolId: string;
let channel: FactChannel;
const heard: string[] = [];

beforeAll(async () => {
  database = await databaseFor('decision_facts');
  staff = await database.transactions.run((tx) => givenStaff(tx));
  services = await agentServices(database, clock);
  const version = await database.transactions.run(async (tx) => {
    const made = await givenNativeTool(tx, new Date('2026-01-12T08:00:00Z'), { unitIds: [staff.employee.unitId], isPlatform: true });
    await givenChain(tx, made, staff);
    return made;
  });
  toolId = version.toolId;
  await new GateService(database.transactions, clock).activate(actorOf(staff.it), toolId, version.number, randomUUID());
  agent = await givenAgent(services, clock, staff, { toolId, person: staff.employee });
  await agent.ask(staff.employee.id);
  const config: Config = { ...readSettings({}), baseUrl: 'http://localhost:1', databaseUrl: database.appUrl, mailFolder: '' };
  channel = new FactChannel(config);
  channel.open({ onFact: (kind, id) => heard.push(`${kind}:${id}`), onGap: () => undefined });
  await channel.untilTrusted(5000);
});
afterAll(async () => {
  await channel.onModuleDestroy();
  await services.close();
  await database.close();
});

type Told = 't' | 'a' | 'p';
const OBJECTION = `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on) values ('o_1', $1, $2, 'x', 'OBJ-1', now(), '2026-03-20')`;
const REQUEST = `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ('r_1', $1, $2, 'restriction', 'x', 'RR-1', now(), '2026-03-20')`;
const INCIDENT = `insert into incidents (id, tool_id, agent_id, kind, reference, raised_at) values ('i_1', $1, $2, 'heartbeat_missing', 'INC-1', now())`;

/** Whatever a decision rests on: a change that is not told would be believed for a minute. */
describe('a change of a fact is told when it is committed', () => {
  it.each<[what: string, sql: string, of: readonly ('tool' | 'agent' | 'person')[], told: readonly Told[]]>([
    ['a stop or a change of a tool', 'update generations set generation = generation + 1 where tool_id = $1', ['tool'], ['t']],
    ['settings that differ', 'update settings_reports set matches = false where source_id = $1', ['agent'], ['t', 'a']],
    ['a block', `update agents set blocked_at = now(), blocked_by = 'p', blocked_reason = 'x' where id = $1`, ['agent'], ['a']],
    ['an agent that went silent', INCIDENT, ['tool', 'agent'], ['a']],
    [
      'the end of that',
      `insert into incident_ends (incident_id, reason, by_role, at) select id, 'x', 'it_admin', now() from incidents where agent_id = $1`,
      ['agent'],
      ['a'],
    ],
    ['the end of a binding', 'update agent_persons set ended_at = now() where agent_id = $1', ['agent'], ['a']],
    ['a role', `insert into role_grants (id, person_id, role, granted_at) values ('g_1', $1, 'manager', now())`, ['person'], ['p']],
    ['a role that ends', 'update role_grants set ended_at = now() where person_id = $1', ['person'], ['p']],
    ['somebody who leaves', 'update persons set left_at = now() where id = $1', ['person'], ['p', 'a']],
    [
      'a notice that was opened',
      "update notice_deliveries set opened_at = now() + interval '1 second' where person_id = $1",
      ['person'],
      ['p'],
    ],
    ['an objection', OBJECTION, ['tool', 'person'], ['p']],
    ['a request for restriction', REQUEST, ['tool', 'person'], ['p']],
    [
      'a lot that was drawn',
      `insert into cover_people (tool_id, person_id, turn_days, drawn_at, until_at) values ($1, $2, 1, now(), now() + interval '1 day')`,
      ['tool', 'person'],
      ['p'],
    ],
    ['the end of its turn', 'delete from cover_people where tool_id = $1', ['tool'], ['p']],
    [
      'somebody at whom it is always off',
      'insert into always_off_people (tool_id, person_id, since) values ($1, $2, now())',
      ['tool', 'person'],
      ['p'],
    ],
  ])('%s', async (_what, sql, of, told) => {
    const ids = { tool: toolId, agent: agent.id, person: staff.employee.id };
    const expected = told.map((kind) => `${kind}:${{ t: ids.tool, a: ids.agent, p: ids.person }[kind]}`);
    heard.length = 0;
    await database.asOwner(
      sql,
      of.map((each) => ids[each]),
    );
    await until(`${expected.join(' and ')} is told`, () => expected.every((one) => heard.includes(one)), 3000);
  });

  it('of who moves to another unit, leaves or gets another manager: whoever is above sees the figures of others', async () => {
    const elsewhere = await database.transactions.run((tx) => givenUnit(tx, 'Archief'));
    for (const sql of [
      'update persons set unit_id = $2 where id = $1',
      'update persons set manager_id = null where id = $1 and $2::text is not null',
      'update persons set left_at = now() where id = $1 and $2::text is not null',
    ]) {
      heard.length = 0;
      await database.asOwner(sql, [staff.colleague.id, elsewhere]);
      await until('it is told', () => heard.includes('m:') && heard.includes(`p:${staff.colleague.id}`), 3000);
    }
  });
});
