import type { MachineLimit } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Body, Ruling } from './domain/case-file.js';
import { insertInto } from './insert-into.repository.js';

export const insertMeeting = insertInto('meetings', [
  'id',
  'request_id',
  'held_on',
  'minutes',
  'minutes_file_id',
  'present_council',
  'present_employer',
  'side',
  'recorded_by',
  'recorded_at',
]);
export const insertPresence = insertInto('meeting_confirmations', ['meeting_id', 'by_person', 'at', 'side']);
export const insertDecision = insertInto('council_decisions', [
  'id',
  'request_id',
  'attempt',
  'tool_id',
  'fingerprint',
  'decision',
  'reasons',
  'decided_on',
  'ballot_id',
  'votes_for',
  'votes_against',
  'votes_abstained',
  'expires_on',
  'reference',
  'recorded_by',
  'recorded_at',
]);
export const insertConfirmation = insertInto('decision_confirmations', ['decision_id', 'by_person', 'at']);
export const insertRejection = insertInto('decision_rejections', ['decision_id', 'reason', 'by_person', 'at']);
export const insertFinal = insertInto('final_decisions', [
  'id',
  'tool_id',
  'version_id',
  'fingerprint',
  'decision_id',
  'ruling_id',
  'framework_consent_id',
  'kind',
  'text',
  'effective_on',
  'takes_over',
  'reference',
  'decided_by',
  'decided_at',
]);
export const insertClaim = insertInto('claims', [
  'id',
  'tool_id',
  'version_id',
  'fingerprint',
  'route',
  'ground',
  'agreement_reference',
  'agreement_substantive',
  'reference',
  'claimed_by',
  'claimed_at',
]);
export const insertClaimConfirmation = insertInto('claim_confirmations', ['claim_id', 'by_person', 'by_role', 'at']);
export const insertRuling = insertInto('court_rulings', [
  'id',
  'tool_id',
  'fingerprint',
  'kind',
  'ground',
  'outcome',
  'reference',
  'file_id',
  'uploaded_by',
  'uploaded_at',
  'petition_id',
  'ruled_on',
]);
export const insertRulingConfirmation = insertInto('ruling_confirmations', ['ruling_id', 'by_person', 'at']);
export const insertNullity = insertInto('nullity_invocations', [
  'id',
  'tool_id',
  'fingerprint',
  'period_started_on',
  'reason',
  'reference',
  'invoked_by',
  'invoked_at',
]);
export const insertNullityEnd = insertInto('nullity_ends', ['invocation_id', 'status', 'ruling_id', 'at']);
export const insertDispute = insertInto('disputes', ['id', 'tool_id', 'fingerprint', 'about', 'text', 'raised_by', 'raised_at']);
export const insertDisputeAnswer = insertInto('dispute_answers', ['dispute_id', 'by_person', 'by_role', 'answer', 'at']);
export const insertFinding = insertInto('promise_findings', ['id', 'condition_id', 'finding', 'by_person', 'at']);
export const insertView = insertInto('body_views', ['id', 'request_id', 'fingerprint', 'text', 'viewed_on', 'recorded_by', 'recorded_at']);
export const insertPersonnelMeeting = insertInto('personnel_meetings', [
  'id',
  'request_id',
  'held_on',
  'minutes',
  'quarter_affected',
  'advice_asked',
  'recorded_by',
  'recorded_at',
]);
export const insertPersonnelConfirmation = insertInto('personnel_meeting_confirmations', ['meeting_id', 'by_person', 'at']);
export const insertComment = insertInto('staff_comments', ['id', 'request_id', 'text', 'by_person', 'at']);
export const insertCommentAnswer = insertInto('staff_comment_answers', ['comment_id', 'text', 'by_person', 'at']);

export interface NewCondition {
  readonly id: string;
  readonly text: string;
  readonly limit: MachineLimit | null;
  readonly promiseOwner: string | null;
  readonly promiseOwnerId?: string | null;
  readonly dueOn: string | null;
}
/** All conditions of a decision at once, in the order in which the council set them. */
export const insertConditions = async (tx: Tx, decisionId: string, conditions: readonly NewCondition[]): Promise<void> => {
  await tx.query(
    `insert into decision_conditions (id, decision_id, text, machine_limit, promise_owner, promise_owner_id, due_on)
     select c->>'id', $1, c->>'text', nullif(c->'limit', 'null'::jsonb), c->>'promiseOwner', c->>'promiseOwnerId', (c->>'dueOn')::date
     from jsonb_array_elements($2::jsonb) with ordinality as x(c, place) order by place`,
    [decisionId, JSON.stringify(conditions)],
  );
};

interface Place {
  readonly toolId: string;
  readonly fingerprint: string;
}
const placeOf = async <More>(tx: Tx, sql: string, id: string): Promise<(Place & More) | null> => {
  const rows: (Place & More)[] = await tx.query(sql, [id]);
  return rows[0] ?? null;
};

export const findClaim = (tx: Tx, id: string) =>
  placeOf<{ versionId: string; claimedBy: string; route: string }>(
    tx,
    `select tool_id as "toolId", fingerprint, version_id as "versionId", claimed_by as "claimedBy", route from claims where id = $1`,
    id,
  );
export const findRuling = (tx: Tx, id: string) =>
  placeOf<Pick<Ruling, 'kind' | 'outcome' | 'reference' | 'uploadedBy' | 'fileId'> & { confirmed: boolean }>(
    tx,
    `select tool_id as "toolId", fingerprint, kind, outcome, reference, uploaded_by as "uploadedBy", file_id as "fileId",
      exists (select 1 from ruling_confirmations c where c.ruling_id = u.id) as confirmed from court_rulings u where id = $1`,
    id,
  );
export const findDispute = (tx: Tx, id: string) =>
  placeOf<object>(tx, `select tool_id as "toolId", fingerprint from disputes where id = $1`, id);
/** A condition of a decision that was confirmed. */
export const findPromise = (tx: Tx, id: string) =>
  placeOf<{ text: string; isLimit: boolean; requestId: string; decisionId: string; body: Body; ownerId: string | null }>(
    tx,
    `select d.tool_id as "toolId", d.fingerprint, c.text, c.machine_limit is not null as "isLimit", d.request_id as "requestId", d.id as "decisionId", r.body, c.promise_owner_id as "ownerId"
     from decision_conditions c join council_decisions d on d.id = c.decision_id join decision_confirmations k on k.decision_id = d.id
     join consent_requests r on r.id = d.request_id where c.id = $1`,
    id,
  );
