import type { Tx } from '../../../platform/database/index.js';
import { readLimit } from '../../../policy/index.js';
import type { ConfirmedReview } from '../domain/evaluation.js';
import type { StandingConsent } from './domain/ends.js';

type Row = Omit<StandingConsent, 'limits' | 'reviews'> & {
  readonly limits: readonly unknown[];
  readonly reviews: readonly (Omit<ConfirmedReview, 'confirmedAt'> & { readonly confirmedAt: string })[];
};

const REVIEWS = `coalesce((select jsonb_agg(jsonb_build_object('requestId', p.request_id, 'outcome', w.outcome, 'nextOn', w.next_on, 'confirmedAt', k.at) order by k.at)
           from effect_reports p join effect_reviews w on w.report_id = p.id join effect_review_confirmations k on k.review_id = w.id
           where p.request_id = r.id), '[]') as reviews,
         exists (select 1 from versions_run u where u.version_id = r.version_id and u.runs) as runs,
         exists (select 1 from versions_run u where u.version_id = r.version_id and u.is_stopped) as "isStopped"`;

/** What a staff representation without a right of consent gave its view on, and the employer then introduced: it was promised an evaluation too. */
const INTRODUCED = `select f.id as "decisionId", r.id as "requestId", r.tool_id as "toolId", v.number, r.evaluation_on::text as "evaluationOn",
         null::text as "expiresOn", f.written_as, '[]'::jsonb as limits, ${REVIEWS}, row_number() over (partition by r.tool_id order by f.written_as desc) as place
       from final_decisions f join consent_requests r on r.tool_id = f.tool_id and r.fingerprint = f.fingerprint and r.body = 'pvt'
         join tool_versions v on v.id = r.version_id
       where f.kind = 'introduction' and ($1::text is null or r.tool_id = $1)
         and not exists (select 1 from request_withdrawals w where w.request_id = r.id)`;

/** The consent of each tool that stands, what was introduced after a view, and that of a version which runs while a newer one is consented to. */
export const standingConsents = async (tx: Tx, toolId: string | null = null): Promise<readonly StandingConsent[]> => {
  const rows: Row[] = await tx.query(
    `select x."decisionId", x."requestId", x."toolId", t.name as "toolName", x.number, x."evaluationOn", x."expiresOn", x.limits, x.reviews, x.runs, x."isStopped" from (
       select d.id as "decisionId", d.request_id as "requestId", d.tool_id as "toolId", v.number, r.evaluation_on::text as "evaluationOn",
         d.expires_on::text as "expiresOn", d.written_as,
         coalesce((select jsonb_agg(c.machine_limit) from decision_conditions c
           where c.decision_id = d.id and c.machine_limit->>'kind' in ('ends_on', 'evaluate_on')), '[]') as limits,
         ${REVIEWS},
         row_number() over (partition by d.tool_id order by d.written_as desc) as place
       from council_decisions d join decision_confirmations c on c.decision_id = d.id join consent_requests r on r.id = d.request_id
         join tool_versions v on v.id = r.version_id
       where d.decision <> 'refused' and ($1::text is null or d.tool_id = $1)
         and not exists (select 1 from decision_rejections j where j.decision_id = d.id)
         and not exists (select 1 from consents_revoked k where k.decision_id = d.id)
         and not exists (select 1 from request_withdrawals w where w.request_id = d.request_id)
       union all ${INTRODUCED}
     ) x join tools t on t.id = x."toolId" where x.place = 1 or x.runs order by lower(t.name), x.number desc limit 500`,
    [toolId],
  );
  return rows.map((row) => ({
    ...row,
    limits: row.limits.flatMap((limit) => readLimit(limit) ?? []),
    reviews: row.reviews.map((review) => ({ ...review, confirmedAt: new Date(review.confirmedAt) })),
  }));
};

/** The tools about which a central or group council was asked. */
export const groupTools = async (tx: Tx): Promise<readonly string[]> => {
  const rows: { toolId: string }[] = await tx.query(
    `select distinct tool_id as "toolId" from consent_requests where body in ('cor', 'gor')`,
  );
  return rows.map(({ toolId }) => toolId);
};

/** Notes reminders as sent; answers those that were not sent before, each once, however often it is asked. */
export const noteReminders = async (
  tx: Tx,
  reminders: readonly { readonly kind: string; readonly subjectId: string; readonly moment: string }[],
  now: Date,
): Promise<readonly { readonly kind: string; readonly subjectId: string }[]> =>
  tx.query(
    `with noted as (
       insert into reminders_sent (kind, subject_id, moment, at)
       select r->>'kind', r->>'subjectId', r->>'moment', $2 from jsonb_array_elements($1::jsonb) r
       on conflict do nothing returning kind, subject_id
     ) select distinct kind, subject_id as "subjectId" from noted`,
    [JSON.stringify(reminders), now],
  );
