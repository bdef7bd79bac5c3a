import type { Actor } from '../../kernel/actor.js';
import { formatDay, formatInstant, text } from '../../platform/i18n/index.js';
import type { Task } from '../../platform/ui/index.js';
import { bodyName, confirmationPath, consultationPaths } from '../consultation/index.js';
import { homeCatalogue } from './home.catalogue.js';
import type { HomeFacts } from './home.service.js';

const officerTasks = (facts: HomeFacts, { language }: Actor): Task[] => {
  const t = text(homeCatalogue, language);
  return facts.confirmations.map((one) => ({ text: t(`home.confirm.${one.kind}`, { name: one.name }), href: confirmationPath(one) }));
};

const voteTasks = ({ votes }: HomeFacts, { language }: Actor): Task[] => {
  const t = text(homeCatalogue, language);
  return votes.map(({ requestId, toolName, closesAt }) => ({
    text: t('home.vote', { name: toolName }),
    href: consultationPaths.request(requestId),
    hint: t('home.voteUntil', { when: formatInstant(closesAt, language) }),
  }));
};

const followUpTasks = (facts: HomeFacts, { language }: Actor): Task[] => {
  const t = text(homeCatalogue, language);
  return facts.followUps.map(({ kind, toolName, by, href }) => ({
    text: t(`home.follow.${kind}`, { name: toolName, body: by ? bodyName(by, language) : '' }),
    href,
  }));
};

const promiseTasks = (facts: HomeFacts, { language }: Actor): Task[] => {
  const t = text(homeCatalogue, language);
  return facts.promises.map(({ id, toolName, body, dueOn }) => ({
    text: t('home.promise', { name: toolName, body: bodyName(body, language) }),
    href: consultationPaths.ownPromise(id),
    hint: t('home.promiseDue', { date: formatDay(dueOn, language) }),
  }));
};

/** What cases of the council ask of this person: a vote first, since its hour is fixed. */
export const caseTasks = (facts: HomeFacts, actor: Actor): Task[] => [
  ...voteTasks(facts, actor),
  ...officerTasks(facts, actor),
  ...followUpTasks(facts, actor),
  ...promiseTasks(facts, actor),
];
