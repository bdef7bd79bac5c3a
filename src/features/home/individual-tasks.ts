import type { Language } from '../../kernel/actor.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import type { Task } from '../../platform/ui/index.js';
import { individualPaths } from '../individual/index.js';
import { homeCatalogue } from './home.catalogue.js';
import type { HomeFacts } from './home.service.js';

/** What a second person decides, and whom a privacy officer still has to tell. */
export const individualTasks = ({ individual: { waiting, toTell, firstTellBy } }: HomeFacts, language: Language): Task[] => {
  const t = text(homeCatalogue, language);
  const hint = firstTellBy ? t('home.firstDue', { date: formatDay(firstTellBy, language) }) : undefined;
  return [
    ...(waiting > 0 ? [{ text: t('home.individualWaits', { n: waiting }), href: individualPaths.list }] : []),
    ...(toTell > 0 ? [{ text: t('home.individualTell', { n: toTell }), href: individualPaths.list, hint }] : []),
  ];
};
