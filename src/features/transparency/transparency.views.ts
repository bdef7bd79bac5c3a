import type { Language } from '../../kernel/actor.js';
import { formatClock, formatDay, formatInstantDay } from '../../platform/i18n/index.js';
import { PROTECTED_CONTACTS, readLimit, runsOnLeases, THIRD_PARTIES, wayOut } from '../../policy/index.js';
import { agentPaths } from '../agents/index.js';
import { measurementPaths } from '../measurements/index.js';
import { callerPaths } from '../callers/index.js';
import { consultationPaths } from '../consultation/index.js';
import { noticePaths } from '../notices/index.js';
import { objectionPaths } from '../objections/index.js';
import { rightsPaths } from '../rights/index.js';
import { limitText, outWords, protectedText } from '../tools/index.js';
import { cardProps, words } from './card.views.js';
import { dossierSections } from './dossier.views.js';
import { ownLines } from './own.views.js';
import { transparencyPaths } from './transparency.paths.js';
import type { ActiveTool, OtherTool } from './own-tools.repository.js';
import type { DecisionLine, PastVersion } from './transparency.repository.js';
import type { MyTools, OldVersionFacts, ToolPageFacts } from './transparency.service.js';
import type { ActiveProps, MePageProps, OtherProps } from './web/me-page.js';
import type { OldVersionProps } from './web/old-version-page.js';
import type { ToolPageProps } from './web/tool-page.js';

const activeState = (active: ActiveTool, language: Language): ActiveProps['state'] => {
  const t = words(language);
  if (active.isAlwaysOff) return { kind: 'met', text: t('alwaysOff') };
  if (active.isSuspended) return { kind: 'warning', text: t('suspended') };
  if (!runsOnLeases(active.enforcement) && !active.isConfirmed) return { kind: 'warning', text: t('ordered') };
  const date = formatInstantDay(active.since, language);
  return { kind: 'met', text: t(runsOnLeases(active.enforcement) ? 'since' : 'sinceAttested', { date }) };
};

const otherKind = (other: OtherTool): OtherProps['kind'] => {
  if (other.runsWithoutConsent) return 'unconsented';
  if (other.isRefused) return 'refused';
  return other.hasRun ? 'off' : 'coming';
};
/** Of a tool that is not on, nobody says that it measures; of one that nobody approved, nobody says that it may. */
const TOLD = { unconsented: 'perhaps', refused: 'would', off: 'was', coming: 'would' } as const;

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
    card: cardProps(card, language, ownLines(card, mine.now, language)),
    state: activeState(card.active, language),
    out: card.active.isPaused ? outWords(wayOut(card.enforcement, card.active.isByList), language) : null,
    alarm: mine.alarms.includes(card.toolId),
    unseen: mine.unseen.includes(card.toolId),
  })),
  on: mine.active.filter(({ active }) => !active.isSuspended).length,
  others: mine.others.map((other) => ({
    toolId: other.toolId,
    toolName: other.toolName,
    kind: otherKind(other),
    repair: repairOf(other, language),
    alarm: mine.alarms.includes(other.toolId),
  })),
  objectHref: objectionPaths.startFor,
  rightsHref: rightsPaths.data,
  mineHref: objectionPaths.mine,
  requestsHref: rightsPaths.mine,
  mandatesHref: rightsPaths.mandates,
  inboxHref: noticePaths.inbox,
  devicesHref: agentPaths.devices,
  measuredHref: measurementPaths.mine,
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

const spellText = ({ number, from, until }: PastVersion, language: Language): string => {
  const t = words(language);
  return t('tool.pastLine', {
    number,
    from: formatInstantDay(from, language),
    until: until ? t('tool.pastUntil', { until: formatInstantDay(until, language) }) : '',
  });
};

export const oldVersionProps = ({ card, spells, sheet }: OldVersionFacts, language: Language): OldVersionProps => ({
  card: cardProps(card, language, [], 'was'),
  number: card.number,
  spells: spells.map((spell) => spellText(spell, language)),
  sheet: sheet.map(({ name, value, nl, en }) => [language === 'nl' ? nl : en, value, name] as const),
});

const capturesOutsiders = (dossier: NonNullable<ToolPageFacts['dossier']>): boolean =>
  [dossier.get('tool.dataSubjects', '')].flat().some((subject) => typeof subject === 'string' && THIRD_PARTIES.includes(subject));

export const toolPageProps = (facts: ToolPageFacts, language: Language): ToolPageProps => {
  const t = words(language);
  const { card, active, other, advice } = facts;
  const { decision, claim } = card;
  return {
    card: active
      ? cardProps(card, language, ownLines({ active, devices: facts.devices }, facts.now, language))
      : cardProps(card, language, [], TOLD[other ? otherKind(other) : 'off']),
    number: card.number,
    state: stateOf(facts, language),
    repair: other && repairOf(other, language),
    alarm: facts.alarm,
    unseen: facts.unseen,
    decision: decision && {
      text: decision.text,
      effectiveOn: formatDay(decision.effectiveOn, language),
      conditions: conditionRows(decision, language),
    },
    claim: claim && t('tool.claimText', { date: formatInstantDay(claim.claimedAt, language), ground: claim.ground }),
    sheet: facts.sheet.map(({ name, value, nl, en }) => [language === 'nl' ? nl : en, value, name] as const),
    past: facts.past.map((spell) => ({
      text: spellText(spell, language),
      href: spell.number === card.number ? null : transparencyPaths.version(card.toolId, spell.number),
    })),
    advice: advice && t(`advice.${advice.advice}`, { date: formatInstantDay(advice.advisedAt, language) }),
    noticeHref: facts.noticeId && noticePaths.mine(facts.noticeId),
    scriptHref: active && facts.dossier && capturesOutsiders(facts.dossier) ? callerPaths.script(card.toolId) : null,
    dossier: facts.dossier ? dossierSections(facts.dossier, language) : [],
    objectHref: active?.isPaused || (!active && !other?.runsWithoutConsent) ? null : objectionPaths.startFor(card.toolId),
    rightsHref: rightsPaths.data,
  };
};
