import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';

export interface Ground {
  readonly cause: string;
  /** When the version that ran last was first switched on. */
  readonly versionSince: Date;
  /** When it was last switched on. */
  readonly activeSince: Date;
  /** The day through which the council's last decision on the tool holds; null: without an end. */
  readonly consentUntil: Day | null;
}

/** Why a tool was suspended last, and since when what it measured rests on nothing. */
export const groundOf = async (tx: Tx, toolId: string): Promise<Ground | null> => {
  const [row]: Ground[] = await tx.query(
    `select s.cause, (select min(f.activated_at) from activations f where f.version_id = a.version_id) as "versionSince",
       a.activated_at as "activeSince", (
         select d.expires_on::text from council_decisions d join decision_confirmations c on c.decision_id = d.id
         where d.tool_id = $1 order by c.at desc limit 1) as "consentUntil"
     from suspensions s
     cross join lateral (select x.version_id, x.activated_at from activations x where x.tool_id = $1 order by x.activated_at desc, x.generation desc limit 1) a
     where s.tool_id = $1 order by s.at desc, s.id limit 1`,
    [toolId],
  );
  return row ?? null;
};
