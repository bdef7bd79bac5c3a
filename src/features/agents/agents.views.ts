import type { Language, Role } from '../../kernel/actor.js';
import { formatInstant, formatInstantDay, text } from '../../platform/i18n/index.js';
import { runsOnLeases } from '../../policy/index.js';
import { gatePaths, MAY_STOP } from '../gate/index.js';
import { agentsCatalogue } from './agents.catalogue.js';
import { agentPaths } from './agents.paths.js';
import type { AgentReading, CheckedAgent } from './agents.service.js';
import { agentState } from './domain/agent-state.js';
import { type Check, checkAgent } from './domain/checks.js';
import type { SettingDifference } from './domain/settings-sheet.js';
import { incidentPaths } from './incidents/incidents.paths.js';
import type { AgentPageProps, CheckView } from './web/agent-page.js';
import type { AgentLine } from './web/list-page.js';

const factsOf = (agent: CheckedAgent) => ({
  retired: agent.retiredAt !== null,
  blocked: agent.blockedAt !== null,
  settingsMatch: agent.settingsMatch,
  bound: agent.bound,
});

export const lineOf = (agent: CheckedAgent): AgentLine => {
  const { id, device, toolName, seenOn } = agent;
  return { id, device, toolName, seenOn, state: agentState(factsOf(agent)) };
};

type Words = ReturnType<typeof text<keyof (typeof agentsCatalogue)['nl']>>;
type Said = Pick<CheckView, 'title' | 'lines' | 'code' | 'mendedBy' | 'action'>;
type Say = (read: AgentReading, t: Words, language: Language, holds: boolean) => Said;

const toolCheck: Say = ({ gate }, t, language, holds) => {
  const title = t(holds ? 'check.L1' : 'check.L1.open');
  const { number } = gate.version;
  if (holds && gate.activation)
    return { title, lines: [t('check.L1.yes', { number, date: formatInstantDay(gate.activation.activated_at, language) })] };
  const dossier = { href: gatePaths.dossier(gate.version.toolId), text: t('action.dossier') };
  if (gate.suspension?.cause === 'stopped')
    return { title, lines: [t('check.L1.stopped')], code: 'tool.stopped', mendedBy: stopperOf(gate.suspension.by_role), action: dossier };
  const restart = { href: gatePaths.restart(gate.version.toolId), text: t('action.restart') };
  if (gate.suspension) return { title, lines: [t('check.L1.suspended')], code: 'tool.suspended', mendedBy: 'it_admin', action: restart };
  if (gate.activation)
    return { title, lines: [t('check.L1.noLeases', { number })], code: 'tool.not_activated', mendedBy: 'it_admin', action: dossier };
  const platform = gate.platformActive || gate.version.tool.isPlatform ? [] : [t('check.L1.platform')];
  return {
    title,
    lines: [t('check.L1.notActivated', { number }), ...platform],
    code: 'tool.not_activated',
    mendedBy: 'it_admin',
    action: dossier,
  };
};

const stopperOf = (role: string): Role => MAY_STOP.find((one) => one === role) ?? 'it_admin';

const deviceCheck: Say = ({ agent, owesReceipt }, t, language, holds) => {
  const title = t(holds ? 'check.L2' : 'check.L2.open');
  const again = { href: agentPaths.enrol, text: t('action.again') };
  const { retiredAt, retiredReason, blockedAt, blockedReason } = agent;
  if (retiredAt) {
    const line = t('check.L2.retired', { date: formatInstantDay(retiredAt, language), reason: retiredReason ?? '' });
    return { title, lines: [line], code: 'agent.blocked', mendedBy: 'it_admin', action: again };
  }
  const incidents = { href: incidentPaths.list, text: t('action.incidents') };
  if (!blockedAt && owesReceipt)
    return {
      title: t('check.L2.silentTitle'),
      lines: [t('check.L2.silent')],
      code: 'receipt.missing',
      mendedBy: 'it_admin',
      action: incidents,
    };
  if (!blockedAt) return { title, lines: [t('check.L2.yes', { date: formatInstantDay(agent.enrolledAt, language) })] };
  const line = t('check.L2.blocked', { date: formatInstantDay(blockedAt, language), reason: blockedReason ?? '' });
  return { title, lines: [line], code: 'agent.blocked', mendedBy: 'it_admin', action: again };
};

const difference = ({ name, approved, here }: SettingDifference, t: Words): string => {
  if (approved === null) return t('check.L3.extra', { name, here: here ?? '' });
  return here === null ? t('check.L3.absent', { name, approved }) : t('check.L3.setting', { name, here, approved });
};

const settingsCheck: Say = ({ agent, gate, differences }, t, _language, holds) => {
  const { number } = gate.version;
  if (holds) return { title: t('check.L3', { number }), lines: [t('check.L3.yes')] };
  const open = { code: 'settings.differ', mendedBy: 'it_admin' } as const;
  if (agent.settingsMatch === null && differences === null) return { title: t('check.L3.unknown'), lines: [t('check.L3.silent')], ...open };
  const apart = (differences ?? []).filter(({ same }) => !same);
  const lines = apart.length > 0 ? apart.map((one) => difference(one, t)) : [t('check.L3.hash')];
  return { title: t('check.L3.open', { number }), lines, ...open, action: { href: '#settings', text: t('action.restore') } };
};

const requirementsCheck: Say = ({ gate, missing }, t, _language, holds) => {
  const title = t(holds ? 'check.L4' : 'check.L4.open');
  if (holds) return { title, lines: [t('check.L4.yes')] };
  const turn = gate.states.find(({ id }) => id === missing[0])?.turn ?? 'hr_registrar';
  const action = { href: gatePaths.dossier(gate.version.toolId), text: t('action.dossier') };
  return {
    title,
    lines: [t('check.L4.no', { n: missing.length, ids: missing.join(', ') })],
    code: 'requirement.missing',
    mendedBy: turn,
    action,
  };
};

const personCheck: Say = ({ persons }, t, _language, holds) => {
  const title = t(holds ? 'check.L5' : 'check.L5.open');
  if (!holds) return { title, lines: [t('check.L5.no')], code: 'not_covered', mendedBy: 'employee' };
  return { title, lines: [t('check.L5.yes'), t('check.L5.persons', { ids: persons.join(', ') })] };
};

const SAY: Readonly<Record<Check, Say>> = {
  L1: toolCheck,
  L2: deviceCheck,
  L3: settingsCheck,
  L4: requirementsCheck,
  L5: personCheck,
};

const bannerOf = ({ refusal }: AgentReading, fine: boolean, t: Words, language: Language): AgentPageProps['banner'] => {
  if (fine) return { kind: 'success', heading: t('agent.fine'), text: t('agent.fineText') };
  const when = refusal ? t('agent.refusedAt', { when: formatInstant(refusal.at, language) }) : t('agent.willRefuse');
  return { kind: 'error', heading: t('agent.refused'), text: when };
};

export const agentProps = (read: AgentReading, language: Language): AgentPageProps => {
  const t = text(agentsCatalogue, language);
  const { agent, gate, missing, differences } = read;
  const { retired, blocked, bound, settingsMatch } = factsOf(agent);
  const results = checkAgent({
    activated: gate.activation !== null && runsOnLeases(gate.version.enforcement),
    suspended: gate.suspension !== null,
    blocked: blocked || retired || read.owesReceipt,
    settingsMatch,
    requirementsMet: missing.length === 0,
    bound,
  });
  const fine = results.every(({ holds }) => holds);
  return {
    agentId: agent.id,
    device: agent.device,
    toolName: agent.toolName,
    number: gate.version.number,
    checks: results.map(({ check, holds }) => ({ check, holds, ...SAY[check](read, t, language, holds) })),
    banner: bannerOf(read, fine, t, language),
    differences,
    meanings: new Map(gate.version.sheet.map(({ name, meaningNl, meaningEn }) => [name, language === 'nl' ? meaningNl : meaningEn])),
    hashOnly: differences === null && settingsMatch === false,
    retired,
    blocked,
  };
};
