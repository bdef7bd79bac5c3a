import { text } from '../../../platform/i18n/index.js';
import { usePage } from '../../../platform/ui/index.js';
import { complaintsCatalogue } from '../complaints.catalogue.js';
import { reportCatalogue } from '../report.catalogue.js';

export const useText = () => text(complaintsCatalogue, usePage().language);
export const useReportText = () => text(reportCatalogue, usePage().language);

/** The reader's language goes along in the address: these pages set no cookie. */
export const useHere = () => {
  const { language } = usePage();
  return (path: string): string => (language === 'en' ? `${path}?lang=en` : path);
};

export const TEXT_LIMIT = 10_000;
export const SHORT_LIMIT = 200;
export const TAGS = { received: 'waiting', in_progress: 'waiting', closed: 'met', referred: 'met', withdrawn: 'na' } as const;
