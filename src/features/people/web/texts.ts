import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import { usePage } from '../../../platform/ui/index.js';
import { peopleTexts } from '../people.catalogue.js';

export const textOf = (language: Language) => text(peopleTexts, language);
export const useText = () => textOf(usePage().language);
