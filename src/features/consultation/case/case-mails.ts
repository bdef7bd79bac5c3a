import type { Language, Role } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { text } from '../../../platform/i18n/index.js';
import { type Attachment, queueMails } from '../../../platform/mail/index.js';
import { councilMembers, type Holder, holdersOf } from '../../people/index.js';
import { officersOf } from '../domain/body.js';
import type { Body } from '../domain/case-file.js';
import { caseMailCatalogue, type CaseMail } from './case-mails.catalogue.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
/** Who of the employer hears of a case. */
export const EMPLOYERS: readonly Role[] = ['director', 'hr_registrar'];

export type Side = 'council' | 'employer';

/** Everyone of one side, each once. */
export const peopleOf = async (tx: Tx, side: Side, body: Body): Promise<readonly Holder[]> => {
  const holders =
    side === 'employer' ? await holdersOf(tx, EMPLOYERS) : body === 'or' ? await councilMembers(tx) : await holdersOf(tx, officersOf(body));
  return [...new Map(holders.map((holder) => [holder.personId, holder])).values()];
};

export interface AboutCase {
  readonly kind: CaseMail;
  readonly toolName: string;
  /** The page that the mail leads to. */
  readonly page: string;
  readonly days?: number;
  readonly attachments?: readonly Attachment[];
}

/** Tells people of one step in a case, each in their own language: two statements, however many they are. */
export const mailAboutCase = async (tx: Tx, people: readonly Holder[], about: AboutCase): Promise<void> => {
  for (const language of LANGUAGES) {
    const chosen = people.filter((one) => one.language === language && one.mailAddress !== null);
    if (chosen.length === 0) continue;
    const t = text(caseMailCatalogue, language);
    await queueMails(tx, {
      recipients: {
        sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
        parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
      },
      subject: t(about.kind, { tool: about.toolName, days: about.days ?? 0 }),
      text: t(`text.${about.kind}`),
      page: about.page,
      attachments: about.attachments,
    });
  }
};
