import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';

export interface Ground {
  /** Why it was suspended or stopped last; empty when it never was. */
  readonly cause: string;
  readonly suspendedAt: Date | null;
  /** When the version that ran last was first switched on. */
  readonly versionSince: Date;
  /** When it was last switched on. */
  readonly activeSince: Date;
  /** The day through which the council's last consent to that version holds; null: without an end, or there was none. */
  readonly consentUntil: Day | null;
}

/** Why a tool was suspended last, and since when what it measured rests on nothing. Null: it never ran. */
export const groundOf = async (tx: Tx, toolId: string): Promise<Ground | null> => {
  const [row]: Ground[] = await tx.query(
    `select coalesce(s.cause, '') as cause, s.at as "suspendedAt", (select min(f.activated_at) from activations f where f.version_id = a.version_id) as "versionSince",
       a.activated_at as "activeSince", (
         select d.expires_on::text from council_decisions d join decision_confirmations c on c.decision_id = d.id
         join tool_versions v on v.id = a.version_id
         where d.tool_id = $1 and d.decision in ('granted', 'granted_with_conditions')
           and d.fingerprint in (select accepted_fingerprints($1, v.fingerprint)) order by c.at desc limit 1) as "consentUntil"
     from activations a left join lateral (select s.cause, s.at from suspensions s where s.tool_id = a.tool_id order by s.at desc, s.id limit 1) s on true
     where a.tool_id = $1 order by a.activated_at desc, a.generation desc limit 1`,
    [toolId],
  );
  return row ?? null;
};
