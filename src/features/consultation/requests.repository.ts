import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { SentRequest } from './domain/case-file.js';
import { insertInto } from './insert-into.repository.js';

export interface RequestDraft {
  readonly intendedDecision: string;
  readonly reasons: string;
  readonly consequences: string;
  readonly grounds: readonly string[];
  readonly alsoAdvice: boolean;
  readonly intendedStartOn: Day | null;
  readonly evaluationOn: Day | null;
  /** The last day of a trial; null when it is none. */
  readonly trialUntil?: Day | null;
  readonly preparedBy: string;
  readonly preparedAt: Date;
}

export const findDraft = async (tx: Tx, versionId: string): Promise<RequestDraft | null> => {
  const rows: RequestDraft[] = await tx.query(
    `select intended_decision as "intendedDecision", reasons, consequences, grounds, also_advice as "alsoAdvice",
      intended_start_on::text as "intendedStartOn", evaluation_on::text as "evaluationOn", trial_until::text as "trialUntil", prepared_by as "preparedBy", prepared_at as "preparedAt"
     from request_drafts where version_id = $1`,
    [versionId],
  );
  return rows[0] ?? null;
};

export const saveDraft = async (tx: Tx, versionId: string, d: RequestDraft): Promise<void> => {
  await tx.query(
    `insert into request_drafts (version_id, intended_decision, reasons, consequences, grounds, also_advice, intended_start_on, evaluation_on, prepared_by, prepared_at, trial_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (version_id) do update set intended_decision = excluded.intended_decision, reasons = excluded.reasons,
      consequences = excluded.consequences, grounds = excluded.grounds, also_advice = excluded.also_advice, intended_start_on = excluded.intended_start_on,
      evaluation_on = excluded.evaluation_on, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at, trial_until = excluded.trial_until`,
    [
      versionId,
      d.intendedDecision,
      d.reasons,
      d.consequences,
      d.grounds,
      d.alsoAdvice,
      d.intendedStartOn,
      d.evaluationOn,
      d.preparedBy,
      d.preparedAt,
      d.trialUntil ?? null,
    ],
  );
};

export const insertRequest = insertInto('consent_requests', [
  'id',
  'tool_id',
  'version_id',
  'fingerprint',
  'body',
  'route',
  'intended_decision',
  'reasons',
  'consequences',
  'grounds',
  'also_advice',
  'intended_start_on',
  'evaluation_on',
  'trial_until',
  'ai_named',
  'snapshot',
  'bundle_hash',
  'reference',
  'sent_by',
  'sent_at',
]);

export const insertWithdrawal = insertInto('request_withdrawals', ['request_id', 'reason', 'by_person', 'at']);

export interface FoundRequest extends SentRequest {
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
}
const FOUND = `select r.id, r.tool_id as "toolId", t.name as "toolName", v.number, r.version_id as "versionId", r.fingerprint, r.body,
    r.intended_decision as "intendedDecision", r.reasons, r.consequences, r.grounds, r.also_advice as "alsoAdvice",
    r.intended_start_on::text as "intendedStartOn", r.evaluation_on::text as "evaluationOn", r.trial_until::text as "trialUntil", r.ai_named as "aiNamed", r.bundle_hash as "bundleHash",
    r.reference, r.sent_at as "sentAt", w.at as "withdrawnAt"
  from consent_requests r join tools t on t.id = r.tool_id join tool_versions v on v.id = r.version_id left join request_withdrawals w on w.request_id = r.id`;

export const findRequest = async (tx: Tx, requestId: string): Promise<FoundRequest | null> => {
  const rows: FoundRequest[] = await tx.query(`${FOUND} where r.id = $1`, [requestId]);
  return rows[0] ?? null;
};

/** What the council saw, exactly as it was when the request was sent. */
export const readSnapshot = async (tx: Tx, requestId: string): Promise<unknown> => {
  const rows: { snapshot: unknown }[] = await tx.query(`select snapshot from consent_requests where id = $1`, [requestId]);
  return rows[0]?.snapshot ?? null;
};

export const newestRequestOf = async (tx: Tx, toolId: string): Promise<string | null> => {
  const rows: { id: string }[] = await tx.query(`select id from consent_requests where tool_id = $1 order by written_as desc limit 1`, [
    toolId,
  ]);
  return rows[0]?.id ?? null;
};
