import type { Language } from '../../../kernel/actor.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { mistakeText } from '../errors.catalogue.js';

/** A field and the code of what is wrong with it. */
export interface Mistake {
  readonly field: string;
  readonly code: string;
}

/** One sentence for each field: the first thing that is wrong with it. */
export const said = (mistakes: readonly Mistake[], language: Language): FieldError[] => {
  const first = new Map<string, FieldError>();
  for (const { field, code } of mistakes) if (!first.has(field)) first.set(field, { field, text: mistakeText(code, language) });
  return [...first.values()];
};
