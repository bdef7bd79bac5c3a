import type { Language } from '../../kernel/actor.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import type { Task } from '../../platform/ui/index.js';
import { individualPaths } from '../individual/index.js';
import { homeCatalogue } from './home.catalogue.js';
import type { HomeFacts } from './home.service.js';

/** What a second person decides, whom an officer confirms as one, and whom a privacy officer still has to tell. */
export const individualTasks = ({ individual: { waiting, toConfirm, toTell, firstTellBy } }: HomeFacts, language: Language): Task[] => {
  const t = text(homeCatalogue, language);
  const hint = firstTellBy ? t('home.firstDue', { date: formatDay(firstTellBy, language) }) : undefined;
  return [
    ...(toConfirm ? [{ text: t('home.individualConfirm'), href: individualPaths.list }] : []),
    ...(waiting > 0 ? [{ text: t('home.individualWaits', { n: waiting }), href: individualPaths.list }] : []),
    ...(toTell > 0 ? [{ text: t('home.individualTell', { n: toTell }), href: individualPaths.list, hint }] : []),
  ];
};
