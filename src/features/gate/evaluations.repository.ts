import type { Tx } from '../../platform/database/index.js';

export const insertEvaluation = (
  tx: Tx,
  row: {
    id: string;
    toolId: string;
    versionId: string;
    fingerprint: string;
    verdict: string;
    ruleSet: string;
    day: string;
    failing: readonly string[];
    at: Date;
  },
): Promise<unknown> =>
  tx.query(
    `insert into evaluations (id, tool_id, version_id, fingerprint, verdict, rule_set, on_day, failing, evaluated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.toolId, row.versionId, row.fingerprint, row.verdict, row.ruleSet, row.day, row.failing, row.at],
  );

/** What proves a requirement, by name of its column. */
export type Proof = Partial<
  Record<
    | 'dpia_fixing_id'
    | 'advice_id'
    | 'request_id'
    | 'meeting_id'
    | 'decision_id'
    | 'paper_signature_id'
    | 'ruling_id'
    | 'claim_id'
    | 'view_id'
    | 'personnel_meeting_id'
    | 'final_decision_id'
    | 'notice_id',
    string | null
  >
>;

export const insertEvaluationRequirements = (
  tx: Tx,
  evaluationId: string,
  rows: readonly { readonly requirement: string; readonly state: string; readonly proof: Proof }[],
): Promise<unknown> =>
  tx.query(
    `insert into evaluation_requirements (evaluation_id, requirement, state, dpia_fixing_id, advice_id, request_id, meeting_id, decision_id, ruling_id, claim_id,
       view_id, personnel_meeting_id, final_decision_id, notice_id, paper_signature_id, framework_consent_id)
     select $1, r.requirement, r.state, r.dpia_fixing_id, r.advice_id, r.request_id, r.meeting_id, r.decision_id, r.ruling_id, r.claim_id,
       r.view_id, r.personnel_meeting_id, r.final_decision_id, r.notice_id, r.paper_signature_id, r.framework_consent_id
     from jsonb_to_recordset($2) as r(requirement text, state text, dpia_fixing_id text, advice_id text, request_id text, meeting_id text, decision_id text,
       ruling_id text, claim_id text, view_id text, personnel_meeting_id text, final_decision_id text, notice_id text, paper_signature_id text,
       framework_consent_id text)`,
    [evaluationId, JSON.stringify(rows.map(({ requirement, state, proof }) => ({ requirement, state, ...proof })))],
  );
