import { inLanguage, text } from '../../../platform/i18n/index.js';
import { usePage } from '../../../platform/ui/index.js';
import { callersCatalogue } from '../callers.catalogue.js';
import { requestsCatalogue } from '../requests.catalogue.js';

export const useCallerTexts = () => text(callersCatalogue, usePage().language);
export const useRequestTexts = () => text(requestsCatalogue, usePage().language);
/** An address that keeps the language, since no cookie does. */
export const useKept = (): ((path: string) => string) => {
  const { language } = usePage();
  return (path) => inLanguage(path, language);
};
