import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table accepted_warnings (
  id text not null constraint accepted_warnings_key primary key,
  tool_id text not null constraint accepted_warnings_tool references tools (id),
  fingerprint text not null,
  rule text not null,
  reason text not null,
  accepted_by text not null, accepted_at timestamptz not null,
  constraint accepted_warnings_once unique (tool_id, fingerprint, rule)
);
create table evaluations (
  id text not null constraint evaluations_key primary key,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  verdict text not null constraint evaluations_verdict check (verdict in ('OPEN', 'OPEN_WITH_WARNINGS', 'BLOCKED', 'PROHIBITED')),
  rule_set text not null,
  on_day date not null,
  failing text[] not null,
  transaction_id bigint not null default pg_current_xact_id()::text::bigint,
  evaluated_at timestamptz not null,
  constraint evaluations_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create table evaluation_requirements (
  evaluation_id text not null constraint evaluation_requirements_evaluation references evaluations (id),
  requirement text not null,
  state text not null constraint evaluation_requirements_state check (state in ('met', 'met_with_warning', 'blocked', 'waiting', 'later', 'not_applicable')),
  dpia_fixing_id text constraint evaluation_requirements_dpia references dpia_fixings (id),
  advice_id text constraint evaluation_requirements_advice references advices (id),
  request_id text constraint evaluation_requirements_request references consent_requests (id),
  meeting_id text constraint evaluation_requirements_meeting references meetings (id),
  decision_id text constraint evaluation_requirements_decision references decision_confirmations (decision_id),
  ruling_id text constraint evaluation_requirements_ruling references ruling_confirmations (ruling_id),
  claim_id text constraint evaluation_requirements_claim references claims (id),
  view_id text constraint evaluation_requirements_view references body_views (id),
  personnel_meeting_id text constraint evaluation_requirements_personnel references personnel_meetings (id),
  final_decision_id text constraint evaluation_requirements_final references final_decisions (id),
  notice_id text constraint evaluation_requirements_notice references notices (id),
  constraint evaluation_requirements_key primary key (evaluation_id, requirement)
);
create table activations (
  id text not null constraint activations_key primary key,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  evaluation_id text not null constraint activations_evaluation references evaluations (id) constraint activations_evaluation_once unique,
  generation integer not null,
  limits jsonb not null,
  lease_minutes integer not null constraint activations_lease_minutes check (lease_minutes between 5 and 1440),
  reference text not null,
  activated_by text not null, activated_at timestamptz not null,
  constraint activations_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index activations_tool on activations (tool_id, activated_at);
create table activation_ends (
  activation_id text not null constraint activation_ends_key primary key constraint activation_ends_activation references activations (id),
  cause text not null constraint activation_ends_cause check (cause in ('stopped', 'revoked', 'replaced', 'gate_closed', 'expired', 'nullity', 'retired')),
  reason text not null,
  by_person text, by_role text not null,
  reference text not null,
  at timestamptz not null
);
create table suspensions (
  id text not null constraint suspensions_key primary key,
  tool_id text not null constraint suspensions_tool references tools (id),
  cause text not null constraint suspensions_cause check (cause in ('stopped', 'drift', 'nullity', 'condition_broken', 'gate_closed', 'platform')),
  reason text not null,
  by_person text, by_role text not null,
  reference text not null,
  at timestamptz not null
);
create index suspensions_tool on suspensions (tool_id, at);
create table suspension_ends (
  suspension_id text not null constraint suspension_ends_key primary key constraint suspension_ends_suspension references suspensions (id),
  reason text not null,
  by_person text not null, by_role text not null,
  at timestamptz not null
);
create table generations (
  tool_id text not null constraint generations_key primary key constraint generations_tool references tools (id),
  generation integer not null
);
create table active_tools (
  tool_id text not null constraint active_tools_key primary key constraint active_tools_tool references tools (id),
  activation_id text not null constraint active_tools_activation references activations (id) constraint active_tools_activation_once unique
);
create view versions_run as
  select a.version_id, bool_or(c.activation_id is not null) as runs
  from activations a left join active_tools c on c.activation_id = a.id group by a.version_id;
create table orders (
  id text not null constraint orders_key primary key,
  tool_id text not null constraint orders_tool references tools (id),
  version_id text not null constraint orders_version references tool_versions (id),
  activation_id text constraint orders_activation references activations (id),
  kind text not null constraint orders_kind check (kind in ('start', 'stop', 'person_out')),
  person_id text constraint orders_person references persons (id),
  instructions jsonb not null,
  reference text not null,
  given_by text, given_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz
);
create index orders_tool on orders (tool_id, given_at);
create table order_confirmations (
  order_id text not null constraint order_confirmations_key primary key constraint order_confirmations_order references orders (id),
  evidence text not null,
  evidence_file_id text constraint order_confirmations_file references files (id),
  settings_as_approved boolean not null,
  confirmed_by text not null, confirmed_at timestamptz not null
);
create table gate_summaries (
  tool_id text not null constraint gate_summaries_key primary key constraint gate_summaries_tool references tools (id),
  version_id text not null constraint gate_summaries_version references tool_versions (id),
  state text not null constraint gate_summaries_state check (state in ('draft', 'closed', 'open', 'active', 'suspended', 'stopped', 'never', 'unconsented')),
  open_requirements text[] not null,
  turns jsonb not null,
  seen_by_dpo boolean not null,
  seen_by_council boolean not null,
  refreshed_at timestamptz not null
);
create table settings_reports (
  tool_id text not null constraint settings_reports_tool references tools (id),
  source_id text not null,
  settings jsonb,
  settings_hash text not null,
  matches boolean not null,
  reported_at timestamptz not null,
  retired_at timestamptz,
  constraint settings_reports_key primary key (tool_id, source_id)
);
create table person_out_proofs (
  tool_id text not null constraint person_out_proofs_key primary key constraint person_out_proofs_tool references tools (id),
  evidence text not null,
  shown_by text not null, shown_at timestamptz not null
);
create function accepted_fingerprints(of_tool text, of_fingerprint text) returns setof text language sql stable as $$
  with recursive accepted(fingerprint) as (
    select of_fingerprint
    union
    select c.from_fingerprint from carriages c join accepted a on c.to_fingerprint = a.fingerprint
    where c.tool_id = of_tool and c.confirmed_at is not null and c.dpia_stated_at is not null
  )
  select fingerprint from accepted
$$;
create function requirement_is_proven(r evaluation_requirements, of_tool text, of_fingerprint text) returns boolean language plpgsql stable as $$
declare
  fingerprints text[] := array(select accepted_fingerprints(of_tool, of_fingerprint));
  council boolean := exists (select 1 from role_grants g where g.role in ('or_chair', 'or_secretary') and g.accepted_at is not null and g.ended_at is null);
  fixed boolean := exists (select 1 from dpia_fixings x where x.id = r.dpia_fixing_id and x.tool_id = of_tool and x.fingerprint = any (fingerprints));
  asked boolean := exists (select 1 from consent_requests x where x.id = r.request_id and x.tool_id = of_tool and x.fingerprint = any (fingerprints)
    and not exists (select 1 from request_withdrawals w where w.request_id = x.id));
  claimed boolean := exists (select 1 from claims x where x.id = r.claim_id and x.tool_id = of_tool and x.fingerprint = any (fingerprints));
  ruled boolean := exists (select 1 from court_rulings x where x.id = r.ruling_id and x.tool_id = of_tool and x.outcome = 'granted');
begin
  if r.state not in ('met', 'met_with_warning', 'not_applicable') then return false; end if;
  case r.requirement
    when 'E1', 'E2', 'E3', 'E4', 'E16' then return r.state <> 'not_applicable' and fixed;
    when 'E15' then return r.state = 'not_applicable' or fixed;
    when 'E5' then return exists (select 1 from advices x where x.id = r.advice_id and x.tool_id = of_tool and x.fingerprint = any (fingerprints))
      or (r.state = 'not_applicable' and not exists (select 1 from role_grants g where g.role = 'dpo' and g.ended_at is null));
    when 'E7' then return r.state <> 'not_applicable' and (asked or claimed);
    when 'E8' then return exists (select 1 from meetings x join consent_requests q on q.id = x.request_id where x.id = r.meeting_id and q.tool_id = of_tool and q.fingerprint = any (fingerprints))
      or claimed or ruled or (not council and (r.state = 'not_applicable' or r.view_id is not null or r.personnel_meeting_id is not null));
    when 'E9' then return exists (select 1 from council_decisions x join decision_confirmations c on c.decision_id = x.id where x.id = r.decision_id and not exists (select 1 from decision_rejections j where j.decision_id = x.id)
        and x.tool_id = of_tool and x.fingerprint = any (fingerprints) and x.decision in ('granted', 'granted_with_conditions'))
      or ruled or claimed or (not council and (r.state = 'not_applicable' or r.view_id is not null or r.personnel_meeting_id is not null));
    when 'E10' then return exists (select 1 from final_decisions x where x.id = r.final_decision_id and x.tool_id = of_tool and x.fingerprint = any (fingerprints));
    when 'E11' then return exists (select 1 from notices x where x.id = r.notice_id and x.tool_id = of_tool and x.fingerprint = any (fingerprints));
    when 'E12' then return (select count(*) from channels c where c.kind in ('objection', 'complaint') and c.is_open and c.handler_id is not null and c.deputy_id is not null) = 2;
    else return true;
  end case;
end $$;
create function activation_proves_its_gate() returns trigger language plpgsql as $$
declare
  e evaluations%rowtype;
begin
  select * into e from evaluations where id = new.evaluation_id;
  if e.transaction_id is distinct from pg_current_xact_id()::text::bigint or e.tool_id <> new.tool_id or e.version_id <> new.version_id or e.fingerprint <> new.fingerprint then
    raise exception 'the evaluation is of another version, fingerprint or transaction' using errcode = 'check_violation', constraint = 'activations_own_evaluation';
  end if;
  if not exists (select 1 from tool_versions v where v.id = new.version_id and v.fingerprint = new.fingerprint) then
    raise exception 'the version has another fingerprint' using errcode = 'check_violation', constraint = 'activations_fingerprint';
  end if;
  if e.verdict not in ('OPEN', 'OPEN_WITH_WARNINGS') then
    raise exception 'the verdict is closed' using errcode = 'check_violation', constraint = 'activations_open';
  end if;
  if (select count(*) from evaluation_requirements r where r.evaluation_id = e.id and requirement_is_proven(r, new.tool_id, new.fingerprint)) <> 16 then
    raise exception 'a requirement lacks its proof' using errcode = 'check_violation', constraint = 'activations_requirements';
  end if;
  if exists (select 1 from suspensions s where s.tool_id = new.tool_id and not exists (select 1 from suspension_ends x where x.suspension_id = s.id)) then
    raise exception 'the tool is suspended' using errcode = 'check_violation', constraint = 'activations_not_suspended';
  end if;
  return new;
end $$;
create constraint trigger activations_proven after insert on activations deferrable initially deferred
  for each row execute function activation_proves_its_gate();
`;

const DOWN = `
drop trigger activations_proven on activations;
drop function activation_proves_its_gate;
drop function requirement_is_proven;
drop function accepted_fingerprints;
drop table person_out_proofs;
drop table settings_reports;
drop table gate_summaries;
drop table order_confirmations;
drop table orders;
drop view versions_run;
drop table active_tools;
drop table generations;
drop table suspension_ends;
drop table suspensions;
drop table activation_ends;
drop table activations;
drop table evaluation_requirements;
drop table evaluations;
drop table accepted_warnings;
`;

const APPEND_ONLY: readonly string[] = [
  'accepted_warnings',
  'evaluations',
  'evaluation_requirements',
  'activations',
  'activation_ends',
  'suspensions',
  'suspension_ends',
  'order_confirmations',
];

export class CreateGate1795000000800 implements MigrationInterface {
  name = 'CreateGate1795000000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
