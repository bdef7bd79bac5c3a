import type { Tx } from '../../platform/database/index.js';
import { readBallots } from './ballots.repository.js';
import type { Ballot } from './domain/ballot.js';

export type MailKind = 'opened' | 'reminder' | 'outcome';

/** Ballots with a mail of this kind still to be sent. */
export const unmailedBallots = (tx: Tx, kind: MailKind): Promise<Ballot[]> =>
  readBallots(tx, 'not exists (select from ballot_mails m where m.ballot_id = b.id and m.kind = $1)', [kind]);

/** False when it was noted before. */
export const noteMail = async (tx: Tx, ballotId: string, kind: MailKind, at: Date): Promise<boolean> => {
  const added: unknown[] = await tx.query(
    `insert into ballot_mails (ballot_id, kind, at) values ($1, $2, $3) on conflict do nothing returning ballot_id`,
    [ballotId, kind, at],
  );
  return added.length > 0;
};
