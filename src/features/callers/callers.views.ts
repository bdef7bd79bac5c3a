import type { Language } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { formatDay, formatInstantDay, text } from '../../platform/i18n/index.js';
import { valueLabel } from '../tools/index.js';
import { callersCatalogue } from './callers.catalogue.js';
import type { PublicPage, ToolPageFacts } from './callers.service.js';
import type { PublicTool } from './read-public-tools.js';
import {
  basisText,
  callbackText,
  channelText,
  holdText,
  keptText,
  noOptOutText,
  purposeName,
  recordedLines,
  refusalText,
  typedSentence,
  viewerLines,
} from './told.js';
import type { RegisterPageProps } from './web/register-page.js';
import type { CallerListPageProps } from './web/list-page.js';
import type { StateProps } from './web/state-tag.js';
import type { ToolPageProps } from './web/tool-page.js';

const words = (language: Language) => text(callersCatalogue, language);

const stateOf = (tool: PublicTool, language: Language): StateProps => {
  const t = words(language);
  if (tool.runsWithoutConsent) return { kind: 'blocked', text: t('state.unconsented') };
  if (tool.isOn && tool.isSuspended) return { kind: 'warning', text: t('state.suspended') };
  if (tool.isOn && tool.since) return { kind: 'met', text: t('state.on', { date: formatInstantDay(tool.since, language) }) };
  if (tool.since)
    return { kind: 'na', text: tool.endedAt ? t('state.off', { date: formatInstantDay(tool.endedAt, language) }) : t('state.offNow') };
  return { kind: 'later', text: t('state.decided') };
};

const purposesOf = ({ facts }: PublicTool, language: Language): string =>
  [...new Set(facts.purposes.map(({ code }) => purposeName(code, language)))].filter(Boolean).join(', ');

export const listProps = ({ organisation, tools }: PublicPage, language: Language): CallerListPageProps => ({
  organisation,
  tools: tools.map((tool) => ({
    toolId: tool.toolId,
    name: tool.toolName,
    state: stateOf(tool, language),
    recorded: recordedLines(tool.facts, language),
    purposes: purposesOf(tool, language),
  })),
});

const decisionLines = ({ decision }: PublicTool, organisation: string, language: Language): readonly string[] => {
  const t = words(language);
  if (!decision) return [t('decided.none')];
  const decided = t('decided', { organisation, date: formatDay(dayOf(decision.decidedAt), language) });
  const { consentedOn, conditions } = decision;
  return consentedOn ? [decided, t('consented', { date: formatDay(consentedOn, language), n: conditions })] : [decided];
};
const present = (line: string | null): line is string => line !== null;

export const toolProps = ({ organisation, tool, dpo, mayObject }: ToolPageFacts, language: Language): ToolPageProps => {
  const { facts } = tool;
  const refuse = [refusalText(facts, language), noOptOutText(facts, language), channelText(facts, language)].filter(present);
  return {
    organisation,
    toolId: tool.toolId,
    toolName: tool.toolName,
    state: stateOf(tool, language),
    recorded: recordedLines(facts, language),
    hold: holdText(facts, language),
    purposes: facts.purposes.map((purpose) => ({
      name: purposeName(purpose.code, language),
      description: purpose.description && typedSentence(purpose.description, language),
      basis: basisText(purpose, language),
      kept: keptText(purpose, language),
    })),
    viewers: viewerLines(facts, language),
    countries: facts.countries,
    refuse,
    callback: callbackText(facts, language),
    dpo,
    mayObject,
    decision: decisionLines(tool, organisation, language),
  };
};

const everyPurpose = ({ dossier }: PublicTool, language: Language): string =>
  [...new Set((dossier.purposes ?? []).flatMap(({ code }) => (code ? [purposeName(code, language)] : [])))].join(', ');

const registerDecision = ({ decision }: PublicTool, language: Language): readonly string[] => {
  const t = words(language);
  if (!decision) return [t('register.noDecision')];
  const { consentedOn, conditions } = decision;
  return [
    t('register.decidedOn', { date: formatDay(dayOf(decision.decidedAt), language) }),
    consentedOn ? t('register.consentedOn', { date: formatDay(consentedOn, language), n: conditions }) : t('register.noConsent'),
  ];
};

export const registerProps = ({ organisation, tools, now }: PublicPage, language: Language): RegisterPageProps => {
  const t = words(language);
  return {
    organisation,
    on: formatInstantDay(now, language),
    rows: tools.map((tool) => ({
      toolId: tool.touchesOutsiders ? tool.toolId : null,
      name: tool.toolName,
      purposes: everyPurpose(tool, language) || t('unknown'),
      people:
        (tool.dossier.tool?.dataSubjects ?? []).map((subject) => valueLabel('tool.dataSubjects', subject, language)).join(', ') ||
        t('unknown'),
      decision: registerDecision(tool, language),
      state: stateOf(tool, language),
    })),
  };
};
