import { together, type Tx } from '../../platform/database/index.js';
import type { CouncilReset } from '../council/index.js';
import type { ConfirmedReview } from './domain/evaluation.js';
import type {
  BodyView,
  CaseFile,
  Claim,
  Condition,
  Confirmation,
  CouncilDecision,
  Dispute,
  DisputeAnswer,
  FinalDecision,
  Meeting,
  Nullity,
  PersonnelMeeting,
  Ruling,
  SentRequest,
  StaffComment,
} from './domain/case-file.js';
import { readLights } from './frameworks/lights.repository.js';
import type { Petition } from './domain/petition.js';
import { withTakeovers } from './domain/takeover.js';

/** Which acts: those on a tool that name one of these fingerprints. */
type On = readonly [toolId: string, fingerprints: readonly string[]];
type OfOne<T, Key extends string> = T & Readonly<Record<Key, string>>;

const REQUESTS = `select r.id, r.version_id as "versionId", r.fingerprint, r.body, r.intended_decision as "intendedDecision", r.reasons, r.consequences,
    r.grounds, r.also_advice as "alsoAdvice", r.intended_start_on::text as "intendedStartOn", r.evaluation_on::text as "evaluationOn",
    r.trial_until::text as "trialUntil", r.ai_named as "aiNamed", r.bundle_hash as "bundleHash", r.reference, r.sent_at as "sentAt", w.at as "withdrawnAt",
    r.snapshot->>'noticeComplete' = 'true' as "noticeWasComplete",
    (select count(*)::int from council_questions q where q.request_id = r.id and not exists (select 1 from council_answers a where a.question_id = q.id)) as "openQuestions"
  from consent_requests r left join request_withdrawals w on w.request_id = r.id
  where r.tool_id = $1 and r.fingerprint = any($2) order by r.written_as`;
const MEETINGS = `select m.id, m.request_id as "requestId", m.held_on::text as "heldOn", m.minutes, m.minutes_file_id as "minutesFileId",
    m.present_council as "presentCouncil", m.present_employer as "presentEmployer", m.recorded_by as "recordedBy", m.recorded_at as "recordedAt",
    m.side,
    case when m.side = 'employer' then m.recorded_at else
      (select min(c.at) from meeting_confirmations c where c.meeting_id = m.id and c.by_person <> m.recorded_by and c.side = 'employer') end as "confirmedAt",
    (select min(c.at) from meeting_confirmations c where c.meeting_id = m.id and c.by_person <> m.recorded_by and c.side = 'council') as "councilConfirmedAt"
  from meetings m join consent_requests r on r.id = m.request_id where r.tool_id = $1 and r.fingerprint = any($2) order by m.written_as`;
const DECISIONS = `select d.id, d.request_id as "requestId", d.fingerprint, d.decision, d.reasons, d.decided_on::text as "decidedOn",
    d.ballot_id as "ballotId", d.votes_for as "votesFor", d.votes_against as "votesAgainst", d.votes_abstained as "votesAbstained", d.expires_on::text as "expiresOn", d.reference,
    d.recorded_by as "recordedBy", d.recorded_at as "recordedAt", c.by_person as "confirmedBy", c.at as "confirmedAt", x.at as "rejectedAt",
    (select s.id from paper_signatures s join paper_signature_confirmations k on k.signature_id = s.id where s.decision_id = d.id) as "paperSignatureId",
    (select k.at from consents_revoked k where k.decision_id = d.id order by k.at limit 1) as "revokedAt",
    (select coalesce(json_agg(json_build_object('at', s.at, 'route', s.route, 'reason', s.reason) order by s.written_as), '[]')
      from council_resets_seen s where s.at <= d.recorded_at) as resets
  from council_decisions d left join decision_confirmations c on c.decision_id = d.id left join decision_rejections x on x.decision_id = d.id
  where d.tool_id = $1 and d.fingerprint = any($2) order by d.written_as`;
const CONDITIONS = `select c.id, c.decision_id as "decisionId", c.text, c.machine_limit as limit, c.promise_owner as "promiseOwner", c.promise_owner_id as "promiseOwnerId", c.due_on::text as "dueOn",
    (select f.finding from promise_findings f where f.condition_id = c.id order by f.written_as desc limit 1) as finding,
    (select count(*)::int from promise_evidence e where e.condition_id = c.id) as evidence
  from decision_conditions c join council_decisions d on d.id = c.decision_id
  where d.tool_id = $1 and d.fingerprint = any($2) order by c.written_as`;
const FINALS = `select id, fingerprint, kind, decision_id as "decisionId", ruling_id as "rulingId", framework_consent_id as "frameworkConsentId", text, effective_on::text as "effectiveOn",
    takes_over as "takesOver", reference, decided_at as "decidedAt", decided_by as "decidedBy"
  from final_decisions where tool_id = $1 and fingerprint = any($2) order by written_as`;
const CLAIMS = `select id, fingerprint, route, ground, agreement_reference as "agreementReference", agreement_substantive as "agreementSubstantive",
    reference, claimed_by as "claimedBy", claimed_at as "claimedAt"
  from claims where tool_id = $1 and fingerprint = any($2) order by written_as`;
const CLAIM_CONFIRMATIONS = `select c.claim_id as "claimId", c.by_person as "byPerson", c.by_role as "byRole", c.at
  from claim_confirmations c join claims k on k.id = c.claim_id where k.tool_id = $1 and k.fingerprint = any($2) order by c.at, c.by_person`;
const RULINGS = `select u.id, u.kind, u.ground, u.outcome, u.reference, u.file_id as "fileId", u.uploaded_by as "uploadedBy", u.uploaded_at as "uploadedAt",
    c.at as "confirmedAt"
  from court_rulings u left join ruling_confirmations c on c.ruling_id = u.id where u.tool_id = $1 and u.fingerprint = any($2) order by u.written_as`;
const NULLITIES = `select n.id, n.period_started_on::text as "periodStartedOn", n.reason, n.reference, n.invoked_at as "invokedAt", e.status as "endedAs"
  from nullity_invocations n left join nullity_ends e on e.invocation_id = n.id where n.tool_id = $1 and n.fingerprint = any($2) order by n.written_as`;
/** Said of the tool: a new version does not leave them behind. */
const DISPUTES = `select id, about, text, raised_by as "raisedBy", raised_at as "raisedAt"
  from disputes where tool_id = $1 order by written_as`;
const DISPUTE_ANSWERS = `select a.dispute_id as "disputeId", a.by_person as "byPerson", a.by_role as "byRole", a.answer, a.at
  from dispute_answers a join disputes d on d.id = a.dispute_id where d.tool_id = $1 order by a.at, a.by_person`;
const VIEWS = `select v.id, v.request_id as "requestId", v.text, v.viewed_on::text as "viewedOn", v.recorded_at as "recordedAt"
  from body_views v join consent_requests r on r.id = v.request_id where r.tool_id = $1 and v.fingerprint = any($2) order by v.written_as`;
const PERSONNEL_MEETINGS = `select p.id, p.request_id as "requestId", p.held_on::text as "heldOn", p.minutes, p.quarter_affected as "quarterAffected",
    p.advice_asked as "adviceAsked", p.recorded_by as "recordedBy", p.recorded_at as "recordedAt",
    array(select c.by_person from personnel_meeting_confirmations c where c.meeting_id = p.id order by c.at, c.by_person) as "confirmedBy"
  from personnel_meetings p join consent_requests r on r.id = p.request_id where r.tool_id = $1 and r.fingerprint = any($2) order by p.written_as`;
const COMMENTS = `select s.id, s.request_id as "requestId", s.text, s.at, a.text as answer
  from staff_comments s join consent_requests r on r.id = s.request_id left join staff_comment_answers a on a.comment_id = s.id
  where r.tool_id = $1 and r.fingerprint = any($2) order by s.written_as`;

const REVIEWS = `select p.request_id as "requestId", v.outcome, v.next_on::text as "nextOn", c.at as "confirmedAt"
  from effect_reports p join consent_requests r on r.id = p.request_id join effect_reviews v on v.report_id = p.id
  join effect_review_confirmations c on c.review_id = v.id
  where r.tool_id = $1 and r.fingerprint = any($2) order by c.at, v.written_as`;

const rowsOf = <Row>(tx: Tx, sql: string, on: On): Promise<Row[]> => tx.query(sql, [...on]);
const group = <Row, Key extends string>(rows: readonly OfOne<Row, Key>[], key: Key): ReadonlyMap<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row[key], [...(groups.get(row[key]) ?? []), row]);
  return groups;
};

/** The instants within a list come as text. */
type DecisionRow = Omit<CouncilDecision, 'conditions' | 'resets'> & {
  readonly resets: readonly (Omit<CouncilReset, 'at'> & { readonly at: string })[];
};
const readDecisions = async (tx: Tx, on: On): Promise<CouncilDecision[]> => {
  const read = await together({
    decisions: rowsOf<DecisionRow>(tx, DECISIONS, on),
    conditions: rowsOf<OfOne<Condition, 'decisionId'>>(tx, CONDITIONS, on),
  });
  const conditions = group(read.conditions, 'decisionId');
  return read.decisions.map((decision) => ({
    ...decision,
    resets: decision.resets.map((reset) => ({ ...reset, at: new Date(reset.at) })),
    conditions: conditions.get(decision.id) ?? [],
  }));
};
const readClaims = async (tx: Tx, on: On): Promise<Claim[]> => {
  const read = await together({
    claims: rowsOf<Omit<Claim, 'confirmations'>>(tx, CLAIMS, on),
    confirmations: rowsOf<OfOne<Confirmation, 'claimId'>>(tx, CLAIM_CONFIRMATIONS, on),
  });
  const confirmations = group(read.confirmations, 'claimId');
  return read.claims.map((claim) => ({ ...claim, confirmations: confirmations.get(claim.id) ?? [] }));
};
const readDisputes = async (tx: Tx, on: On): Promise<Dispute[]> => {
  const read = await together({
    disputes: tx.query<Omit<Dispute, 'answers'>[]>(DISPUTES, [on[0]]),
    answers: tx.query<OfOne<DisputeAnswer, 'disputeId'>[]>(DISPUTE_ANSWERS, [on[0]]),
  });
  const answers = group(read.answers, 'disputeId');
  return read.disputes.map((dispute) => ({ ...dispute, answers: answers.get(dispute.id) ?? [] }));
};

/** What the court was asked, and what it said to it. */
const PETITIONS = `select p.id, p.request_id as "requestId", p.ground, p.filed_on::text as "filedOn", p.court, p.reference, p.file_id as "fileId",
    p.recorded_at as "recordedAt", c.at as "confirmedAt", w.at as "withdrawnAt",
    (select u.outcome from court_rulings u join ruling_confirmations k on k.ruling_id = u.id where u.petition_id = p.id order by k.at desc limit 1) as outcome
  from court_petitions p left join petition_confirmations c on c.petition_id = p.id left join petition_withdrawals w on w.petition_id = p.id
  where p.tool_id = $1 and p.fingerprint = any($2) order by p.written_as`;

/** Every act of a case on one of the fingerprints, in a number of queries that does not grow with them. */
export const readCase = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<CaseFile> => {
  const on: On = [toolId, fingerprints];
  const { decisions, ...read } = await together({
    finals: rowsOf<FinalDecision>(tx, FINALS, on),
    requests: rowsOf<SentRequest>(tx, REQUESTS, on),
    meetings: rowsOf<Meeting>(tx, MEETINGS, on),
    decisions: readDecisions(tx, on),
    claims: readClaims(tx, on),
    rulings: rowsOf<Ruling>(tx, RULINGS, on),
    nullities: rowsOf<Nullity>(tx, NULLITIES, on),
    disputes: readDisputes(tx, on),
    views: rowsOf<BodyView>(tx, VIEWS, on),
    personnelMeetings: rowsOf<PersonnelMeeting>(tx, PERSONNEL_MEETINGS, on),
    comments: rowsOf<StaffComment>(tx, COMMENTS, on),
    reviews: rowsOf<ConfirmedReview>(tx, REVIEWS, on),
    lights: readLights(tx, toolId, fingerprints),
    petitions: rowsOf<Petition>(tx, PETITIONS, on),
  });
  return { ...read, decisions: withTakeovers(decisions, read.finals) };
};
