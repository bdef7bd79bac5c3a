import type { Language, Role } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { formatDay, text } from '../../../platform/i18n/index.js';
import { type Attachment, queueMails } from '../../../platform/mail/index.js';
import { type Holder, holdersOf } from '../../people/index.js';
import { type AfterPapersKey, afterPapersCatalogue } from './after-papers.catalogue.js';

type MailName = AfterPapersKey extends infer Key ? (Key extends `${infer Name}.subject` ? Name : never) : never;
export interface Note {
  readonly name: MailName;
  readonly url: string;
  readonly reference?: string;
  readonly date?: string;
  readonly attachments?: readonly Attachment[];
}

const LANGUAGES: readonly Language[] = ['nl', 'en'];

const mailThem = async (tx: Tx, holders: readonly Holder[], { name, url, reference, date, attachments }: Note): Promise<void> => {
  const persons = [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
  for (const language of LANGUAGES) {
    const chosen = persons.filter((person) => person.language === language && person.mailAddress !== null);
    if (chosen.length === 0) continue;
    const t = text(afterPapersCatalogue, language);
    await queueMails(tx, {
      recipients: {
        sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
        parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
      },
      subject: t(`${name}.subject`),
      text: t(`${name}.text`, { url, reference: reference ?? '', date: date ? formatDay(date, language) : '' }),
      attachments,
    });
  }
};

/** A mail to everyone in one of these roles, each once and in their own language. It says that there is something to read, never what. */
export const tellRoles = async (tx: Tx, roles: readonly Role[], note: Note): Promise<void> =>
  mailThem(tx, await holdersOf(tx, roles), note);
