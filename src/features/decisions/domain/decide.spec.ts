import type { Role } from '../../../kernel/actor.js';
import { ACTIONS, decide, isMeant, type Target } from './decide.js';
import type { Question } from './question.js';
import type { AgentStanding, Known, PersonStanding, ToolStanding } from './standing.js';

const NOW = new Date('2026-03-05T09:00:00Z');
const ALWAYS = { from: 0, until: Number.POSITIVE_INFINITY };

const toolWith = (changes: Partial<ToolStanding> = {}): ToolStanding => ({
  ...ALWAYS,
  toolId: 't_1',
  activationId: 'act_1',
  lease: { missing: [], activated: true, suspension: null, platformActive: true },
  onLeases: true,
  approvedHash: 'sha-256:approved',
  hours: null,
  scope: ['logins'],
  toActivate: { reasons: [], missing: [] },
  barred: [],
  dashboards: [{ code: 'share', viewers: ['manager', 'dpo'], units: ['u_1'] }],
  cover: { versionId: 'v_1', accepted: [], alwaysOffPercent: null },
  ...changes,
});
const agentWith = (changes: Partial<AgentStanding> = {}): AgentStanding => ({
  ...ALWAYS,
  agentId: 'a_1',
  toolId: 't_1',
  blocked: false,
  shown: 'sha-256:approved',
  owesReceipt: false,
  persons: ['p_1'],
  ...changes,
});
const personWith = (roles: readonly Role[], units: readonly string[] = []): PersonStanding => ({
  ...ALWAYS,
  personId: 'p_1',
  roles,
  units,
});

const ask = (
  known: Partial<Known>,
  { subject = 'agent', action = 'collect', measure = null, target = { type: 'tool', part: null }, now = NOW }: Asked = {},
): string => {
  const question: Question = {
    subject: { type: subject, id: 'x', person: null },
    action: { name: action, measure },
    resource: { type: target.type, id: 'x', person: null },
  };
  const { decision, context } = decide(question, target, { tool: null, agent: null, person: null, covered: false, ...known }, now);
  return decision ? 'yes' : String(context?.['reason']);
};
interface Asked {
  readonly subject?: string;
  readonly action?: string;
  readonly measure?: string | null;
  readonly target?: Target;
  readonly now?: Date;
}

describe('what a question can mean', () => {
  it('is one of six, and everything else is no', () => {
    const kinds = ['agent', 'person', 'tool', 'activation', 'dashboard', '', 'constructor'];
    const meant = kinds.flatMap((subject) =>
      [...ACTIONS, 'delete', 'toString', '__proto__'].flatMap((action) =>
        kinds.filter((resource) => isMeant(subject, action, resource)).map((resource) => `${subject} ${action} ${resource}`),
      ),
    );
    expect(meant).toEqual([
      'agent collect tool',
      'agent collect activation',
      'person collect tool',
      'person collect activation',
      'person activate tool',
      'person view dashboard',
    ]);
    expect(ask({ tool: toolWith(), agent: agentWith(), covered: true }, { action: 'delete' })).toBe('question.not_meant');
  });
});

describe('collecting', () => {
  const all = { tool: toolWith(), agent: agentWith(), covered: true };
  const ON = { type: 'activation', part: 'act_1' };

  it('is permitted when nothing stands in the way, for the tool and for its activation', () => {
    expect([ask(all), ask(all, { target: ON }), ask({ ...all, agent: null }, { subject: 'person' })]).toEqual(['yes', 'yes', 'yes']);
  });

  it.each<[string, Partial<Known>, Asked, string]>([
    ['a tool that is not there', { tool: null }, {}, 'resource.unknown'],
    ['an agent that nobody enrolled', { agent: null }, {}, 'agent.unknown'],
    ['the agent of another tool', { agent: agentWith({ toolId: 't_2' }) }, {}, 'agent.unknown'],
    ['a blocked agent', { agent: agentWith({ blocked: true }) }, {}, 'agent.blocked'],
    ['other settings than approved', { agent: agentWith({ shown: 'sha-256:other' }) }, {}, 'settings.differ'],
    ['no settings shown', { agent: agentWith({ shown: null }) }, {}, 'settings.differ'],
    ['a tool that gives no leases', { tool: toolWith({ onLeases: false }) }, {}, 'tool.not_activated'],
    ['a stop receipt that is owed', { agent: agentWith({ owesReceipt: true }) }, {}, 'receipt.missing'],
    ['somebody who may not be measured', { covered: false }, {}, 'not_covered'],
    ['an earlier activation', {}, { target: { type: 'activation', part: 'act_0' } }, 'tool.not_activated'],
    ['what the version does not hold', {}, { measure: 'screens' }, 'scope.exceeded'],
  ])('is not, with %s', (_what, change, asked, reason) => expect(ask({ ...all, ...change }, asked)).toBe(reason));

  it('of a person does not wait for leases', () =>
    expect(ask({ ...all, tool: toolWith({ onLeases: false }), agent: null }, { subject: 'person' })).toBe('yes'));

  it('is permitted for what the version holds', () => expect(ask(all, { measure: 'logins' })).toBe('yes'));

  it('names the first step that lacks, and all of them', () => {
    const missing = [{ id: 'E9', code: 'council_consent', rules: ['NL-WOR-27-01'], turn: 'or_chair' }] as const;
    const tool = toolWith({ lease: { missing, activated: false, suspension: null, platformActive: true } });
    const question: Question = {
      subject: { type: 'agent', id: 'a_1', person: null },
      action: { name: 'collect', measure: null },
      resource: { type: 'tool', id: 't_1', person: null },
    };
    const answer = decide(question, { type: 'tool', part: null }, { tool, agent: agentWith(), person: null, covered: true }, NOW);
    expect(answer.context).toMatchObject({ reason: 'missing_prerequisite', missing: ['council_consent'] });
    expect(answer.context?.['reasons']).toHaveLength(2);
  });

  it('goes by the hours of now, though the rest was decided before', () => {
    const hours = { days: [4], from: '09:00', to: '17:00' };
    const tool = toolWith({ hours });
    const at = (time: string) => ask({ ...all, tool }, { now: new Date(time) });
    expect(at('2026-03-05T10:00:00Z')).toBe('yes');
    expect(at('2026-03-05T20:00:00Z')).not.toBe('yes');
    expect(at('2026-03-05T10:00:00Z')).toBe('yes');
  });

  it('remembers nothing of one agent for another', () => {
    const tool = toolWith();
    const asked = (agent: AgentStanding, covered: boolean) => ask({ tool, agent, covered });
    const strange = agentWith({ shown: 'sha-256:other' });
    expect([asked(agentWith(), true), asked(strange, true), asked(agentWith(), false), asked(agentWith(), true)]).toEqual([
      'yes',
      'settings.differ',
      'not_covered',
      'yes',
    ]);
  });
});

describe('switching on', () => {
  const asked = { subject: 'person', action: 'activate' };
  it('is for IT, when nothing lacks, and not for whoever had a part in the approval', () => {
    const it_admin = personWith(['employee', 'it_admin']);
    expect(ask({ tool: toolWith(), person: it_admin }, asked)).toBe('yes');
    expect(ask({ tool: toolWith({ barred: ['p_1'] }), person: it_admin }, asked)).toBe('person.not_permitted');
    expect(ask({ tool: toolWith(), person: personWith(['director']) }, asked)).toBe('person.not_permitted');
    expect(ask({ tool: toolWith() }, asked)).toBe('person.not_permitted');
    expect(ask({ person: it_admin }, asked)).toBe('resource.unknown');
  });

  it('says what lacks before anything about the person, the same for everybody', () => {
    const toActivate = { reasons: [{ code: 'platform.not_active' }], missing: [] };
    for (const person of [personWith(['it_admin']), personWith([]), null])
      expect(ask({ tool: toolWith({ toActivate }), person }, asked)).toBe('platform.not_active');
  });
});

describe('looking at a dashboard', () => {
  const asked = { subject: 'person', action: 'view', target: { type: 'dashboard', part: 'share' } };
  const looks = (person: PersonStanding | null, tool = toolWith(), target = asked.target) => ask({ tool, person }, { ...asked, target });

  it('is for the roles it names; for a manager with people of their own on it', () => {
    expect([looks(personWith(['dpo'])), looks(personWith(['manager'], ['u_1']))]).toEqual(['yes', 'yes']);
    for (const other of [personWith(['manager'], ['u_2']), personWith(['manager']), personWith(['director'], ['u_1']), null])
      expect(looks(other)).toBe('person.not_permitted');
  });

  it('is not, where there is none, or the tool is not on', () => {
    expect(looks(personWith(['dpo']), toolWith(), { type: 'dashboard', part: 'other' })).toBe('resource.unknown');
    const stopped = toolWith({ lease: { missing: [], activated: false, suspension: 'stopped', platformActive: true } });
    expect(looks(personWith(['dpo']), stopped)).toBe('tool.not_activated');
    const unapproved = toolWith({ lease: { missing: [], activated: true, suspension: null, platformActive: false } });
    expect(looks(personWith(['dpo']), unapproved)).toBe('platform.not_active');
  });
});
