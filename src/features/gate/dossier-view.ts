import type { Actor, Language } from '../../kernel/actor.js';
import type { Step } from '../../platform/ui/index.js';
import { formatDay, formatInstant, formatInstantDay, roleName, text } from '../../platform/i18n/index.js';
import { runsOnLeases } from '../../policy/index.js';
import { categoryName, declaredSections, gradeName, heldWords, plainName, valueLabel } from '../tools/index.js';
import { deciderStep } from './domain/chain-words.js';
import { MAY_STOP, mayStillStop } from './domain/stopping.js';
import { dossierTabs, READS_LIGHT } from './dossier-tabs.js';
import { gateCatalogue } from './gate.catalogue.js';
import { gatePaths } from './gate.paths.js';
import { conditionLines, limitLines } from './limits-view.js';
import { requirementViews } from './gate.views.js';
import type { DossierRead } from './list.service.js';
import type { Gate } from './read-gate.js';
import type { DossierView } from './web/dossier-page.js';

type T = (key: keyof (typeof gateCatalogue)['nl'], values?: Record<string, string | number>) => string;

const TONES = {
  draft: 'closed',
  closed: 'closed',
  unconsented: 'closed',
  open: 'open',
  active: 'active',
  suspended: 'suspended',
  stopped: 'stopped',
  never: 'never',
} as const;

const heading = ({ gate, startConfirmed }: DossierRead, t: T): string => {
  if (gate.state === 'active' && !runsOnLeases(gate.version.enforcement))
    return t(startConfirmed ? 'verdict.activeAttested' : 'verdict.ordered');
  const key = { draft: 'closed', unconsented: 'closed' }[gate.state as 'draft'] ?? gate.state;
  return t(`verdict.${key as 'closed'}`);
};

const heldOf = ({ version, dossier }: Gate) => ({ enforcement: version.enforcement, leaseMinutes: dossier.tool?.leaseMinutes ?? null });

const verdictLines = (gate: Gate, yours: number, t: T, language: Language): readonly string[] => {
  const standing = gate.states.filter(({ state }) => state !== 'not_applicable');
  const met = standing.filter(({ missing }) => !missing).length;
  const lines = [`${t('verdict.count', { met, all: standing.length })} ${t('verdict.yours', { n: yours })}`];
  if (gate.state === 'open') lines.unshift(t('verdict.openText'));
  if (gate.state === 'never') lines.unshift(t('verdict.neverText'));
  if (gate.activation)
    lines.unshift(
      t('verdict.activeSince', { date: formatInstantDay(gate.activation.activated_at, language), number: gate.activation.version_number }),
    );
  if (gate.suspension) {
    const { reason, at, by_role: role, cause } = gate.suspension;
    const why = cause === 'stopped' ? reason || t('stop.noReason') : `${t(`cause.${cause}`)}${reason ? ` (${reason})` : ''}`;
    lines.unshift(
      t('verdict.suspendedWhy', { reason: why.replace(/\.+$/, ''), date: formatInstant(at, language), role: roleName(role, language) }),
    );
  }
  if (!gate.platformActive && !gate.version.tool.isPlatform) lines.push(t('verdict.platform'));
  if (runsOnLeases(gate.version.enforcement)) lines.push(heldWords(heldOf(gate), language));
  return lines;
};

const CHAIN: readonly (readonly [string, readonly string[]])[] = [
  ['chain.registered', ['tool.registered']],
  ['chain.dpia', ['dpia.fixed']],
  ['chain.advice', ['advice.given']],
  ['chain.request', ['request.sent', 'claim.made']],
  ['chain.meeting', ['meeting.recorded', 'meeting.held']],
  ['chain.decision', ['decision.confirmed', 'decision.recorded']],
  ['chain.final', ['final-decision.sent', 'final-decision.taken', 'final-decision.made', 'introduction.decided']],
  ['chain.notice', ['notice.published']],
  ['chain.activation', ['tool.activated']],
];

const isDone = (gate: Gate, at: number): boolean => {
  const { chain, activation, version, assessment, consultation } = gate;
  const done = [
    version.registeredAt !== null,
    chain.dpiaFixed,
    assessment.chain.adviceGiven,
    chain.requestSent,
    consultation.checks.E8.holds && consultation.checks.E8.applies,
    consultation.checks.E9.holds,
    chain.finalDecided,
    chain.noticePublished,
    activation !== null,
  ];
  return done[at] ?? false;
};

const chainOf = ({ gate, timeline }: DossierRead, t: T, language: Language): readonly Step[] => {
  const now = CHAIN.findIndex((_, at) => !isDone(gate, at));
  return CHAIN.map(([key, types], at) => {
    const entry = timeline.findLast(({ type }) => types.includes(type));
    const done = isDone(gate, at);
    return {
      title: t(key === 'chain.decision' ? deciderStep(gate.dossier) : (key as 'chain.registered')),
      state: done ? 'done' : at === now ? 'now' : 'todo',
      by: done && entry ? `${roleName(entry.actorRole as Actor['role'], language)}` : undefined,
      when: done && entry ? `${formatInstantDay(entry.at, language)} · ${entry.reference}` : undefined,
    } satisfies Step;
  });
};

const factsOf = ({ gate, people }: DossierRead, t: T, language: Language): DossierView['facts'] => {
  const { version, dossier } = gate;
  return [
    { key: t('facts.vendor'), value: dossier.tool?.vendor ?? t('facts.none') },
    { key: t('facts.scope'), value: people > 0 ? t('facts.people', { n: people, units: version.scope.units.length }) : t('facts.none') },
    {
      key: t('facts.category'),
      value: dossier.tool?.category ? categoryName(dossier.tool.category, language) : t('facts.none'),
    },
    { key: t('facts.grade'), value: gradeName(version.enforcement, language) },
  ];
};

/** A member's objection to a light request is for who may read that request. */
const lightAlerts = (gate: Gate, actor: Actor, t: T): DossierView['alerts'] => {
  const { light, requestId } = gate.consultation.notes;
  return light?.objected && requestId === null && READS_LIGHT.some((role) => role === actor.role)
    ? [{ kind: 'warning', text: t('light.objected') }]
    : [];
};

const alertsOf = ({ gate, alarms, isOutOfSight }: DossierRead, actor: Actor, t: T): DossierView['alerts'] => {
  const { language } = actor;
  const { tool } = gate.version;
  const deadline = tool.stopOrRepairOn
    ? t('running.deadline', { date: formatDay(tool.stopOrRepairOn, language) })
    : t('running.noDeadline');
  return [
    ...lightAlerts(gate, actor, t),
    ...alarms.map(({ reference }) => ({ kind: 'error' as const, text: t('order.alarm', { reference, name: tool.name }) })),
    ...(isOutOfSight ? [{ kind: 'error' as const, text: t('outOfSight') }] : []),
    ...(tool.runsWithoutConsent && !gate.activation ? [{ kind: 'error' as const, text: t('running.withoutConsent', { deadline }) }] : []),
  ];
};

const actionsOf = (gate: Gate, actor: Actor, t: T): DossierView['actions'] => {
  const { toolId, number } = gate.version;
  const actions: DossierView['actions'][number][] = [];
  const isOff = !gate.suspension && gate.activation?.version_id !== gate.version.id;
  const ready = gate.open && isOff && actor.role === 'it_admin';
  if (ready) actions.push({ href: gatePaths.activate(toolId, number), text: t('activate.button'), kind: 'primary' });
  if (!ready && isOff && (actor.role === 'it_admin' || actor.role === 'hr_registrar'))
    actions.push({ href: gatePaths.activate(toolId, number), text: t('activate.look'), kind: 'secondary' });
  if (gate.suspension && MAY_STOP.some((role) => role === actor.role))
    actions.push({ href: gatePaths.restart(toolId), text: t('restart.link'), kind: 'secondary' });
  if (mayStillStop(actor.role, gate.suspension)) {
    actions.push({ href: gatePaths.stop(toolId), text: t('stop.link'), kind: 'warning' });
  }
  if (actor.role.startsWith('or_') && gate.suspension?.cause === 'stopped' && gate.suspension.by_role.startsWith('or_'))
    actions.push({ href: gatePaths.stopLetter(toolId), text: t('stop.letterLink'), kind: 'secondary' });
  if (actor.role === 'it_admin' && !runsOnLeases(gate.version.enforcement))
    actions.push({ href: gatePaths.personOut(toolId), text: t('personOut.title'), kind: 'secondary' });
  if (gate.chain.finalDecided && (actor.role === 'privacy_officer' || actor.role === 'director')) {
    for (const rule of gate.unaccepted)
      actions.push({ href: gatePaths.warning(toolId, number, rule), text: `${t('warning.link')} (${rule})`, kind: 'secondary' });
  }
  return actions;
};

/** Everything on the dossier's page, in the reader's language. */
export const dossierView = (read: DossierRead, actor: Actor): DossierView => {
  const { gate } = read;
  const { language } = actor;
  const t: T = text(gateCatalogue, language);
  const requirements = requirementViews(gate, actor, 'now', read.timeline);
  return {
    toolId: gate.version.toolId,
    name: gate.version.toolName,
    number: gate.version.number,
    verdict: {
      tone: TONES[gate.state],
      heading: heading(read, t),
      lines: verdictLines(gate, requirements.filter(({ group }) => group === 'todo').length, t, language),
    },
    requirements,
    chain: chainOf(read, t, language),
    alerts: alertsOf(read, actor, t),
    facts: factsOf(read, t, language),
    fingerprint: gate.version.fingerprint.replace('sha-256:', ''),
    purposes: (gate.dossier.purposes ?? []).map((purpose) => [
      purpose.description ?? valueLabel('purposes[].code', purpose.code ?? '', language),
      valueLabel('purposes[].legalBasis', purpose.legalBasis ?? '', language),
      `${purpose.retention?.criterion ?? ''} (${t('facts.days', { n: purpose.retention?.maxDays ?? 0 })})`,
    ]),
    data: (gate.dossier.tool?.dataCategories ?? []).map((one) => [
      plainName(one.code ?? '', language),
      (one.purposes ?? []).map((purpose) => valueLabel('purposes[].code', purpose, language)).join(', '),
    ]),
    declared: declaredSections(gate.declarations, heldOf(gate), language),
    conditions: conditionLines(gate, language),
    limits: limitLines(gate, language),
    actions: actionsOf(gate, actor, t),
    subnav: dossierTabs(gate, actor),
  };
};
