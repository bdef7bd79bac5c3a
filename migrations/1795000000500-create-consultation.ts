import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table request_drafts (
  version_id text not null constraint request_drafts_key primary key constraint request_drafts_version references tool_versions (id),
  intended_decision text not null,
  reasons text not null,
  consequences text not null,
  grounds text[] not null,
  also_advice boolean not null,
  intended_start_on date,
  evaluation_on date,
  prepared_by text not null, prepared_at timestamptz not null
);
create table consent_requests (
  id text not null constraint consent_requests_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  body text not null constraint consent_requests_body check (body in ('or', 'pvt', 'personnel_meeting', 'none')),
  route text not null constraint consent_requests_route check (route in ('consent', 'cba', 'consent_not_required')),
  intended_decision text not null, reasons text not null, consequences text not null,
  grounds text[] not null,
  also_advice boolean not null,
  intended_start_on date,
  evaluation_on date not null,
  ai_named boolean not null,
  snapshot jsonb not null,
  bundle_hash text not null,
  reference text not null,
  sent_by text not null, sent_at timestamptz not null,
  constraint consent_requests_version_fk foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index consent_requests_tool on consent_requests (tool_id, fingerprint);
create table request_withdrawals (
  request_id text not null constraint request_withdrawals_key primary key constraint request_withdrawals_request references consent_requests (id),
  reason text not null, by_person text not null, at timestamptz not null
);
create table meetings (
  id text not null constraint meetings_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint meetings_request references consent_requests (id),
  held_on date not null,
  minutes text not null,
  minutes_file_id text constraint meetings_minutes_file references files (id),
  present_council text not null, present_employer text not null,
  recorded_by text not null, recorded_at timestamptz not null
);
create table meeting_confirmations (
  meeting_id text not null constraint meeting_confirmations_meeting references meetings (id),
  by_person text not null, at timestamptz not null,
  constraint meeting_confirmations_key primary key (meeting_id, by_person)
);
create table council_decisions (
  id text not null constraint council_decisions_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint council_decisions_request references consent_requests (id),
  attempt integer not null default 1 constraint council_decisions_attempt check (attempt > 0),
  tool_id text not null constraint council_decisions_tool references tools (id),
  fingerprint text not null,
  decision text not null constraint council_decisions_decision check (decision in ('granted', 'granted_with_conditions', 'refused')),
  reasons text not null,
  decided_on date not null,
  votes_for integer not null constraint council_decisions_for check (votes_for >= 0),
  votes_against integer not null constraint council_decisions_against check (votes_against >= 0),
  votes_abstained integer not null constraint council_decisions_abstained check (votes_abstained >= 0),
  expires_on date,
  reference text not null,
  recorded_by text not null, recorded_at timestamptz not null,
  constraint council_decisions_once unique (request_id, attempt)
);
create index council_decisions_tool on council_decisions (tool_id, fingerprint);
create table decision_confirmations (
  decision_id text not null constraint decision_confirmations_key primary key constraint decision_confirmations_decision references council_decisions (id),
  by_person text not null, at timestamptz not null
);
create table decision_rejections (
  decision_id text not null constraint decision_rejections_key primary key constraint decision_rejections_decision references council_decisions (id),
  reason text not null, by_person text not null, at timestamptz not null
);
create function decision_needs_another_officer() returns trigger language plpgsql as $$
begin
  if exists (select 1 from council_decisions d where d.id = new.decision_id and d.recorded_by = new.by_person) then
    raise exception 'decision_confirmations_two_officers' using errcode = 'check_violation', constraint = 'decision_confirmations_two_officers';
  end if;
  if exists (select 1 from decision_rejections r where r.decision_id = new.decision_id) then
    raise exception 'decision_confirmations_not_rejected' using errcode = 'check_violation', constraint = 'decision_confirmations_not_rejected';
  end if;
  return new;
end $$;
create trigger decision_confirmations_two_officers before insert on decision_confirmations
  for each row execute function decision_needs_another_officer();
create table decision_conditions (
  id text not null constraint decision_conditions_key primary key,
  written_as bigint generated always as identity,
  decision_id text not null constraint decision_conditions_decision references council_decisions (id),
  text text not null,
  machine_limit jsonb,
  promise_owner text,
  due_on date,
  constraint decision_conditions_kind check ((machine_limit is not null) <> (promise_owner is not null and due_on is not null))
);
create table promise_findings (
  id text not null constraint promise_findings_key primary key,
  written_as bigint generated always as identity,
  condition_id text not null constraint promise_findings_condition references decision_conditions (id),
  finding text not null constraint promise_findings_finding check (finding in ('kept', 'broken')),
  by_person text not null, at timestamptz not null
);
create table final_decisions (
  id text not null constraint final_decisions_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null constraint final_decisions_tool references tools (id),
  version_id text not null constraint final_decisions_version references tool_versions (id),
  fingerprint text not null,
  decision_id text constraint final_decisions_decision references council_decisions (id),
  ruling_id text,
  kind text not null constraint final_decisions_kind check (kind in ('final_decision', 'introduction')),
  text text not null,
  effective_on date not null,
  takes_over text[] not null,
  reference text not null,
  decided_by text not null, decided_at timestamptz not null
);
create index final_decisions_tool on final_decisions (tool_id, fingerprint);
create table claims (
  id text not null constraint claims_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  route text not null constraint claims_route check (route in ('cba', 'consent_not_required')),
  ground text not null,
  agreement_reference text,
  agreement_substantive boolean not null default false,
  reference text not null,
  claimed_by text not null, claimed_at timestamptz not null,
  constraint claims_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create table claim_confirmations (
  claim_id text not null constraint claim_confirmations_claim references claims (id),
  by_person text not null, by_role text not null, at timestamptz not null,
  constraint claim_confirmations_key primary key (claim_id, by_person)
);
create table court_rulings (
  id text not null constraint court_rulings_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null constraint court_rulings_tool references tools (id),
  fingerprint text not null,
  kind text not null constraint court_rulings_kind check (kind in ('permission', 'exemption', 'nullity')),
  ground text constraint court_rulings_ground check (ground in ('refusal_unreasonable', 'weighty_business_reasons')),
  outcome text not null constraint court_rulings_outcome check (outcome in ('granted', 'rejected', 'declared_unjustified', 'upheld')),
  reference text not null,
  file_id text not null constraint court_rulings_file references files (id),
  uploaded_by text not null, uploaded_at timestamptz not null
);
alter table final_decisions add constraint final_decisions_ruling foreign key (ruling_id) references court_rulings (id);
create table ruling_confirmations (
  ruling_id text not null constraint ruling_confirmations_key primary key constraint ruling_confirmations_ruling references court_rulings (id),
  by_person text not null, at timestamptz not null
);
create table nullity_invocations (
  id text not null constraint nullity_invocations_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null constraint nullity_invocations_tool references tools (id),
  fingerprint text not null,
  period_started_on date not null,
  reason text not null,
  reference text not null,
  invoked_by text not null, invoked_at timestamptz not null
);
create table nullity_ends (
  invocation_id text not null constraint nullity_ends_key primary key constraint nullity_ends_invocation references nullity_invocations (id),
  status text not null constraint nullity_ends_status check (status in ('declared_unjustified', 'upheld', 'resolved_by_consent')),
  ruling_id text constraint nullity_ends_ruling references court_rulings (id),
  at timestamptz not null
);
create table disputes (
  id text not null constraint disputes_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null constraint disputes_tool references tools (id),
  fingerprint text not null,
  about text not null,
  text text not null,
  raised_by text not null, raised_at timestamptz not null
);
create index disputes_tool on disputes (tool_id, fingerprint);
create table dispute_answers (
  dispute_id text not null constraint dispute_answers_dispute references disputes (id),
  by_person text not null, by_role text not null, answer text not null, at timestamptz not null,
  constraint dispute_answers_key primary key (dispute_id, by_person)
);
create table body_views (
  id text not null constraint body_views_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint body_views_request references consent_requests (id),
  fingerprint text not null,
  text text not null, viewed_on date not null,
  recorded_by text not null, recorded_at timestamptz not null
);
create table council_questions (
  id text not null constraint council_questions_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint council_questions_request references consent_requests (id),
  text text not null, asked_by text not null, asked_at timestamptz not null
);
create table council_answers (
  question_id text not null constraint council_answers_key primary key constraint council_answers_question references council_questions (id),
  text text not null, by_person text not null, at timestamptz not null
);
create table personnel_meetings (
  id text not null constraint personnel_meetings_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint personnel_meetings_request references consent_requests (id),
  held_on date not null, minutes text not null,
  quarter_affected boolean not null, advice_asked boolean not null,
  recorded_by text not null, recorded_at timestamptz not null
);
create table personnel_meeting_confirmations (
  meeting_id text not null constraint personnel_meeting_confirmations_meeting references personnel_meetings (id),
  by_person text not null, at timestamptz not null,
  constraint personnel_meeting_confirmations_key primary key (meeting_id, by_person)
);
create table staff_comments (
  id text not null constraint staff_comments_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint staff_comments_request references consent_requests (id),
  text text not null, by_person text not null, at timestamptz not null
);
create table staff_comment_answers (
  comment_id text not null constraint staff_comment_answers_key primary key constraint staff_comment_answers_comment references staff_comments (id),
  text text not null, by_person text not null, at timestamptz not null
);
create table council_mailings (
  id text not null constraint council_mailings_key primary key,
  written_as bigint generated always as identity,
  tool_id text,
  act text not null,
  reference text not null,
  document text not null,
  document_hash text not null,
  pdf bytea not null,
  at timestamptz not null
);
create index council_mailings_tool on council_mailings (tool_id, at);
create table council_mailing_recipients (
  mailing_id text not null constraint council_mailing_recipients_mailing references council_mailings (id),
  person_id text not null,
  handed_over_at timestamptz,
  bounced_at timestamptz,
  constraint council_mailing_recipients_key primary key (mailing_id, person_id)
);
create table staff_announcements (
  id text not null constraint staff_announcements_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  act text not null,
  reference text not null,
  content jsonb not null,
  content_hash text not null,
  at timestamptz not null,
  constraint staff_announcements_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index staff_announcements_tool on staff_announcements (tool_id, fingerprint);
create table staff_announcement_recipients (
  announcement_id text not null constraint staff_announcement_recipients_announcement references staff_announcements (id),
  person_id text not null constraint staff_announcement_recipients_person references persons (id),
  handed_over_at timestamptz,
  bounced_at timestamptz,
  constraint staff_announcement_recipients_key primary key (announcement_id, person_id)
);
create index staff_announcement_recipients_person on staff_announcement_recipients (person_id);
`;

const DOWN = `
drop table staff_announcement_recipients;
drop table staff_announcements;
drop table council_mailing_recipients;
drop table council_mailings;
drop table staff_comment_answers;
drop table staff_comments;
drop table personnel_meeting_confirmations;
drop table personnel_meetings;
drop table council_answers;
drop table council_questions;
drop table body_views;
drop table dispute_answers;
drop table disputes;
drop table nullity_ends;
drop table nullity_invocations;
drop table ruling_confirmations;
alter table final_decisions drop constraint final_decisions_ruling;
drop table court_rulings;
drop table claim_confirmations;
drop table claims;
drop table final_decisions;
drop table promise_findings;
drop table decision_conditions;
drop trigger decision_confirmations_two_officers on decision_confirmations;
drop function decision_needs_another_officer;
drop table decision_rejections;
drop table decision_confirmations;
drop table council_decisions;
drop table meeting_confirmations;
drop table meetings;
drop table request_withdrawals;
drop table consent_requests;
drop table request_drafts;
`;

const APPEND_ONLY: readonly string[] = [
  'consent_requests',
  'request_withdrawals',
  'meetings',
  'meeting_confirmations',
  'council_decisions',
  'decision_confirmations',
  'decision_rejections',
  'decision_conditions',
  'promise_findings',
  'final_decisions',
  'claims',
  'claim_confirmations',
  'court_rulings',
  'ruling_confirmations',
  'nullity_invocations',
  'nullity_ends',
  'disputes',
  'dispute_answers',
  'body_views',
  'personnel_meetings',
  'personnel_meeting_confirmations',
  'council_questions',
  'council_answers',
  'staff_comments',
  'staff_comment_answers',
  'council_mailings',
  'staff_announcements',
];

export class CreateConsultation1795000000500 implements MigrationInterface {
  name = 'CreateConsultation1795000000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
