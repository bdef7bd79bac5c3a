import type { Language } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { queueMails } from '../../platform/mail/index.js';

export type MailTexts = Readonly<Record<Language, { readonly subject: string; readonly text: string }>>;

const RECIPIENTS = `select p.id as reference, p.email as address from persons p left join accounts a on a.person_id = p.id
  where p.id = any($1) and p.left_at is null and coalesce(a.language, p.language) = $2`;

/** One text to persons by id, each in their own language, at their own address; whoever has none gets none. Two statements, however many people. */
export const mailPersons = async (tx: Tx, personIds: readonly string[], texts: MailTexts): Promise<void> => {
  for (const language of ['nl', 'en'] as const) {
    await queueMails(tx, { ...texts[language], recipients: { sql: RECIPIENTS, parameters: [[...personIds], language] } });
  }
};
