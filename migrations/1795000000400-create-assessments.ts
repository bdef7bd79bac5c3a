import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table finished_sections (
  version_id text not null constraint finished_sections_version references tool_versions (id),
  section text not null,
  finished_by text not null,
  finished_at timestamptz not null,
  constraint finished_sections_key primary key (version_id, section)
);
create table section_notes (
  version_id text not null constraint section_notes_version references tool_versions (id),
  section text not null,
  note text not null,
  pages text not null,
  written_by text not null,
  written_at timestamptz not null,
  constraint section_notes_key primary key (version_id, section)
);
create table balancing_signatures (
  id text not null constraint balancing_signatures_key primary key,
  version_id text not null constraint balancing_signatures_version references tool_versions (id),
  item text not null,
  digest text not null,
  signed_by text not null,
  signed_at timestamptz not null
);
create index balancing_signatures_digest on balancing_signatures (digest, item);
create table dpia_risks (
  id text not null constraint dpia_risks_key primary key,
  version_id text not null constraint dpia_risks_version references tool_versions (id),
  place integer not null,
  who text not null, what text not null,
  chance text not null constraint dpia_risks_chance check (chance in ('low', 'medium', 'high')),
  harm text not null constraint dpia_risks_harm check (harm in ('low', 'medium', 'high')),
  measure text not null, measure_owner text not null,
  rest text not null constraint dpia_risks_rest check (rest in ('low', 'medium', 'high')),
  written_by text not null, written_at timestamptz not null
);
create table lowered_risks (
  version_id text not null constraint lowered_risks_key primary key constraint lowered_risks_version references tool_versions (id),
  residual_risk text not null constraint lowered_risks_grade check (residual_risk in ('low', 'medium')),
  reason text not null,
  written_by text not null,
  written_at timestamptz not null,
  seen_by text,
  seen_at timestamptz,
  constraint lowered_risks_seen check ((seen_by is null) = (seen_at is null))
);
create table dpia_fixings (
  id text not null constraint dpia_fixings_key primary key,
  ordinal bigint generated always as identity,
  tool_id text not null,
  version_id text not null,
  fingerprint text not null,
  residual_risk text not null constraint dpia_fixings_grade check (residual_risk in ('low', 'medium', 'high')),
  review_due date not null,
  fixed_by text not null,
  fixed_at timestamptz not null,
  constraint dpia_fixings_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index dpia_fixings_tool on dpia_fixings (tool_id, fingerprint);
create table advice_requests (
  id text not null constraint advice_requests_key primary key,
  ordinal bigint generated always as identity,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  asked_by text not null, asked_at timestamptz not null,
  constraint advice_requests_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index advice_requests_tool on advice_requests (tool_id, fingerprint);
create table advices (
  id text not null constraint advices_key primary key,
  ordinal bigint generated always as identity,
  request_id text not null constraint advices_request references advice_requests (id),
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  advice text not null constraint advices_advice check (advice in ('positive', 'conditional', 'negative')),
  reasons text not null,
  advised_by text not null, advised_at timestamptz not null,
  constraint advices_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create unique index advices_one on advices (request_id);
create index advices_tool on advices (tool_id, fingerprint);
create table advice_conditions (
  id text not null constraint advice_conditions_key primary key,
  advice_id text not null constraint advice_conditions_advice references advices (id),
  place integer not null,
  text text not null,
  machine_limit jsonb
);
create index advice_conditions_advice on advice_conditions (advice_id);
create table advice_condition_acts (
  id text not null constraint advice_condition_acts_key primary key,
  condition_id text not null constraint advice_condition_acts_condition references advice_conditions (id),
  place integer not null,
  kind text not null constraint advice_condition_acts_kind check (kind in ('carried_out', 'refused', 'confirmed', 'reopened')),
  reason text not null,
  fingerprint text not null,
  by_person text not null, at timestamptz not null
);
create unique index advice_condition_acts_place on advice_condition_acts (condition_id, place);
create table advice_deviations (
  id text not null constraint advice_deviations_key primary key,
  ordinal bigint generated always as identity,
  tool_id text not null constraint advice_deviations_tool references tools (id),
  advice_id text constraint advice_deviations_advice references advices (id),
  request_id text not null constraint advice_deviations_request references advice_requests (id),
  kind text not null constraint advice_deviations_kind check (kind in ('negative', 'not_received')),
  reason text not null,
  by_person text not null, at timestamptz not null
);
create index advice_deviations_request on advice_deviations (request_id);
create table advice_reminders (
  request_id text not null constraint advice_reminders_request references advice_requests (id),
  working_day integer not null,
  sent_at timestamptz not null,
  constraint advice_reminders_key primary key (request_id, working_day)
);
`;

const DOWN = `
drop table advice_reminders;
drop table advice_deviations;
drop table advice_condition_acts;
drop table advice_conditions;
drop table advices;
drop table advice_requests;
drop table dpia_fixings;
drop table lowered_risks;
drop table dpia_risks;
drop table section_notes;
drop table balancing_signatures;
drop table finished_sections;
`;

const APPEND_ONLY: readonly string[] = [
  'balancing_signatures',
  'dpia_fixings',
  'advice_requests',
  'advices',
  'advice_conditions',
  'advice_condition_acts',
  'advice_deviations',
];

export class CreateAssessments1795000000400 implements MigrationInterface {
  name = 'CreateAssessments1795000000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
