import { type Actor, COUNCIL_ROLES, type Language, type Role } from '../../kernel/actor.js';
import { ACT_NEEDS, REQUIREMENTS, remedyOf, type RequirementState, citationOf, statementOf } from '../../policy/index.js';
import { formatInstantDay, roleName, text } from '../../platform/i18n/index.js';
import type { State } from '../../platform/ui/index.js';
import { rolesWithOpenAnswers } from './domain/answer-turns.js';
import { deciderStep } from './domain/chain-words.js';
import { heldSince, type PastAct } from './domain/held-since.js';
import { consultationPaths } from '../consultation/index.js';
import { gateCatalogue } from './gate.catalogue.js';
import { gatePaths } from './gate.paths.js';
import { overLines } from './limits-view.js';
import { stepPath } from './step-paths.js';
import type { Gate } from './read-gate.js';
import type { OpenWarning } from './web/activate-page.js';
import type { RequirementGroup, RequirementView } from './web/requirement-groups.js';

const TAGS: Readonly<Record<RequirementState['state'], State>> = {
  met: 'met',
  met_with_warning: 'warning',
  blocked: 'blocked',
  waiting: 'waiting',
  later: 'later',
  not_applicable: 'na',
};

const groupOf = (state: RequirementState, actor: Actor, gate: Gate): RequirementGroup => {
  if (state.state === 'not_applicable') return 'na';
  if (state.state === 'later') return 'later';
  if (!state.missing) return 'met';
  if (state.id === 'E3' && rolesWithOpenAnswers(gate.dossier).some((role) => role === actor.role)) return 'todo';
  return state.turn !== null && state.turn === actor.role ? 'todo' : 'waiting';
};

/** Which failing rules are named: those that can be mended now, or all. */
type Naming = 'now' | 'all';

const findings = (state: RequirementState, language: Language): RequirementView['lines'] => {
  const t = text(gateCatalogue, language);
  return state.failing.map((rule) => {
    const words = remedyOf(rule, language);
    const warns = state.unaccepted.includes(rule) || state.state === 'met_with_warning';
    return {
      text: warns ? t('req.warning', { text: words }) : words,
      source: citationOf(rule, language),
      rule,
      href: gatePaths.rule(rule),
    };
  });
};

/** What a requirement that cannot begin yet waits for: the open requirements that its act needs. */
const waitsFor = (state: RequirementState, gate: Gate): string => {
  const act = ({ E7: 'send_request', E9: 'record_decision', E10: 'final_decision' } as const)[state.id as 'E7' | 'E9' | 'E10'];
  const before = act
    ? ACT_NEEDS[act]
    : ({ E5: ['E3'], E6: ['E5'], E8: ['E7'], E11: ['E10'] } as Record<string, readonly string[]>)[state.id];
  return gate.states
    .filter(({ id, missing }) => missing && before?.includes(id))
    .map(({ id }) => id)
    .join(', ');
};

const CONDITION_UNKEPT = 'NL-WOR-27-08';

/** Beside the rule about conditions: which setting goes over which, and which promise was not kept. */
const withOver = (state: RequirementState, gate: Gate, found: RequirementView['lines'], language: Language): RequirementView['lines'] => {
  const unkept = state.failing.some((rule) => rule === CONDITION_UNKEPT);
  return unkept ? [...found, ...overLines(gate, language).map((line) => ({ text: line }))] : found;
};

/** Acts of one person: whose turn it is says it all. */
const ACTS_OF_ONE: readonly string[] = ['E5', 'E7', 'E8', 'E9'];

const linesOf = (state: RequirementState, gate: Gate, actor: Actor, naming: Naming): RequirementView['lines'] => {
  const { language } = actor;
  const t = text(gateCatalogue, language);
  const found = withOver(state, gate, findings(state, language), language);
  if (state.state === 'later') {
    const ids = waitsFor(state, gate);
    return ids === '' ? found : [{ text: t('req.after', { ids }) }, ...(naming === 'all' ? found : [])];
  }
  if (state.state === 'waiting' && state.turn) {
    const turn = state.turn === actor.role ? t('req.yourTurn') : t('req.waitsFor', { role: roleName(state.turn, language) });
    return [{ text: turn }, ...(naming === 'now' && ACTS_OF_ONE.includes(state.id) ? [] : found)];
  }
  if (state.state === 'not_applicable') return [{ text: t('req.na.platform') }];
  if (state.id === 'E9' && gate.consultation.proofs.paperSignatureId) return [{ text: t('req.byHand') }, ...found];
  return found;
};

/**
 * Every requirement as this person sees it: the same verdict for everyone, only the links differ. What cannot begin yet says what it
 * waits for; naming `all`, as before an activation, it says which rules fail as well.
 */
export const requirementViews = (
  gate: Gate,
  actor: Actor,
  naming: Naming = 'now',
  acts: readonly PastAct[] = [],
): readonly RequirementView[] => {
  const t = text(gateCatalogue, actor.language);
  return gate.states.map((state) => {
    const requirement = REQUIREMENTS.find(({ id }) => id === state.id)!;
    const group = groupOf(state, actor, gate);
    const href = group === 'todo' ? stepPath(state.id, gate, actor.role as Role) : null;
    const since = sinceOf(state.id, gate) ?? heldSince(state.id, gate.version.registeredAt, acts);
    return {
      id: state.id,
      title: state.id === 'E9' ? t(`req.${deciderStep(gate.dossier)}`) : requirement.title[actor.language],
      tag: TAGS[state.state],
      group,
      tagText: group === 'todo' && state.state === 'waiting' ? t('req.yours') : undefined,
      lines: [...notesOn(state, gate, actor), ...linesOf(state, gate, actor, naming)],
      source: requirement.source[actor.language],
      by: roleName(state.turn ?? requirement.owner, actor.language),
      since: since && state.missing && state.state !== 'later' ? formatInstantDay(since, actor.language) : undefined,
      action: href ? { href, text: t('action.open') } : undefined,
    };
  });
};

const SEE_CASES: readonly Actor['role'][] = [
  ...COUNCIL_ROLES,
  'pvt_contact',
  'group_officer',
  'director',
  'hr_registrar',
  'dpo',
  'privacy_officer',
];

/** Questions without an answer stand with the meeting until it was held, and with the council's decision after that; a condition left out with both decisions. */
const notesOn = ({ id }: RequirementState, gate: Gate, actor: Actor): RequirementView['lines'] => {
  const t = text(gateCatalogue, actor.language);
  const { notes, checks } = gate.consultation;
  const href = notes.requestId && SEE_CASES.includes(actor.role) ? consultationPaths.casePage(notes.requestId, 'questions') : undefined;
  const asked = notes.openQuestions > 0 && id === (checks.E8.holds ? 'E9' : 'E8');
  return [
    ...(asked ? [{ text: t('req.questions', { n: notes.openQuestions }), source: t('req.questionsLink'), href }] : []),
    ...(notes.leftOut && (id === 'E9' || id === 'E10') ? [{ text: t('req.leftOut') }] : []),
  ];
};

const sinceOf = (id: string, gate: Gate): Date | null => {
  const { checks } = gate.consultation;
  if (id === 'E7' || id === 'E8' || id === 'E9' || id === 'E10') return checks[id].since;
  return null;
};

/** Warnings that nobody has accepted yet, with what they say. */
export const openWarnings = (gate: Gate, language: Language): readonly OpenWarning[] =>
  gate.unaccepted.map((rule) => ({ rule, text: statementOf(rule, language), source: citationOf(rule, language) }));
