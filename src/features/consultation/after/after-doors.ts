import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import { type AfterKey, afterCatalogue } from './after.catalogue.js';

type Done = Extract<AfterKey, `${string}.done` | `${string}.confirmed` | `${string}.answered`>;

/** The sentence shown after an act, with its reference. */
export const doneWith = (key: Done, reference: string, language: Language): string => text(afterCatalogue, language)(key, { reference });
