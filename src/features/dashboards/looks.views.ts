import type { Actor, Language } from '../../kernel/actor.js';
import { formatInstant, roleName, text } from '../../platform/i18n/index.js';
import { valueLabel } from '../tools/index.js';
import { looksCatalogue } from './looks.catalogue.js';
import type { LookLine, ToldView } from './looks.repository.js';

const whoOf = ({ name, role }: LookLine, language: Language): string => {
  const t = text(looksCatalogue, language);
  return t('whoLine', { name: name ?? t('gone'), role: roleName(role as Actor['role'], language) });
};
const howOf = ({ operation, purpose }: LookLine, language: Language): string => {
  const t = text(looksCatalogue, language);
  return t(`how.${operation}`, { purpose: purpose ? valueLabel('purposes[].code', purpose, language) : '' });
};
const titleOf = ({ titleNl, titleEn, toolName }: LookLine, language: Language): string => {
  const title = language === 'nl' ? titleNl : titleEn;
  return title ? `${title} (${toolName})` : toolName;
};
const groupsOf = ({ groups }: LookLine, language: Language): string => groups.map((group) => group[language]).join(', ');

/** Of one view of the reader alone: who, of which tool, why, when, and what was said about it. */
export const aloneCells = (view: ToldView, language: Language): readonly string[] => {
  const t = text(looksCatalogue, language);
  const times = view.lookedAt.map((at) => formatInstant(at, language)).join(', ');
  const [from, until] = [formatInstant(view.openedAt, language), formatInstant(view.closedAt, language)];
  const purpose = valueLabel('purposes[].code', view.purpose, language);
  return [
    t('own.aloneWho', { asker: view.asker ?? t('gone'), second: view.second ?? t('gone') }),
    view.toolName,
    t('own.aloneFor', { purpose, grounds: t(`grounds.${view.grounds}`), reason: view.reason }),
    `${t('own.open', { from, until })} ${t('own.looked', { n: view.lookedAt.length, times })}`,
    view.said || t('own.itself'),
  ];
};

/** When, who, which dashboard, which groups, how. */
export const lookCells = (look: LookLine, language: Language): readonly string[] => [
  formatInstant(look.at, language),
  whoOf(look, language),
  titleOf(look, language),
  groupsOf(look, language),
  howOf(look, language),
];

/** And the fields by which a look is found in the log of processings. */
export const fullLookCells = (look: LookLine, language: Language): readonly string[] => {
  const t = text(looksCatalogue, language);
  return [...lookCells(look, language), t(`status.${look.status}`), look.processingActivity, look.traceId, look.operationId];
};
