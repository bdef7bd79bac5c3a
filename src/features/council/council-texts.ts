import type { Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { usePage } from '../../platform/ui/index.js';
import { councilCatalogue } from './council.catalogue.js';

export const councilText = (language: Language) => text(councilCatalogue, language);
export const useTexts = () => councilText(usePage().language);
