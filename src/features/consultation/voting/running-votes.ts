import type { Actor } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { openBallotsFor } from '../../ballots/index.js';
import { votersOf } from './voters.js';

/** A vote that runs now. Whoever is no member of the body that votes finds none. */
export interface RunningVote {
  readonly requestId: string;
  readonly toolName: string;
  readonly closesAt: Date;
  /** It waits for this reader: a seat, no vote yet, and no part in the plan. */
  readonly mine: boolean;
}

const BODIES = ['or', 'pvt'] as const;

export const runningVotes = async (tx: Tx, { role, personId }: Actor, now: Date): Promise<readonly RunningVote[]> => {
  const body = BODIES.find((one) => votersOf(one).some((voter) => voter === role));
  if (!body || personId === null) return [];
  const ballots = await openBallotsFor(tx, now, body, personId);
  if (ballots.length === 0) return [];
  const requests: { requestId: string; toolName: string; barred: boolean }[] = await tx.query(
    `select r.id as "requestId", t.name as "toolName",
       exists (select from version_makers m where m.version_id = r.version_id and m.person_id = $2) as barred
     from consent_requests r join tools t on t.id = r.tool_id
     where r.id = any($1) and not exists (select from request_withdrawals w where w.request_id = r.id)`,
    [ballots.map(({ subjectId }) => subjectId), personId],
  );
  return ballots
    .flatMap(({ subjectId, closesAt, waits }) =>
      requests
        .filter(({ requestId }) => requestId === subjectId)
        .map(({ requestId, toolName, barred }) => ({ requestId, toolName, closesAt, mine: waits && !barred })),
    )
    .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime());
};
