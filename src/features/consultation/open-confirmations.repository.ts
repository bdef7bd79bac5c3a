import type { Actor } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { consultationPaths } from './consultation.paths.js';
import { frameworkPaths } from './frameworks/frameworks.paths.js';

export interface OpenConfirmation {
  readonly kind: 'decision' | 'ruling' | 'claim' | 'dispute' | 'promise' | 'framework' | 'amber';
  /** The tool, or the title of the framework. */
  readonly name: string;
  /** What it is about, where it has a page of its own: the request, the promise, the framework, the version under a framework. */
  readonly id: string | null;
}

const PAGES: Partial<Record<OpenConfirmation['kind'], (id: string) => string>> = {
  decision: consultationPaths.request,
  promise: consultationPaths.promise,
  framework: frameworkPaths.framework,
  amber: frameworkPaths.light,
};
/** Where the officer confirms it. */
export const confirmationPath = ({ kind, id }: Pick<OpenConfirmation, 'kind' | 'id'>): string =>
  (id === null ? undefined : PAGES[kind]?.(id)) ?? consultationPaths.council;

const STANDS = `exists (select 1 from tool_versions v where v.tool_id = x.tool_id and v.fingerprint = x.fingerprint
    and not exists (select 1 from tool_versions n where n.tool_id = v.tool_id and n.number > v.number))`;

/** Its owner handed in evidence; since the council last said something of it. */
const SHOWN = `exists (select 1 from promise_evidence e where e.condition_id = p.id)`;
const SHOWN_SINCE = `exists (select 1 from promise_evidence e where e.condition_id = p.id and e.at > f.at)`;

/** An officer's yes that this one's cannot stand beside: their own, or of whoever acts in the same office. */
const SAID_YES = `exists (select 1 from framework_acceptances a
    where a.consent_id = x.id and (a.by_person = $1 or (a.by_role = $3 and a.by_role <> 'pvt_contact')))`;
/** Nobody objected or took it back, no full case was begun, and the framework still stands. */
const LIGHT_STANDS = `not exists (select 1 from framework_objections o where o.consent_id = x.id)
    and not exists (select 1 from light_consents_revoked k where k.consent_id = x.id)
    and not exists (select 1 from claims m where m.tool_id = x.tool_id and m.fingerprint = x.fingerprint)
    and not exists (select 1 from consent_requests r where r.version_id = x.version_id
      and not exists (select 1 from request_withdrawals w where w.request_id = r.id))
    and not exists (select 1 from framework_decisions d join framework_answers c on c.decision_id = d.id and c.kind = 'confirmed'
      where d.framework_id = x.framework_id and d.decision = 'ended')`;

/**
 * What waits for this officer of the council: another officer's decision on a request or a framework, a ruling, a claim, a dispute, the yes to an amber
 * version, a promise that is due, or of which evidence was handed in.
 */
export const openConfirmations = (tx: Tx, { personId, role }: Actor, today: Day): Promise<readonly OpenConfirmation[]> =>
  tx.query(
    `select w.kind, coalesce(w.title, t.name) as name, w.id from (
       select 'decision' as kind, x.tool_id, x.request_id as id, null as title, x.recorded_at as at from council_decisions x
       where x.recorded_by <> $1 and not exists (select 1 from decision_confirmations c where c.decision_id = x.id)
         and not exists (select 1 from decision_rejections r where r.decision_id = x.id)
         and not exists (select 1 from request_withdrawals w where w.request_id = x.request_id)
       union all
       select 'framework', null, f.id, f.title, x.recorded_at from framework_decisions x join frameworks f on f.id = x.framework_id
       where x.recorded_by <> $1
         and not exists (select 1 from framework_answers c where c.decision_id = x.id and c.kind in ('confirmed', 'rejected'))
       union all
       select 'amber', x.tool_id, x.id, null, x.told_at from framework_consents x
       where x.colour = 'amber' and ${STANDS} and ${LIGHT_STANDS} and not ${SAID_YES}
         and (select count(*) from framework_acceptances a where a.consent_id = x.id) < 2
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
       select 'promise', x.tool_id, p.id, null, c.at from decision_conditions p
       join council_decisions x on x.id = p.decision_id join decision_confirmations c on c.decision_id = x.id
       where p.promise_owner is not null and (p.due_on <= $2 or ${SHOWN})
         and not exists (select 1 from promise_findings f where f.condition_id = p.id and not ${SHOWN_SINCE})
     ) w left join tools t on t.id = w.tool_id order by w.at limit 100`,
    [personId ?? '', today, role],
  );
