import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `
alter table tool_versions add column fingerprint_scheme integer not null default 1
  constraint tool_versions_fingerprint_scheme check (fingerprint_scheme in (1, 2));
create table raised_changes (
  id text not null constraint raised_changes_key primary key,
  tool_id text not null, version_id text not null,
  path text not null,
  item text not null default '',
  was text not null constraint raised_changes_was check (was in ('stricter', 'text')),
  reason text not null,
  reference text not null,
  raised_by text not null, raised_at timestamptz not null,
  transaction_id bigint not null default pg_current_xact_id()::text::bigint,
  constraint raised_changes_once unique (version_id, path, item),
  constraint raised_changes_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index raised_changes_tool on raised_changes (tool_id);
create or replace function fixed_version_stays() returns trigger language plpgsql as $$
declare
  raised boolean := exists (select 1 from raised_changes r where r.tool_id = old.tool_id and r.transaction_id = pg_current_xact_id()::text::bigint);
begin
  if old.fixed_at is not null and (
    (new.tool_id, new.number, new.fixed_at, new.enforcement, new.fingerprint_scheme)
      is distinct from (old.tool_id, old.number, old.fixed_at, old.enforcement, old.fingerprint_scheme)
    or (new.fingerprint <> old.fingerprint and not raised)) then
    raise exception 'a fixed version is not changed; make the next version' using errcode = 'check_violation', constraint = 'tool_versions_fixed';
  end if;
  return new;
end $$;
create or replace function accepted_fingerprints(of_tool text, of_fingerprint text) returns setof text language sql stable as $$
  with recursive accepted(fingerprint) as (
    select of_fingerprint
    union
    select c.from_fingerprint from carriages c join accepted a on c.to_fingerprint = a.fingerprint
    where c.tool_id = of_tool and c.confirmed_at is not null and c.dpia_stated_at is not null
      and not exists (select 1 from raised_changes r where r.version_id = c.to_version_id)
  )
  select fingerprint from accepted
$$;
`;

const FRAMEWORKS = `
create table frameworks (
  id text not null constraint frameworks_key primary key,
  written_as bigint generated always as identity,
  title text not null,
  reasons text not null, consequences text not null,
  grounds text[] not null,
  ends_on date not null,
  reference text not null,
  proposed_by text not null, proposed_at timestamptz not null
);
create table framework_classes (
  id text not null constraint framework_classes_key primary key,
  framework_id text not null constraint framework_classes_framework references frameworks (id),
  colour text not null constraint framework_classes_colour check (colour in ('green', 'amber')),
  scope jsonb not null,
  limits jsonb not null,
  constraint framework_classes_once unique (framework_id, colour)
);
create table framework_decisions (
  id text not null constraint framework_decisions_key primary key,
  framework_id text not null constraint framework_decisions_framework references frameworks (id),
  attempt integer not null constraint framework_decisions_attempt check (attempt > 0),
  decision text not null constraint framework_decisions_decision check (decision in ('granted', 'refused', 'ended')),
  reasons text not null,
  met_on date,
  minutes text, present_council text, present_employer text,
  decided_on date not null,
  votes_for integer not null constraint framework_decisions_for check (votes_for >= 0),
  votes_against integer not null constraint framework_decisions_against check (votes_against >= 0),
  votes_abstained integer not null constraint framework_decisions_abstained check (votes_abstained >= 0),
  reference text not null,
  recorded_by text not null, recorded_at timestamptz not null,
  constraint framework_decisions_once unique (framework_id, attempt),
  constraint framework_decisions_met check (decision <> 'granted' or
    (met_on is not null and met_on <= decided_on and minutes is not null and present_council is not null and present_employer is not null))
);
create table framework_answers (
  decision_id text not null constraint framework_answers_decision references framework_decisions (id),
  kind text not null constraint framework_answers_kind check (kind in ('confirmed', 'rejected', 'present')),
  reason text,
  by_person text not null, at timestamptz not null,
  constraint framework_answers_key primary key (decision_id, kind)
);
create function framework_answer_takes_another() returns trigger language plpgsql as $$
begin
  if new.kind <> 'rejected' and exists (select 1 from framework_decisions d where d.id = new.decision_id and d.recorded_by = new.by_person) then
    raise exception 'framework_answers_two_persons' using errcode = 'check_violation', constraint = 'framework_answers_two_persons';
  end if;
  if new.kind <> 'present' and exists (select 1 from framework_answers a where a.decision_id = new.decision_id and a.kind in ('confirmed', 'rejected')) then
    raise exception 'framework_answers_one_outcome' using errcode = 'check_violation', constraint = 'framework_answers_one_outcome';
  end if;
  return new;
end $$;
create trigger framework_answers_two_persons before insert on framework_answers
  for each row execute function framework_answer_takes_another();
create table framework_consents (
  id text not null constraint framework_consents_key primary key,
  written_as bigint generated always as identity,
  framework_id text not null constraint framework_consents_framework references frameworks (id),
  class_id text not null constraint framework_consents_class references framework_classes (id),
  colour text not null constraint framework_consents_colour check (colour in ('green', 'amber')),
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  explanation text not null,
  snapshot jsonb not null,
  bundle_hash text not null,
  reference text not null,
  told_by text not null, told_at timestamptz not null,
  constraint framework_consents_once unique (framework_id, tool_id, fingerprint),
  constraint framework_consents_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index framework_consents_tool on framework_consents (tool_id, fingerprint);
create table framework_objections (
  consent_id text not null constraint framework_objections_consent references framework_consents (id),
  reason text not null,
  by_person text not null, at timestamptz not null,
  constraint framework_objections_key primary key (consent_id, by_person)
);
create table framework_acceptances (
  consent_id text not null constraint framework_acceptances_consent references framework_consents (id),
  by_person text not null, by_role text not null, at timestamptz not null,
  constraint framework_acceptances_key primary key (consent_id, by_person)
);
alter table final_decisions add column framework_consent_id text constraint final_decisions_framework_consent references framework_consents (id);
alter table evaluation_requirements add column framework_consent_id text
  constraint evaluation_requirements_framework_consent references framework_consents (id);
`;

/** The light route has its own proof beside those of the full case; the fourteen days are counted here as well. */
const PROOF = `
create function framework_consent_stands(consent text, of_tool text, fingerprints text[], on_day date, in_full boolean) returns boolean language sql stable as $$
  select exists (
    select 1 from framework_consents x join frameworks f on f.id = x.framework_id
    where x.id = consent and x.tool_id = of_tool and x.fingerprint = any (fingerprints) and f.ends_on >= on_day
      and exists (select 1 from council_mailings m where m.reference = x.reference)
      and not exists (select 1 from framework_objections o where o.consent_id = x.id)
      and exists (select 1 from framework_decisions d
        join framework_answers c on c.decision_id = d.id and c.kind = 'confirmed' and c.by_person <> d.recorded_by
        join framework_answers p on p.decision_id = d.id and p.kind = 'present'
        where d.framework_id = f.id and d.decision = 'granted')
      and (not in_full or ((x.told_at at time zone 'Europe/Amsterdam')::date + 14 < on_day
        and (x.colour = 'green' or (select count(*) from framework_acceptances a where a.consent_id = x.id) >= 2))))
$$;
alter function requirement_is_proven(evaluation_requirements, text, text) rename to requirement_is_proven_in_full_case;
create function requirement_is_proven(r evaluation_requirements, of_tool text, of_fingerprint text) returns boolean language plpgsql stable as $$
declare
  fingerprints text[] := array(select accepted_fingerprints(of_tool, of_fingerprint));
  on_day date := (select e.on_day from evaluations e where e.id = r.evaluation_id);
begin
  if r.framework_consent_id is not null and r.state in ('met', 'met_with_warning') and r.requirement in ('E7', 'E8', 'E9') then
    return framework_consent_stands(r.framework_consent_id, of_tool, fingerprints, on_day, r.requirement = 'E9');
  end if;
  return requirement_is_proven_in_full_case(r, of_tool, of_fingerprint);
end $$;
`;

const DOWN = `
drop function requirement_is_proven(evaluation_requirements, text, text);
alter function requirement_is_proven_in_full_case(evaluation_requirements, text, text) rename to requirement_is_proven;
drop function framework_consent_stands;
alter table evaluation_requirements drop column framework_consent_id;
alter table final_decisions drop column framework_consent_id;
drop table framework_acceptances;
drop table framework_objections;
drop table framework_consents;
drop table framework_answers;
drop function framework_answer_takes_another;
drop table framework_decisions;
drop table framework_classes;
drop table frameworks;
create or replace function accepted_fingerprints(of_tool text, of_fingerprint text) returns setof text language sql stable as $$
  with recursive accepted(fingerprint) as (
    select of_fingerprint
    union
    select c.from_fingerprint from carriages c join accepted a on c.to_fingerprint = a.fingerprint
    where c.tool_id = of_tool and c.confirmed_at is not null and c.dpia_stated_at is not null
  )
  select fingerprint from accepted
$$;
create or replace function fixed_version_stays() returns trigger language plpgsql as $$
begin
  if old.fixed_at is not null and (new.tool_id, new.number, new.fixed_at, new.fingerprint, new.enforcement)
    is distinct from (old.tool_id, old.number, old.fixed_at, old.fingerprint, old.enforcement) then
    raise exception 'a fixed version is not changed; make the next version' using errcode = 'check_violation', constraint = 'tool_versions_fixed';
  end if;
  return new;
end $$;
drop table raised_changes;
alter table tool_versions drop column fingerprint_scheme;
`;

const APPEND_ONLY: readonly string[] = [
  'raised_changes',
  'frameworks',
  'framework_classes',
  'framework_decisions',
  'framework_answers',
  'framework_consents',
  'framework_objections',
  'framework_acceptances',
];

export class CreateFrameworks1795000001300 implements MigrationInterface {
  name = 'CreateFrameworks1795000001300';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [CHANGES, FRAMEWORKS, PROOF]) await runner.query(sql);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
