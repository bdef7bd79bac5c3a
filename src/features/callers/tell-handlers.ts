import type { Tx } from '../../platform/database/index.js';
import { text } from '../../platform/i18n/index.js';
import { holdersOf, mailPersons, type MailTexts } from '../people/index.js';
import { callerPaths } from './callers.paths.js';
import type { RequestKind } from './domain/caller-request.js';
import { handlersOf } from './requests.repository.js';
import { requestsCatalogue } from './requests.catalogue.js';

export type CallerMail = 'new' | 'news' | 'due';

const mailOf = (name: CallerMail | 'unhandled', url: string): MailTexts => {
  const said = (language: 'nl' | 'en') => {
    const t = text(requestsCatalogue, language);
    return { subject: t(`mail.${name}.subject`), text: t(`mail.${name}.text`, { url }) };
  };
  return { nl: said('nl'), en: said('en') };
};

/** "There is something for you", and nothing else. Where nobody handles this kind, the DPO hears that. */
export const tellHandlers = async (tx: Tx, kind: RequestKind, mail: CallerMail, baseUrl: string): Promise<void> => {
  const handlers = await handlersOf(tx, kind);
  const url = `${baseUrl}${callerPaths.handled}`;
  if (handlers.length > 0) return mailPersons(tx, handlers, mailOf(mail, url));
  const dpos = await holdersOf(tx, ['dpo']);
  await mailPersons(
    tx,
    dpos.map(({ personId }) => personId),
    mailOf('unhandled', url),
  );
};
