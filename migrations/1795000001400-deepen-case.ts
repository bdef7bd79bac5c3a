import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create view tools_stopped as
  select s.tool_id, min(s.at) as since from suspensions s
  where s.cause in ('stopped', 'nullity') and not exists (select 1 from suspension_ends x where x.suspension_id = s.id)
  group by s.tool_id;

alter table request_drafts add column trial_until date;
alter table consent_requests add column trial_until date;

alter table council_answers add column meeting_id text constraint council_answers_meeting references meetings (id);
create table council_answer_files (
  question_id text not null constraint council_answer_files_answer references council_answers (question_id),
  file_id text not null constraint council_answer_files_file references files (id),
  constraint council_answer_files_key primary key (question_id, file_id)
);

alter table meeting_confirmations add column side text not null default 'employer'
  constraint meeting_confirmations_side check (side in ('council', 'employer'));
create table meeting_proposals (
  id text not null constraint meeting_proposals_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint meeting_proposals_request references consent_requests (id),
  side text not null constraint meeting_proposals_side check (side in ('council', 'employer')),
  starts_at timestamptz not null,
  place text not null,
  proposed_by text not null, proposed_at timestamptz not null
);
create index meeting_proposals_of on meeting_proposals (request_id);
create table meeting_choices (
  proposal_id text not null constraint meeting_choices_key primary key constraint meeting_choices_proposal references meeting_proposals (id),
  written_as bigint generated always as identity,
  by_person text not null, at timestamptz not null
);
create table agenda_items (
  id text not null constraint agenda_items_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint agenda_items_request references consent_requests (id),
  side text not null constraint agenda_items_side check (side in ('council', 'employer')),
  text text not null,
  added_by text not null, added_at timestamptz not null
);
create index agenda_items_of on agenda_items (request_id);
create table agenda_removals (
  item_id text not null constraint agenda_removals_key primary key constraint agenda_removals_item references agenda_items (id),
  by_person text not null, at timestamptz not null
);
create table meeting_reminders (
  request_id text not null constraint meeting_reminders_request references consent_requests (id),
  days_before integer not null,
  at timestamptz not null,
  constraint meeting_reminders_key primary key (request_id, days_before)
);

create table court_petitions (
  id text not null constraint court_petitions_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint court_petitions_request references consent_requests (id),
  tool_id text not null constraint court_petitions_tool references tools (id),
  fingerprint text not null,
  ground text not null constraint court_petitions_ground check (ground in ('refusal_unreasonable', 'weighty_business_reasons')),
  filed_on date not null,
  court text not null,
  reference text not null,
  file_id text not null constraint court_petitions_file references files (id),
  recorded_by text not null, recorded_at timestamptz not null
);
create index court_petitions_of on court_petitions (tool_id, fingerprint);
create table petition_confirmations (
  petition_id text not null constraint petition_confirmations_key primary key constraint petition_confirmations_petition references court_petitions (id),
  by_person text not null, at timestamptz not null
);
create table petition_withdrawals (
  petition_id text not null constraint petition_withdrawals_key primary key constraint petition_withdrawals_petition references court_petitions (id),
  by_person text not null, at timestamptz not null
);
alter table court_rulings add column petition_id text constraint court_rulings_petition references court_petitions (id);
alter table court_rulings add column ruled_on date;

create function decision_needs_standing_request() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.request_id, 0));
  if exists (select 1 from request_withdrawals w where w.request_id = new.request_id) then
    raise exception 'council_decisions_standing' using errcode = 'check_violation', constraint = 'council_decisions_standing';
  end if;
  return new;
end $$;
create trigger council_decisions_standing before insert on council_decisions
  for each row execute function decision_needs_standing_request();
create function withdrawal_needs_no_decision() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.request_id, 0));
  if exists (select 1 from council_decisions d where d.request_id = new.request_id
      and not exists (select 1 from decision_rejections r where r.decision_id = d.id)) then
    raise exception 'request_withdrawals_undecided' using errcode = 'check_violation', constraint = 'request_withdrawals_undecided';
  end if;
  return new;
end $$;
create trigger request_withdrawals_undecided before insert on request_withdrawals
  for each row execute function withdrawal_needs_no_decision();
create function activation_takes_over_conditions() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from evaluation_requirements r join final_decisions f on f.id = r.final_decision_id join decision_conditions c on c.decision_id = f.decision_id
    where r.evaluation_id = new.evaluation_id and not c.id = any (f.takes_over)
  ) then
    raise exception 'activations_take_over_conditions' using errcode = 'check_violation', constraint = 'activations_take_over_conditions';
  end if;
  return new;
end $$;
create constraint trigger activations_take_over_conditions after insert on activations deferrable initially deferred
  for each row execute function activation_takes_over_conditions();
`;

const DOWN = `
drop trigger activations_take_over_conditions on activations;
drop function activation_takes_over_conditions;
drop trigger request_withdrawals_undecided on request_withdrawals;
drop function withdrawal_needs_no_decision;
drop trigger council_decisions_standing on council_decisions;
drop function decision_needs_standing_request;
alter table court_rulings drop column ruled_on;
alter table court_rulings drop column petition_id;
drop table petition_withdrawals;
drop table petition_confirmations;
drop table court_petitions;
drop table meeting_reminders;
drop table agenda_removals;
drop table agenda_items;
drop table meeting_choices;
drop table meeting_proposals;
alter table meeting_confirmations drop column side;
drop table council_answer_files;
alter table council_answers drop column meeting_id;
alter table consent_requests drop column trial_until;
alter table request_drafts drop column trial_until;
drop view tools_stopped;
`;

const APPEND_ONLY: readonly string[] = [
  'council_answer_files',
  'meeting_proposals',
  'meeting_choices',
  'agenda_items',
  'agenda_removals',
  'meeting_reminders',
  'court_petitions',
  'petition_confirmations',
  'petition_withdrawals',
];

export class DeepenCase1795000001400 implements MigrationInterface {
  name = 'DeepenCase1795000001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
