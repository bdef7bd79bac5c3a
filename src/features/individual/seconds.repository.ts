import type { Tx } from '../../platform/database/index.js';

/** Somebody whom two officers of the council named to open views of one person, and who is a member still. */
export interface Second {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly namedAt: Date;
  /** Named by one officer, before another had to confirm it. */
  readonly before: boolean;
}
/** Somebody whom one officer proposed. Counts for nothing until another officer confirms it. */
export interface ProposedSecond {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly proposedBy: string;
  readonly proposerName: string;
  readonly proposedAt: Date;
}

const holds = (person: string, roles: string, since = 'g.accepted_at'): string =>
  `exists (select 1 from role_grants g where g.person_id = ${person} and g.role in (${roles}) and g.accepted_at <= ${since} and g.ended_at is null)`;
const MEMBERS = `'or_chair', 'or_secretary', 'or_member'`;
const isMember = holds('p.id', MEMBERS);
/** In the seat in which they were named: who left and came back is named again, or opens nothing. */
const isMemberStill = holds('p.id', MEMBERS, 'c.at');
const hasNotEnded = `p.left_at is null and not exists (select 1 from individual_second_ends e where e.second_id = s.id)`;

/** A member who leaves the council is no second person any more, also after coming back. */
export const secondsNamed = (tx: Tx): Promise<Second[]> =>
  tx.query(
    `select s.id, s.named_person as "personId", p.name, c.at as "namedAt", c.named_before as before from individual_seconds s
     join individual_second_confirmations c on c.second_id = s.id join persons p on p.id = s.named_person
     where ${hasNotEnded} and ${isMemberStill} order by lower(p.name), c.at`,
  );

/** What waits for another officer; there is never a second. Of an officer who went, nothing waits. */
export const secondProposed = async (tx: Tx): Promise<ProposedSecond | null> => {
  const [row]: ProposedSecond[] = await tx.query(
    `select s.id, s.named_person as "personId", p.name, s.named_by as "proposedBy", b.name as "proposerName", s.named_at as "proposedAt"
     from individual_seconds s join persons p on p.id = s.named_person join persons b on b.id = s.named_by
     where not exists (select 1 from individual_second_confirmations c where c.second_id = s.id) and ${hasNotEnded} and ${isMember}
       and b.left_at is null and ${holds('b.id', `'or_chair', 'or_secretary'`)} order by s.named_at desc limit 1`,
  );
  return row ?? null;
};

export const isSecondKnown = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.query<unknown[]>(`select 1 from individual_seconds where id = $1`, [id])).length > 0;

export const lockSeconds = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(55)`);

export const insertSecond = (tx: Tx, row: { id: string; personId: string; by: string; at: Date }): Promise<unknown> =>
  tx.query(`insert into individual_seconds (id, named_person, named_by, named_at) values ($1, $2, $3, $4)`, [
    row.id,
    row.personId,
    row.by,
    row.at,
  ]);

export const insertSecondConfirmation = (tx: Tx, row: { id: string; by: string; at: Date }): Promise<unknown> =>
  tx.query(`insert into individual_second_confirmations (second_id, by_person, at) values ($1, $2, $3)`, [row.id, row.by, row.at]);

export const insertSecondEnd = (tx: Tx, row: { id: string; by: string; at: Date }): Promise<unknown> =>
  tx.query(`insert into individual_second_ends (second_id, by_person, at) values ($1, $2, $3)`, [row.id, row.by, row.at]);
