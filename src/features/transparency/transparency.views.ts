import type { Language } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { formatClock, formatDay, formatInstantDay, text } from '../../platform/i18n/index.js';
import { PROTECTED_CONTACTS, readLimit } from '../../policy/index.js';
import { agentPaths } from '../agents/index.js';
import { consultationPaths, exampleOf } from '../consultation/index.js';
import { measuredBy, noticePaths, notMeasuredBy } from '../notices/index.js';
import { objectionPaths } from '../objections/index.js';
import { rightsPaths } from '../rights/index.js';
import { limitText, plainName, protectedText, valueLabel } from '../tools/index.js';
import { transparencyCatalogue, type TransparencyKey } from './transparency.catalogue.js';
import type { ActiveTool, DecisionLine, OtherTool } from './transparency.repository.js';
import type { MyTools, ToolCard, ToolPageFacts } from './transparency.service.js';
import type { ActiveProps, MePageProps, OtherProps } from './web/me-page.js';
import type { CardProps } from './web/tool-card.js';
import type { ToolPageProps } from './web/tool-page.js';

const BASES = ['contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest', 'consent'];
const words = (language: Language) => text(transparencyCatalogue, language);

/** As it stands after "until": people write that word themselves too. */
const inSentence = (criterion: string): string => criterion.replace(/^(tot|until)\s+/i, '').replace(/\.+$/, '');

/** The employer decides; the council consents. In that order, with the number of conditions. */
const decidedText = (decision: DecisionLine, language: Language): string => {
  const t = words(language);
  const date = formatDay(dayOf(decision.decidedAt), language);
  if (!decision.consentedOn) return t('decided', { date });
  const n = decision.conditions.length;
  return n === 0 ? t('decidedConsent', { date }) : t('decidedConditions', { date, n });
};

const viewersOf = ({ summary }: ToolCard, language: Language): readonly string[] => {
  const t = words(language);
  return summary.recipients.map(({ role, personsMax }) => {
    const name = valueLabel('tool.recipients[].role', role, language);
    return personsMax ? t('viewerMost', { role: name, n: personsMax }) : t('viewer', { role: name });
  });
};

const periodsOf = ({ summary }: ToolCard, language: Language): readonly string[] => {
  const t = words(language);
  return summary.purposes.flatMap(({ criterion, maxDays, autoDelete }) =>
    criterion && maxDays
      ? [`${t('howLongText', { criterion: inSentence(criterion), days: maxDays })}${autoDelete ? ` ${t('erased')}` : ''}`]
      : [],
  );
};

const groundsOf = ({ summary }: ToolCard, language: Language): readonly string[] => {
  const t = words(language);
  const bases = summary.purposes.map(({ legalBasis }) => (legalBasis && BASES.includes(legalBasis) ? legalBasis : 'unknown'));
  return [...new Set(bases)].map((basis) => t(`basis.${basis}` as TransparencyKey));
};

const decidedOf = ({ decision, claim }: ToolCard, language: Language): readonly string[] => {
  const t = words(language);
  return [
    ...(decision ? [decidedText(decision, language)] : []),
    ...(claim ? [t('claim', { ground: claim.ground })] : []),
    ...(decision || claim ? [] : [t('noDecision')]),
  ];
};

const cardProps = (card: ToolCard, language: Language): CardProps => {
  const t = words(language);
  const { summary } = card;
  const purposes = summary.purposes.map(({ code, description }) => description ?? valueLabel('purposes[].code', code, language));
  return {
    toolId: card.toolId,
    toolName: card.toolName,
    attested: card.enforcement === 'attested',
    lead: purposes.filter(Boolean),
    measured: measuredBy(card.capabilities)[language],
    notMeasured: notMeasuredBy(card.capabilities)[language],
    example: summary.categories.map((code) => [plainName(code, language), exampleOf(code, language) ?? '…'] as const),
    viewers: viewersOf(card, language),
    howLong: [...new Set(periodsOf(card, language))],
    when: [...(summary.workingHoursOnly ? [t('workingHours')] : []), ...(summary.breaksExcluded ? [t('breaks')] : [])],
    decided: decidedOf(card, language),
    grounds: groundsOf(card, language),
  };
};

const activeState = (active: ActiveTool, language: Language): ActiveProps['state'] => {
  const t = words(language);
  if (active.isAlwaysOff) return { kind: 'met', text: t('alwaysOff') };
  if (active.isSuspended) return { kind: 'warning', text: t('suspended') };
  if (active.enforcement === 'attested' && !active.isConfirmed) return { kind: 'warning', text: t('ordered') };
  const date = formatInstantDay(active.since, language);
  return { kind: 'met', text: t(active.enforcement === 'attested' ? 'sinceAttested' : 'since', { date }) };
};

const otherKind = (other: OtherTool): OtherProps['kind'] => {
  if (other.runsWithoutConsent) return 'unconsented';
  if (other.isRefused) return 'refused';
  return other.hasRun ? 'off' : 'coming';
};
const repairOf = (other: OtherTool, language: Language): string | null => {
  if (!other.runsWithoutConsent) return null;
  const t = words(language);
  return other.stopOrRepairOn ? t('repairOn', { date: formatDay(other.stopOrRepairOn, language) }) : t('noRepair');
};

export const mePageProps = (mine: MyTools, language: Language): MePageProps => ({
  unitName: mine.own.unitName,
  time: formatClock(mine.now, language),
  unread: mine.own.unread,
  active: mine.active.map((card) => ({
    card: cardProps(card, language),
    state: activeState(card.active, language),
    isPaused: card.active.isPaused,
    alarm: mine.alarms.includes(card.toolId),
  })),
  others: mine.others.map((other) => ({
    toolId: other.toolId,
    toolName: other.toolName,
    kind: otherKind(other),
    repair: repairOf(other, language),
    alarm: mine.alarms.includes(other.toolId),
  })),
  objectHref: objectionPaths.startFor,
  rightsHref: rightsPaths.start,
  mineHref: objectionPaths.mine,
  inboxHref: noticePaths.inbox,
  devicesHref: agentPaths.devices,
  plansHref: consultationPaths.informations,
});

/** Each condition: the council's words, and beside it what the system keeps; at the end what always stands. */
const conditionRows = ({ conditions }: DecisionLine, language: Language): readonly (readonly [string, string])[] => {
  const t = words(language);
  const rows = conditions.map(({ text: said, limit, owner, dueOn }) => {
    const read = readLimit(limit);
    const promise = t('tool.promise', { owner: owner ?? '', due: dueOn ? formatDay(dueOn, language) : '' });
    return [said, read ? limitText(read, language) : promise] as const;
  });
  return [...rows, [t('tool.always'), protectedText({ protectedContacts: PROTECTED_CONTACTS }, language)]];
};

const stateOf = ({ active, other }: ToolPageFacts, language: Language): ToolPageProps['state'] => {
  if (active) return activeState(active, language);
  const kind = other ? otherKind(other) : 'off';
  return { kind: kind === 'unconsented' ? 'blocked' : 'na', text: words(language)(`other.${kind}`) };
};

export const toolPageProps = (facts: ToolPageFacts, language: Language): ToolPageProps => {
  const t = words(language);
  const { card, active, other } = facts;
  const { decision, claim } = card;
  return {
    card: cardProps(card, language),
    number: card.number,
    state: stateOf(facts, language),
    repair: other && repairOf(other, language),
    alarm: facts.alarm,
    decision: decision && {
      text: decision.text,
      effectiveOn: formatDay(decision.effectiveOn, language),
      conditions: conditionRows(decision, language),
    },
    claim: claim && t('tool.claimText', { date: formatInstantDay(claim.claimedAt, language), ground: claim.ground }),
    sheet: facts.sheet.map(({ name, value, nl, en }) => [name, value, language === 'nl' ? nl : en] as const),
    past: facts.past.map(({ number, from, until }) =>
      t('tool.pastLine', {
        number,
        from: formatInstantDay(from, language),
        until: until ? t('tool.pastUntil', { until: formatInstantDay(until, language) }) : '',
      }),
    ),
    objectHref: active?.isPaused || (!active && !other?.runsWithoutConsent) ? null : objectionPaths.startFor(card.toolId),
    rightsHref: rightsPaths.start,
  };
};
