import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface OpenConfirmation {
  readonly kind: 'decision' | 'ruling' | 'claim' | 'dispute' | 'promise';
  readonly toolName: string;
  readonly requestId: string | null;
  /** Of a promise: its own page. */
  readonly promiseId: string | null;
}

const STANDS = `exists (select 1 from tool_versions v where v.tool_id = x.tool_id and v.fingerprint = x.fingerprint
    and not exists (select 1 from tool_versions n where n.tool_id = v.tool_id and n.number > v.number))`;

/** Its owner handed in evidence; since the council last said something of it. */
const SHOWN = `exists (select 1 from promise_evidence e where e.condition_id = p.id)`;
const SHOWN_SINCE = `exists (select 1 from promise_evidence e where e.condition_id = p.id and e.at > f.at)`;

/** What waits for this officer of the council: another officer's decision, a ruling, a claim, a dispute, a promise that is due, or of which evidence was handed in. */
export const openConfirmations = (tx: Tx, personId: string, today: Day): Promise<readonly OpenConfirmation[]> =>
  tx.query(
    `select w.kind, t.name as "toolName", w.request_id as "requestId", w.promise_id as "promiseId" from (
       select 'decision' as kind, x.tool_id, x.request_id, null as promise_id, x.recorded_at as at from council_decisions x
       where x.recorded_by <> $1 and not exists (select 1 from decision_confirmations c where c.decision_id = x.id)
         and not exists (select 1 from decision_rejections r where r.decision_id = x.id)
         and not exists (select 1 from request_withdrawals w where w.request_id = x.request_id)
       union all
       select 'ruling', x.tool_id, null, null, x.uploaded_at from court_rulings x
       where not exists (select 1 from ruling_confirmations c where c.ruling_id = x.id)
       union all
       select 'claim', x.tool_id, null, null, x.claimed_at from claims x
       where ${STANDS} and not exists (select 1 from claim_confirmations c where c.claim_id = x.id and c.by_person = $1)
       union all
       select 'dispute', x.tool_id, null, null, x.raised_at from disputes x
       where ${STANDS} and not exists (select 1 from dispute_answers a where a.dispute_id = x.id and a.by_person = $1)
       union all
       select 'promise', x.tool_id, x.request_id, p.id, c.at from decision_conditions p
       join council_decisions x on x.id = p.decision_id join decision_confirmations c on c.decision_id = x.id
       where p.promise_owner is not null and (p.due_on <= $2 or ${SHOWN})
         and not exists (select 1 from promise_findings f where f.condition_id = p.id and not ${SHOWN_SINCE})
     ) w join tools t on t.id = w.tool_id order by w.at limit 100`,
    [personId, today],
  );
