import type { Language } from '../../kernel/actor.js';
import { formatDay, formatInstant, text } from '../../platform/i18n/index.js';
import type { Task } from '../../platform/ui/index.js';
import { measurementPaths } from '../measurements/index.js';
import { homeCatalogue } from './home.catalogue.js';
import type { HomeFacts } from './home.service.js';

/** Data without a lease, on which a privacy officer decides within its hours; then what is locked and can go. */
export const measuredTasks = ({ measured }: HomeFacts, language: Language): Task[] => {
  const t = text(homeCatalogue, language);
  return [
    ...measured.breaches.map(({ id, toolName, reportBy }) => ({
      text: t('home.breach', { name: toolName }),
      href: measurementPaths.breach(id),
      hint: t('home.atLatest', { when: formatInstant(reportBy, language) }),
    })),
    ...measured.deletions.map(({ id, toolName, deleteBy }) => ({
      text: t('home.lockedDelete', { name: toolName }),
      href: measurementPaths.quarantine(id),
      hint: t('home.atLatest', { when: formatDay(deleteBy, language) }),
    })),
  ];
};
