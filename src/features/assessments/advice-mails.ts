import type { Role } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { text } from '../../platform/i18n/index.js';
import { queueMail } from '../../platform/mail/index.js';
import { holdersOf } from '../people/index.js';
import { adviceMailCatalogue } from './advice-mails.catalogue.js';

type Kind = 'asked' | 'given' | 'carriedOut' | 'reminder' | 'reopened';
interface About {
  readonly toolName: string;
  readonly number: number;
}

/** One mail to each holder of these roles, in their own language; a person with two of them gets one. */
export const mailHolders = async (tx: Tx, roles: readonly Role[], kind: Kind, about: About): Promise<void> => {
  const holders = await holdersOf(tx, roles);
  const persons = new Map(holders.map((holder) => [holder.personId, holder]));
  for (const { mailAddress, language } of persons.values()) {
    if (mailAddress === null) continue;
    const t = text(adviceMailCatalogue, language);
    const values = { tool: about.toolName, number: about.number };
    await queueMail(tx, { to: mailAddress, subject: t(`${kind}.subject`, values), text: t(`${kind}.text`, values) });
  }
};
