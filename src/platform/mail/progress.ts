import type { Tx } from '../database/index.js';

/** How far a mail to many has come: places up to `done` have an outcome, those between `done` and `claimed` may have left. */
interface MailProgress {
  readonly claimed: number;
  readonly done: number;
  readonly ended: boolean;
}

/** Starts at the beginning, or where an earlier mailer was stopped. */
export const beginProgress = async (tx: Tx, id: string, now: Date): Promise<MailProgress> => {
  await tx.query(`insert into mail_progress (id, begun_at) values ($1, $2) on conflict (id) do nothing`, [id, now]);
  const [row]: MailProgress[] = await tx.query(`select claimed, done, ended from mail_progress where id = $1`, [id]);
  return row ?? { claimed: 0, done: 0, ended: false };
};

export const claimTurn = async (tx: Tx, id: string, upTo: number): Promise<void> => {
  await tx.query(`update mail_progress set claimed = $2 where id = $1`, [id, upTo]);
};

interface Turn {
  readonly done: number;
  readonly refused: readonly number[];
  readonly again: readonly number[];
}
/** The turn that ends at `done` has its outcomes. */
export const turnDone = async (tx: Tx, id: string, { done, refused, again }: Turn): Promise<void> => {
  await tx.query(`update mail_progress set done = $2, refused = refused || $3::integer[], again = again || $4::integer[] where id = $1`, [
    id,
    done,
    refused,
    again,
  ]);
};

/** Everybody has an outcome: answers who was refused and who must be tried again. */
export const endProgress = async (tx: Tx, id: string): Promise<Pick<Turn, 'refused' | 'again'>> => {
  const [row]: Pick<Turn, 'refused' | 'again'>[] = await tx.query(
    `with ended as (update mail_progress set ended = true where id = $1 returning refused, again) select refused, again from ended`,
    [id],
  );
  return row ?? { refused: [], again: [] };
};
