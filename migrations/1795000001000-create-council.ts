import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table council_changes (
  id text not null constraint council_changes_key primary key,
  written_as bigint generated always as identity,
  kind text not null constraint council_changes_kind check (kind in ('roster', 'rules')),
  route text not null constraint council_changes_route check (route in ('officers', 'members')),
  content jsonb not null,
  content_hash text not null,
  proposed_by text not null, proposed_role text not null, proposed_at timestamptz not null
);
create table council_change_confirmations (
  change_id text not null constraint council_change_confirmations_change references council_changes (id),
  by_person text not null, by_role text not null, at timestamptz not null,
  constraint council_change_confirmations_key primary key (change_id, by_person)
);
create table council_change_ends (
  change_id text not null constraint council_change_ends_key primary key constraint council_change_ends_change references council_changes (id),
  outcome text not null constraint council_change_ends_outcome check (outcome in ('applied', 'withdrawn', 'rejected', 'overtaken')),
  reason text,
  by_person text not null, at timestamptz not null
);
create table council_resets (
  id text not null constraint council_resets_key primary key,
  written_as bigint generated always as identity,
  route text not null constraint council_resets_route check (route in ('members', 'administrator')),
  change_id text constraint council_resets_change references council_changes (id),
  reason text,
  by_person text not null, at timestamptz not null,
  constraint council_resets_basis check ((route = 'members' and change_id is not null) or (route = 'administrator' and length(reason) > 0))
);
create table council_rosters (
  id text not null constraint council_rosters_key primary key,
  written_as bigint generated always as identity,
  previous_id text constraint council_rosters_previous references council_rosters (id),
  change_id text constraint council_rosters_change references council_changes (id),
  reset_id text constraint council_rosters_reset references council_resets (id),
  chair_id text not null,
  secretary_id text not null,
  term_starts_on date,
  term_ends_on date,
  valid_from timestamptz not null,
  constraint council_rosters_one_next unique nulls not distinct (previous_id),
  constraint council_rosters_once unique (change_id),
  constraint council_rosters_basis check (change_id is not null or reset_id is not null),
  constraint council_rosters_two check (chair_id <> secretary_id),
  constraint council_rosters_term check (term_ends_on > term_starts_on)
);
create table council_seats (
  roster_id text not null constraint council_seats_roster references council_rosters (id),
  seat_id text not null,
  place integer not null constraint council_seats_place check (place between 1 and 25),
  person_id text,
  deputy_id text,
  constraint council_seats_key primary key (roster_id, seat_id),
  constraint council_seats_place_unique unique (roster_id, place),
  constraint council_seats_person_once unique (roster_id, person_id),
  constraint council_seats_deputy_another check (deputy_id <> person_id)
);
create table council_committees (
  roster_id text not null constraint council_committees_roster references council_rosters (id),
  place integer not null,
  name text not null,
  members text[] not null,
  constraint council_committees_key primary key (roster_id, place)
);
create table council_rules (
  id text not null constraint council_rules_key primary key,
  written_as bigint generated always as identity,
  previous_id text constraint council_rules_previous references council_rules (id),
  change_id text not null constraint council_rules_change references council_changes (id) constraint council_rules_once unique,
  quorum_kind text not null constraint council_rules_quorum check (quorum_kind in ('more_than_half', 'two_thirds', 'seats')),
  quorum_seats integer constraint council_rules_quorum_seats check (quorum_seats between 1 and 25),
  majority text not null constraint council_rules_majority check (majority in ('simple', 'absolute', 'two_thirds')),
  ballot text not null constraint council_rules_ballot check (ballot in ('open', 'secret')),
  tie text not null constraint council_rules_tie check (tie in ('no_consent', 'chair_decides')),
  deputising text not null constraint council_rules_deputising check (deputising in ('named', 'none')),
  valid_from timestamptz not null,
  constraint council_rules_one_next unique nulls not distinct (previous_id),
  constraint council_rules_seats_said check ((quorum_kind = 'seats') = (quorum_seats is not null))
);
create table council_term_reminders (
  term_ends_on date not null,
  days_before integer not null,
  sent_at timestamptz not null,
  constraint council_term_reminders_key primary key (term_ends_on, days_before)
);
create function council_change_needs_another() returns trigger language plpgsql as $$
begin
  if exists (select 1 from council_changes c where c.id = new.change_id and c.proposed_by = new.by_person) then
    raise exception 'council_change_two_persons' using errcode = 'check_violation', constraint = 'council_change_two_persons';
  end if;
  return new;
end $$;
create trigger council_change_needs_another before insert on council_change_confirmations
  for each row execute function council_change_needs_another();
create function council_version_is_confirmed() returns trigger language plpgsql as $$
begin
  if new.change_id is not null and not exists (select 1 from council_change_confirmations c where c.change_id = new.change_id) then
    raise exception 'council_version_confirmed' using errcode = 'check_violation', constraint = 'council_version_confirmed';
  end if;
  return new;
end $$;
create trigger council_version_is_confirmed before insert on council_rosters for each row execute function council_version_is_confirmed();
create trigger council_version_is_confirmed before insert on council_rules for each row execute function council_version_is_confirmed();
create view council_resets_seen as select written_as, at, route, reason from council_resets;
create view version_makers as
  select v.id as version_id, v.created_by as person_id, 'version_made' as act from tool_versions v
  union select f.version_id, f.fixed_by, 'dpia_fixed' from dpia_fixings f
  union select a.version_id, a.advised_by, 'advice_given' from advices a
  union select q.version_id, d.by_person, 'advice_deviated' from advice_deviations d join advice_requests q on q.id = d.request_id
  union select r.version_id, r.sent_by, 'request_sent' from consent_requests r;
`;

const DOWN = `
drop view version_makers;
drop view council_resets_seen;
drop table council_term_reminders;
drop table council_rules;
drop table council_committees;
drop table council_seats;
drop table council_rosters;
drop table council_resets;
drop table council_change_ends;
drop table council_change_confirmations;
drop table council_changes;
drop function council_version_is_confirmed();
drop function council_change_needs_another();
`;

const APPEND_ONLY: readonly string[] = [
  'council_changes',
  'council_change_confirmations',
  'council_change_ends',
  'council_resets',
  'council_rosters',
  'council_seats',
  'council_committees',
  'council_rules',
  'council_term_reminders',
];

export class CreateCouncil1795000001000 implements MigrationInterface {
  name = 'CreateCouncil1795000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
