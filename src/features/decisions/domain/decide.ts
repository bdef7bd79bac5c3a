import { isWithinHours } from '../../../policy/index.js';
import { BLOCKED, decideLease, type LeaseFacts } from '../../agents/index.js';
import { type Decision, denied, PERMITTED } from './decision.js';
import type { Question } from './question.js';
import type { AgentStanding, Known, ToolStanding } from './standing.js';

/** The tool that a resource belongs to, as the question names it. */
export interface Target {
  readonly type: string;
  /** The activation, or the dashboard, that is asked about. */
  readonly part: string | null;
}

export const ACTIONS = ['collect', 'activate', 'view'] as const;
export type ActionName = (typeof ACTIONS)[number];

/** Which subject can do what with which resource. Everything else is no. */
const MEANT: Readonly<Record<ActionName, { readonly subjects: readonly string[]; readonly resources: readonly string[] }>> = {
  collect: { subjects: ['agent', 'person'], resources: ['tool', 'activation'] },
  activate: { subjects: ['person'], resources: ['tool'] },
  view: { subjects: ['person'], resources: ['dashboard'] },
};

export const isMeant = (subject: string, action: string, resource: string): boolean => {
  const meant = ACTIONS.includes(action as ActionName) ? MEANT[action as ActionName] : null;
  return meant !== null && meant.subjects.includes(subject) && meant.resources.includes(resource);
};

const NOT_MEANT = denied([{ code: 'question.not_meant' }]);
const NO_RESOURCE = denied([{ code: 'resource.unknown' }]);
const NO_AGENT = denied([{ code: 'agent.unknown', turn: 'it_admin' }]);
/** About a person at whom nobody may look further: not who they are, nor which of the reasons it was. */
const NOT_PERMITTED = denied([{ code: 'person.not_permitted' }]);
/** Figures are shown only while Countersign itself is approved. */
const NO_PLATFORM = denied([{ code: 'platform.not_active' }]);
const NOT_IN_SCOPE = denied([{ code: 'scope.exceeded' }]);

/** The facts of a lease, of which this answer is the forecast. */
const leaseFacts = (
  { lease, approvedHash }: ToolStanding,
  activated: boolean,
  withinHours: boolean,
  agent: AgentStanding | null,
  covered: boolean,
): LeaseFacts => ({
  missing: lease.missing,
  activated,
  suspension: lease.suspension,
  platformActive: lease.platformActive,
  withinHours,
  settingsMatch: agent === null || agent.shown === approvedHash,
  owesReceipt: agent !== null && agent.owesReceipt,
  covered,
});

/** What follows for a tool as it stands, by everything else that a lease depends on. A tool that changed is another standing, with none of this. */
const followed = new WeakMap<ToolStanding, Map<number, Decision>>();
const once = (tool: ToolStanding, key: number, work: () => Decision): Decision => {
  const answers = followed.get(tool) ?? new Map<number, Decision>();
  if (answers.size === 0) followed.set(tool, answers);
  const known = answers.get(key);
  if (known) return known;
  const answer = work();
  answers.set(key, answer);
  return answer;
};
const bits = (...facts: readonly boolean[]): number => facts.reduce((all, fact) => all * 2 + (fact ? 1 : 0), 1);

const forLease = (
  tool: ToolStanding,
  activated: boolean,
  withinHours: boolean,
  agent: AgentStanding | null,
  covered: boolean,
): Decision => {
  const facts = leaseFacts(tool, activated, withinHours, agent, covered);
  return once(tool, bits(activated, withinHours, facts.settingsMatch, facts.owesReceipt, covered), () => {
    const decided = decideLease(facts);
    return decided.granted ? PERMITTED : denied(decided.reasons, decided.missing);
  });
};
/** Below every key of a lease, which begin with a bit that is set. */
const TO_ACTIVATE = 0;

const collect = (question: Question, target: Target, { tool, agent, covered }: Known, now: Date): Decision => {
  if (!tool) return NO_RESOURCE;
  if (question.subject.type === 'agent') {
    if (!agent || agent.toolId !== tool.toolId) return NO_AGENT;
    if (agent.blocked) return denied(BLOCKED.reasons);
  }
  const isOn = tool.lease.activated && (agent === null || tool.onLeases);
  const activated = isOn && (target.type !== 'activation' || target.part === tool.activationId);
  const withinHours = tool.hours === null || isWithinHours(tool.hours, now);
  const decided = forLease(tool, activated, withinHours, agent, covered);
  if (!decided.decision) return decided;
  const { measure } = question.action;
  return measure === null || tool.scope.includes(measure) ? PERMITTED : NOT_IN_SCOPE;
};

/** What stands in the way whoever asks, and then whether this person may. */
const activate = ({ tool, person }: Known): Decision => {
  if (!tool) return NO_RESOURCE;
  const { reasons, missing } = tool.toActivate;
  if (reasons.length > 0) return once(tool, TO_ACTIVATE, () => denied(reasons, missing));
  return person?.roles.includes('it_admin') && !tool.barred.includes(person.personId) ? PERMITTED : NOT_PERMITTED;
};

/** A manager sees the dashboards of the people below; the other roles that a dashboard names see it whole. */
const maySee = ({ roles, units }: NonNullable<Known['person']>, board: ToolStanding['dashboards'][number]): boolean =>
  board.viewers.some((viewer) => roles.includes(viewer) && (viewer !== 'manager' || board.units.some((unit) => units.includes(unit))));

const view = (target: Target, { tool, person }: Known): Decision => {
  const board = tool?.dashboards.find(({ code }) => code === target.part);
  if (!tool || !board) return NO_RESOURCE;
  const decided = forLease(tool, tool.lease.activated, true, null, true);
  if (!decided.decision) return decided;
  if (!tool.lease.platformActive) return NO_PLATFORM;
  return person && maySee(person, board) ? PERMITTED : NOT_PERMITTED;
};

/** The answer to one question from what is known now. It reads nothing of the request but whom and what it is about. */
export const decide = (question: Question, target: Target, known: Known, now: Date): Decision => {
  const { subject, action, resource } = question;
  if (!isMeant(subject.type, action.name, resource.type)) return NOT_MEANT;
  if (action.name === 'collect') return collect(question, target, known, now);
  return action.name === 'activate' ? activate(known) : view(target, known);
};
