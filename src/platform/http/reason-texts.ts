import type { Language } from '../../kernel/actor.js';
import type { Reason } from '../../kernel/problem.js';
import { REQUIREMENTS, remedyOf, citationOf } from '../../policy/index.js';
import { fieldReasons } from './field-reasons.catalogue.js';
import { reasonCatalogue } from './http.catalogue.js';

type Texts = Readonly<Record<string, { readonly nl: string; readonly en: string }>>;
const registered = new Map<string, { readonly nl: string; readonly en: string }>();

/** Features say in plain words what their reason codes mean and what the next step is. */
export const registerReasons = (texts: Texts): void => {
  for (const [code, text] of Object.entries(texts)) registered.set(code, text);
};
/** What a page says at a field, for the doors that have no page: each code with the name of its text. */
export const registerTexts = <K extends string>(
  texts: { readonly nl: Readonly<Record<K, string>>; readonly en: Readonly<Record<K, string>> },
  codes: Readonly<Record<string, K>>,
): void =>
  registerReasons(Object.fromEntries(Object.entries(codes).map(([code, key]) => [code, { nl: texts.nl[key], en: texts.en[key] }])));
registerReasons(reasonCatalogue);
registerReasons(fieldReasons);

export interface ReasonText {
  readonly title: string;
  readonly steps: readonly { readonly text: string; readonly source: string }[];
}

/** A reason in the reader's language: what stands open, and per rule the remedy and the law it comes from. */
export const explain = (reason: Reason, language: Language): ReasonText => {
  const requirement = REQUIREMENTS.find(({ id }) => id === reason.requirement);
  const steps = (reason.rules ?? []).map((rule) => ({ text: remedyOf(rule, language), source: citationOf(rule, language) }));
  if (requirement) return { title: `${requirement.id} ${requirement.title[language]}`, steps };
  const text = registered.get(reason.code)?.[language];
  return { title: text?.replace('{expected}', reason.expected ?? '') ?? reason.nextStep ?? reason.code, steps };
};
