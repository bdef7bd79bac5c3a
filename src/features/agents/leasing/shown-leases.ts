import type { Tx } from '../../../platform/database/index.js';

/** A request is under way for less than this, by far: its proof is accepted for a minute. An answer that was lost is as old as that at most. */
const UNDER_WAY = `interval '10 minutes'`;

/**
 * What shows that two run with one key. `fork`: both go on from one lease. `newer_start`: the line goes on that a newer start says has ended.
 * `older_lease`: a lease is shown long after the one that followed it was.
 */
export type CopySign = 'fork' | 'newer_start' | 'older_lease';

/** The agent's own lease that it shows as the one it holds. */
export interface ShownLease {
  readonly jti: string;
  /** Where the line of leases began that it goes on: its first lease's place in the order of all, and when that was given. */
  readonly line: string;
  readonly lineAt: Date;
  /** Null: nothing says that another runs with this key. */
  readonly sign: CopySign | null;
}

export interface Showing {
  readonly agentId: string;
  readonly personId: string;
  readonly jti: string;
}

/**
 * The leases that agents show, in the order in which they are asked about; null for one that was never given, is forgotten, or is another agent's or
 * person's: it proves nothing.
 *
 * A lease that is shown has arrived; one whose answer was lost is never shown. An agent that starts again knows none, and begins a new line. So of one
 * agent, whatever answers are lost and however often it starts: of the leases that follow one lease, one is shown at most; once that one is shown, the
 * lease before it is not; and between the start of a line and a lease of it that is shown lies no other start that arrived, nor one that is too late to
 * be a lost answer of its own. Two on one key break that.
 */
export const shownLeases = async (tx: Tx, asked: readonly (Showing | null)[], now: Date): Promise<readonly (ShownLease | null)[]> => {
  const found: (ShownLease | null)[] = asked.map(() => null);
  const showings = asked.flatMap((one, at) => (one ? [{ ...one, at }] : []));
  if (showings.length === 0) return found;
  const column = <K extends keyof Showing | 'at'>(name: K) => showings.map((showing) => showing[name]);
  const rows: (ShownLease & { at: number })[] = await tx.query(
    `select g.at, l.jti, coalesce(l.line, l.written_as) as line, coalesce(l.line_at, l.issued_at) as "lineAt", case
       when exists (select 1 from leases s join leases c on c.previous = s.jti where s.previous = l.previous and s.jti <> l.jti) then 'fork'
       when exists (select 1 from leases m where m.agent_id = l.agent_id and m.person_id = l.person_id and m.previous is null
         and m.written_as > l.line and m.written_as < l.written_as
         and (m.issued_at > l.line_at + ${UNDER_WAY} or exists (select 1 from leases c where c.previous = m.jti))) then 'newer_start'
       when exists (select 1 from leases s join leases c on c.previous = s.jti where s.previous = l.jti and c.issued_at < $5::timestamptz - ${UNDER_WAY})
         then 'older_lease' end as sign
     from unnest($1::text[], $2::text[], $3::text[], $4::int[]) as g(agent_id, person_id, jti, at)
     join leases l on l.jti = g.jti and l.agent_id = g.agent_id and l.person_id = g.person_id`,
    [column('agentId'), column('personId'), column('jti'), column('at'), now],
  );
  for (const { at, ...lease } of rows) found[at] = lease;
  return found;
};
