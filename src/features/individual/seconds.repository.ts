import type { Tx } from '../../platform/database/index.js';

/** Somebody whom the council named to open views of one person, and who is a member still. */
export interface Second {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly namedAt: Date;
}

/** A member who leaves the council is no second person any more. */
export const secondsNamed = (tx: Tx): Promise<Second[]> =>
  tx.query(
    `select s.id, s.named_person as "personId", p.name, s.named_at as "namedAt" from individual_seconds s join persons p on p.id = s.named_person
     where p.left_at is null and not exists (select 1 from individual_second_ends e where e.second_id = s.id)
       and exists (select 1 from role_grants g where g.person_id = p.id and g.role in ('or_chair', 'or_secretary', 'or_member')
         and g.accepted_at is not null and g.ended_at is null)
     order by lower(p.name), s.named_at`,
  );

export const lockSeconds = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(55)`);

export const insertSecond = (tx: Tx, row: { id: string; personId: string; by: string; at: Date }): Promise<unknown> =>
  tx.query(`insert into individual_seconds (id, named_person, named_by, named_at) values ($1, $2, $3, $4)`, [
    row.id,
    row.personId,
    row.by,
    row.at,
  ]);

export const insertSecondEnd = (tx: Tx, row: { id: string; by: string; at: Date }): Promise<unknown> =>
  tx.query(`insert into individual_second_ends (second_id, by_person, at) values ($1, $2, $3)`, [row.id, row.by, row.at]);
