import type { Language } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { formatInstant, text } from '../../platform/i18n/index.js';
import { queueMails } from '../../platform/mail/index.js';
import { rosterAt, type VotingBody } from '../council/index.js';
import { councilMembers, type CouncilMember, holdersOf } from '../people/index.js';
import { ballotMailCatalogue } from './ballots.mail.catalogue.js';
import { type MailKind, noteMail, unmailedBallots } from './ballot-mails.repository.js';
import { votesIn } from './ballots.repository.js';
import { readTurnout } from './boxes.repository.js';
import { type Ballot, phaseOf, REMINDED_BEFORE_MS } from './domain/ballot.js';
import { yetToVote } from './domain/entitled.js';

/** What a mail needs to know of the ballot's subject. */
export interface BallotContext {
  readonly href: string;
  readonly barred: readonly string[];
}
type ContextOf = (ballot: Ballot) => Promise<BallotContext>;

const LANGUAGES: readonly Language[] = ['nl', 'en'];

/** Nothing of the case or the result stands in a mail: a link, and when. Each member gets a mail of their own. */
const mailMembers = async (tx: Tx, members: readonly CouncilMember[], ballot: Ballot, kind: MailKind, href: string): Promise<void> => {
  for (const language of LANGUAGES) {
    const t = text(ballotMailCatalogue, language);
    const chosen = members.filter((member) => member.language === language && member.mailAddress !== null);
    const values = { href, closes: formatInstant(ballot.closesAt, language), reference: ballot.reference, body: t(`body.${ballot.body}`) };
    const named = kind === 'opened' && ballot.replacesId ? 'again' : kind;
    await queueMails(tx, {
      recipients: {
        sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
        parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
      },
      subject: t(`${named}.subject`),
      text: t(`${named}.text`, values),
    });
  }
};

/** Everyone who votes for this body, and gets its mails. */
const membersOf = (tx: Tx, body: VotingBody): Promise<CouncilMember[]> =>
  body === 'or' ? councilMembers(tx) : holdersOf(tx, ['pvt_contact']);

const voted = async (tx: Tx, { id, form }: Ballot): Promise<ReadonlySet<string>> =>
  new Set(form === 'secret' ? await readTurnout(tx, id) : (await votesIn(tx, [id])).map(({ personId }) => personId));

/** Whether this mail is due now; `never` when it has no sense any more. */
const dueOf = (ballot: Ballot, kind: MailKind, now: Date): 'due' | 'later' | 'never' => {
  const phase = phaseOf(ballot, now);
  if (kind === 'outcome') return phase === 'ended' ? (ballot.end?.kind === 'counted' ? 'due' : 'never') : 'later';
  if (phase === 'ended' || phase === 'closed') return 'never';
  if (phase === 'announced') return 'later';
  if (kind === 'opened') return 'due';
  const runsADay = ballot.closesAt.getTime() - ballot.opensAt.getTime() > REMINDED_BEFORE_MS;
  if (!runsADay) return 'never';
  return ballot.closesAt.getTime() - now.getTime() <= REMINDED_BEFORE_MS ? 'due' : 'later';
};

const recipientsOf = async (tx: Tx, now: Date, ballot: Ballot, kind: MailKind, { barred }: BallotContext) => {
  const members = await membersOf(tx, ballot.body);
  if (kind !== 'reminder') return members;
  const late = yetToVote(await rosterAt(tx, now, ballot.body), await voted(tx, ballot), barred);
  return members.filter(({ personId }) => late.includes(personId));
};

/** Sends what is due: that a vote is open, a reminder to whoever has not voted a day before closing, that there is a result. Twice sends nothing more. */
export const mailDue = async (tx: Tx, now: Date, contextOf: ContextOf): Promise<void> => {
  for (const kind of ['opened', 'reminder', 'outcome'] as const) {
    for (const ballot of await unmailedBallots(tx, kind)) {
      const due = dueOf(ballot, kind, now);
      if (due === 'later' || !(await noteMail(tx, ballot.id, kind, now)) || due === 'never') continue;
      const context = await contextOf(ballot);
      await mailMembers(tx, await recipientsOf(tx, now, ballot, kind, context), ballot, kind, context.href);
    }
  }
};
