import type { Language } from '../../../kernel/actor.js';
import { formatDay, text, type Values } from '../../../platform/i18n/index.js';
import { proposalCatalogue, type ProposalKey } from './proposal.catalogue.js';
import type { NoticeSource } from './source.js';

/** A proposed text, or nothing where the dossier does not tell yet. */
export type Proposed = string;

/** What every item is written with. */
export interface Words {
  readonly source: NoticeSource;
  readonly language: Language;
  readonly t: (key: ProposalKey, values?: Values) => string;
  readonly label: (attribute: string, value: string | null | undefined) => string;
  readonly day: (day: string) => string;
}

export const wordsFor = (source: NoticeSource, language: Language): Words => ({
  source,
  language,
  t: text(proposalCatalogue, language),
  label: (attribute, value) => (value ? source.label(attribute, value, language) : ''),
  day: (day) => formatDay(day, language),
});

export const lines = (...parts: readonly (string | null | undefined | false)[]): Proposed =>
  parts.filter((part) => Boolean(part)).join('\n');
export const bullets = (items: readonly string[]): string =>
  items
    .filter((item) => item !== '')
    .map((item) => `- ${item}`)
    .join('\n');
/** Ends a sentence that somebody typed. */
export const sentence = (typed: string): string => (/[.!?]$/.test(typed.trim()) ? typed.trim() : `${typed.trim()}.`);
const withoutStop = (typed: string): string => typed.trim().replace(/\.+$/, '');
/** As it stands after "until": people write that word themselves too. */
export const afterUntil = (typed: string): string => withoutStop(typed).replace(/^(tot|until)\s+/i, '');
/** A label in the middle of a sentence. */
export const inSentence = (label: string): string => label.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLowerCase());
export const purposeNames = ({ source, label }: Words): string =>
  [...new Set((source.dossier.purposes ?? []).map((purpose) => label('purposes[].code', purpose.code)))].filter(Boolean).join(', ');
/** Who may see the data, each once. */
export const recipientNames = ({ source, label }: Words): readonly string[] => [
  ...new Set((source.dossier.tool?.recipients ?? []).map(({ role }) => label('tool.recipients[].role', role)).filter(Boolean)),
];
