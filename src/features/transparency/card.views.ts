import type { Language } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import { runsOnLeases } from '../../policy/index.js';
import { exampleOf } from '../consultation/index.js';
import { measuredBy, notMeasuredBy } from '../notices/index.js';
import { declaredSections, plainName, stopWords, valueLabel } from '../tools/index.js';
import { transparencyCatalogue, type TransparencyKey } from './transparency.catalogue.js';
import type { DecisionLine } from './transparency.repository.js';
import type { ToolCard } from './transparency.service.js';
import type { CardProps, Told } from './web/tool-card.js';

const BASES = ['contract', 'legal_obligation', 'vital_interest', 'public_task', 'legitimate_interest', 'consent'];
export const words = (language: Language) => text(transparencyCatalogue, language);

/** As it stands after "until": people write that word themselves too. */
const inSentence = (criterion: string): string => criterion.replace(/^(tot|until)\s+/i, '').replace(/\.+$/, '');

/** The employer decides; the council consents. In that order, with the number of conditions. */
const decidedText = (decision: DecisionLine, language: Language): string => {
  const t = words(language);
  const date = formatDay(dayOf(decision.decidedAt), language);
  if (!decision.consentedOn) return t(decision.courtAllowed ? 'decidedCourt' : 'decided', { date });
  const n = decision.conditions.length;
  const body = t(decision.body === 'pvt' ? 'body.pvt' : 'body.or');
  return n === 0 ? t('decidedConsent', { date, body }) : t('decidedConditions', { date, body, n });
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

/** What stops it, how fast, and what nobody here can stop: by its grade, without IT's own words. */
const stopLines = ({ enforcement, leaseMinutes }: ToolCard, language: Language): readonly string[] =>
  stopWords({ enforcement, leaseMinutes, grade: null }, language)
    .slice(0, 3)
    .flatMap(({ lines }) => lines);

/** What runs on leases measures this; of what we cannot check we only know what it may. */
const toldOf = ({ enforcement }: ToolCard): Told => (runsOnLeases(enforcement) ? 'measured' : 'may');

/** A tool in words. `own` is what it means for the reader: nothing, where that is not known. */
export const cardProps = (card: ToolCard, language: Language, own: readonly string[] = [], told: Told = toldOf(card)): CardProps => {
  const t = words(language);
  const { summary } = card;
  const purposes = summary.purposes.map(({ code, description }) => description ?? valueLabel('purposes[].code', code, language));
  return {
    toolId: card.toolId,
    toolName: card.toolName,
    attested: !runsOnLeases(card.enforcement),
    told,
    own,
    lead: purposes.filter(Boolean),
    measured: measuredBy(card.capabilities)[language],
    notMeasured: notMeasuredBy(card.capabilities)[language],
    example: summary.categories.map((code) => [plainName(code, language), exampleOf(code, language) ?? '…'] as const),
    viewers: viewersOf(card, language),
    howLong: [...new Set(periodsOf(card, language))],
    when: [...(summary.workingHoursOnly ? [t('workingHours')] : []), ...(summary.breaksExcluded ? [t('breaks')] : [])],
    decided: decidedOf(card, language),
    grounds: groundsOf(card, language),
    stops: stopLines(card, language),
    declared: declaredSections(card.declarations, card, language),
  };
};
