import { text } from '../../../../platform/i18n/index.js';
import { usePage } from '../../../../platform/ui/index.js';
import { afterCatalogue } from '../after.catalogue.js';
import { consultationPaths } from '../../consultation.paths.js';
import { afterPaths } from '../after.paths.js';

export const useAfterTexts = () => text(afterCatalogue, usePage().language);

/** Every page here lies under the agreements and terms of the requests. */
export const useAfterCrumbs = () => {
  const t = useAfterTexts();
  return [
    { text: t('council.title'), href: consultationPaths.council },
    { text: t('reviews.title'), href: afterPaths.reviews },
  ];
};
