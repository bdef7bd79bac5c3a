import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table nullity_acts (
  reference text not null constraint nullity_acts_key primary key,
  tool_id text not null constraint nullity_acts_tool references tools (id),
  why text not null constraint nullity_acts_why check (why in ('told', 'apparent')),
  last_day date not null,
  decided_on date,
  invoked_by text not null, invoked_at timestamptz not null
);
create index nullity_acts_of_tool on nullity_acts (tool_id);
create table nullity_ratifications (
  reference text not null constraint nullity_ratifications_key primary key constraint nullity_ratifications_act references nullity_acts (reference),
  decided_on date not null,
  votes_for integer not null constraint nullity_ratifications_for check (votes_for > 0),
  votes_against integer not null constraint nullity_ratifications_against check (votes_against >= 0),
  votes_abstained integer not null constraint nullity_ratifications_abstained check (votes_abstained >= 0),
  recorded_by text not null, recorded_at timestamptz not null,
  constraint nullity_ratifications_majority check (votes_for > votes_against)
);
create table effect_reports (
  id text not null constraint effect_reports_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null constraint effect_reports_tool references tools (id),
  request_id text not null constraint effect_reports_request references consent_requests (id),
  fingerprint text not null,
  summary text not null,
  reference text not null,
  reported_by text not null, reported_at timestamptz not null
);
create index effect_reports_of_request on effect_reports (request_id);
create table effect_figures (
  report_id text not null constraint effect_figures_report references effect_reports (id),
  purpose text not null,
  goal text not null,
  unit text not null,
  before_value numeric not null, after_value numeric not null,
  reached text not null constraint effect_figures_reached check (reached in ('yes', 'partly', 'no')),
  explanation text not null,
  constraint effect_figures_key primary key (report_id, purpose)
);
create table effect_reviews (
  id text not null constraint effect_reviews_key primary key,
  written_as bigint generated always as identity,
  report_id text not null constraint effect_reviews_report references effect_reports (id),
  view text not null,
  outcome text not null constraint effect_reviews_outcome check (outcome in ('continue', 'adapt', 'stop')),
  next_on date,
  reference text not null,
  recorded_by text not null, recorded_at timestamptz not null,
  constraint effect_reviews_next check ((outcome = 'stop') = (next_on is null))
);
create table effect_review_confirmations (
  review_id text not null constraint effect_review_confirmations_key primary key constraint effect_review_confirmations_review references effect_reviews (id),
  by_person text not null, at timestamptz not null
);
create table concerns (
  id text not null constraint concerns_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null constraint concerns_tool references tools (id),
  text text not null,
  due_on date not null,
  reference text not null,
  raised_by text not null, raised_at timestamptz not null
);
create table concern_answers (
  concern_id text not null constraint concern_answers_key primary key constraint concern_answers_concern references concerns (id),
  text text not null,
  reference text not null,
  by_person text not null, at timestamptz not null
);
create table revocations (
  id text not null constraint revocations_key primary key,
  written_as bigint generated always as identity,
  decision_id text not null constraint revocations_decision references council_decisions (id),
  tool_id text not null constraint revocations_tool references tools (id),
  fingerprint text not null,
  ground text not null constraint revocations_ground check (ground in ('condition_breached', 'expired', 'material_change', 'renegotiated', 'named')),
  explanation text not null,
  condition_id text constraint revocations_condition references decision_conditions (id),
  named_words text,
  reference text not null,
  recorded_by text not null, recorded_at timestamptz not null,
  constraint revocations_breach check ((ground = 'condition_breached') = (condition_id is not null)),
  constraint revocations_words check ((ground = 'named') = (named_words is not null))
);
create index revocations_of_decision on revocations (decision_id);
create table revocation_confirmations (
  revocation_id text not null constraint revocation_confirmations_revocation references revocations (id),
  by_person text not null,
  by_role text not null constraint revocation_confirmations_role check (by_role in ('or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director')),
  at timestamptz not null,
  constraint revocation_confirmations_key primary key (revocation_id, by_person)
);
create table reminders_sent (
  kind text not null,
  subject_id text not null,
  moment text not null,
  at timestamptz not null,
  constraint reminders_sent_key primary key (kind, subject_id, moment)
);
create function another_officer_confirms() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  first_person text;
begin
  case tg_table_name
    when 'nullity_ratifications' then
      first_person := (select a.invoked_by from nullity_acts a where a.reference = new.reference);
      if first_person = new.recorded_by then raise exception 'one officer' using errcode = 'check_violation', constraint = 'nullity_ratifications_two_officers'; end if;
    when 'effect_review_confirmations' then
      first_person := (select v.recorded_by from effect_reviews v where v.id = new.review_id);
      if first_person = new.by_person then raise exception 'one officer' using errcode = 'check_violation', constraint = 'effect_review_confirmations_two_officers'; end if;
    else
      first_person := (select r.recorded_by from revocations r where r.id = new.revocation_id);
      if first_person = new.by_person then raise exception 'one officer' using errcode = 'check_violation', constraint = 'revocation_confirmations_two_officers'; end if;
  end case;
  return new;
end $$;
create trigger nullity_ratifications_two_officers before insert on nullity_ratifications for each row execute function another_officer_confirms();
create trigger effect_review_confirmations_two_officers before insert on effect_review_confirmations for each row execute function another_officer_confirms();
create trigger revocation_confirmations_two_officers before insert on revocation_confirmations for each row execute function another_officer_confirms();
create view consents_revoked as
  select r.decision_id, r.id as revocation_id, max(c.at) as at from revocations r join revocation_confirmations c on c.revocation_id = r.id
  group by r.id having bool_or(c.by_role <> 'director') and (r.ground <> 'renegotiated' or bool_or(c.by_role = 'director'));
create view objection_counts as
  select o.tool_id, date_trunc('quarter', o.lodged_at at time zone 'Europe/Amsterdam')::date as quarter,
    case when count(*) >= 5 then count(*)::int end as objections
  from objections o group by 1, 2;
create function activation_needs_standing_consent() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from evaluation_requirements r join consents_revoked x on x.decision_id = r.decision_id where r.evaluation_id = new.evaluation_id) then
    raise exception 'the consent was revoked' using errcode = 'check_violation', constraint = 'activations_consent_stands';
  end if;
  return new;
end $$;
create constraint trigger activations_consent_stands after insert on activations deferrable initially deferred
  for each row execute function activation_needs_standing_consent();
`;

const DOWN = `
drop trigger activations_consent_stands on activations;
drop function activation_needs_standing_consent;
drop view objection_counts;
drop view consents_revoked;
drop table reminders_sent;
drop table revocation_confirmations;
drop table revocations;
drop table concern_answers;
drop table concerns;
drop table effect_review_confirmations;
drop table effect_reviews;
drop table effect_figures;
drop table effect_reports;
drop table nullity_ratifications;
drop table nullity_acts;
drop function another_officer_confirms;
`;

const APPEND_ONLY: readonly string[] = [
  'nullity_acts',
  'nullity_ratifications',
  'effect_reports',
  'effect_figures',
  'effect_reviews',
  'effect_review_confirmations',
  'concerns',
  'concern_answers',
  'revocations',
  'revocation_confirmations',
];

export class FollowConsent1795000001500 implements MigrationInterface {
  name = 'FollowConsent1795000001500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
