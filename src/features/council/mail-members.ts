import type { Language } from '../../kernel/actor.js';
import { type Config } from '../../platform/config/index.js';
import type { Tx } from '../../platform/database/index.js';
import { queueMails } from '../../platform/mail/index.js';
import { type CouncilMember, namesOf } from '../people/index.js';
import type { ChangeContent } from './changes.repository.js';
import { councilPaths } from './council.paths.js';
import { councilText } from './council-texts.js';
import { changeLines, personsNamed } from './council.words.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];

interface Sent {
  readonly subject: string;
  readonly text: string;
}

/** One text to these members, each in their own language, at the address that each of them chose. */
export const mailMembers = async (tx: Tx, members: readonly CouncilMember[], say: (language: Language) => Sent): Promise<void> => {
  const each = [...new Map(members.map((member) => [member.personId, member])).values()].filter(({ mailAddress }) => mailAddress !== null);
  for (const language of LANGUAGES) {
    const chosen = each.filter((member) => member.language === language);
    if (chosen.length === 0) continue;
    await queueMails(tx, {
      ...say(language),
      recipients: {
        sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
        parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
      },
    });
  }
};

type MailKey = 'proposed' | 'applied' | 'rejected' | 'reset';

/** Tells these members of a change, with everything that was and becomes. */
export const mailChange = async (
  tx: Tx,
  members: readonly CouncilMember[],
  { key, change, reason = '', config }: { key: MailKey; change: ChangeContent; reason?: string; config: Pick<Config, 'baseUrl'> },
): Promise<void> => {
  const names = await namesOf(tx, personsNamed(change));
  await mailMembers(tx, members, (language) => {
    const t = councilText(language);
    const lines = changeLines(change, names, language).map((line) => `- ${t('mail.line', { ...line })}`);
    return {
      subject: t(`mail.${key}`),
      text: t(`mail.${key}Text`, { lines: lines.join('\n'), reason, link: `${config.baseUrl}${councilPaths.settings}` }),
    };
  });
};
