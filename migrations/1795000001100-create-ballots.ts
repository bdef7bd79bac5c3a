import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table ballots (
  id text not null constraint ballots_key primary key,
  written_as bigint generated always as identity,
  subject_id text not null,
  attempt integer not null constraint ballots_attempt check (attempt > 0),
  replaces_id text constraint ballots_replaces references ballots (id) constraint ballots_replaced_once unique,
  proposal text not null constraint ballots_proposal check (length(proposal) between 1 and 300),
  form text not null constraint ballots_form check (form in ('open', 'secret')),
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  reference text not null,
  announced_by text not null, announced_role text not null, announced_at timestamptz not null,
  constraint ballots_once unique (subject_id, attempt),
  constraint ballots_window check (closes_at > opens_at)
);
create table ballot_votes (
  ballot_id text not null constraint ballot_votes_ballot references ballots (id),
  person_id text not null,
  turn integer not null constraint ballot_votes_turn check (turn > 0),
  choice text not null constraint ballot_votes_choice check (choice in ('consent', 'conditions', 'no_consent', 'abstention')),
  reasons text,
  cast_at timestamptz not null,
  constraint ballot_votes_key primary key (ballot_id, person_id, turn)
);
create table ballot_boxes (
  ballot_id text not null constraint ballot_boxes_key primary key constraint ballot_boxes_ballot references ballots (id),
  sealed bytea not null
);
create table ballot_turnouts (
  ballot_id text not null constraint ballot_turnouts_key primary key constraint ballot_turnouts_ballot references ballots (id),
  persons text[] not null
);
create table ballot_ends (
  ballot_id text not null constraint ballot_ends_key primary key constraint ballot_ends_ballot references ballots (id),
  kind text not null constraint ballot_ends_kind check (kind in ('counted', 'repeated', 'withdrawn')),
  why text constraint ballot_ends_why check (why in ('reset', 'roster', 'box')),
  state text constraint ballot_ends_state check (state in ('decided', 'tied', 'no_quorum')),
  outcome text constraint ballot_ends_outcome check (outcome in ('granted', 'granted_with_conditions', 'refused')),
  if_for text constraint ballot_ends_if_for check (if_for in ('granted', 'granted_with_conditions')),
  quorum_reached boolean,
  taking_part integer,
  filled_seats integer,
  consent integer,
  conditions integer,
  no_consent integer,
  abstention integer,
  rules jsonb,
  roster jsonb,
  by_person text,
  at timestamptz not null,
  constraint ballot_ends_counted check ((kind = 'counted') = (state is not null and quorum_reached is not null and taking_part is not null
    and filled_seats is not null and rules is not null and roster is not null)),
  constraint ballot_ends_decided check ((state is not distinct from 'decided') = (outcome is not null)),
  constraint ballot_ends_tied check ((state is not distinct from 'tied') = (if_for is not null)),
  constraint ballot_ends_repeated check ((kind = 'repeated') = (why is not null)),
  constraint ballot_ends_totals check (num_nonnulls(consent, conditions, no_consent, abstention) in (0, 4))
);
create table casting_votes (
  ballot_id text not null constraint casting_votes_key primary key constraint casting_votes_ballot references ballots (id),
  vote text not null constraint casting_votes_vote check (vote in ('for', 'against')),
  outcome text not null constraint casting_votes_outcome check (outcome in ('granted', 'granted_with_conditions', 'refused')),
  reasons text not null,
  reference text not null,
  by_person text not null, at timestamptz not null
);
create table ballot_mails (
  ballot_id text not null constraint ballot_mails_ballot references ballots (id),
  kind text not null constraint ballot_mails_kind check (kind in ('opened', 'reminder', 'outcome')),
  at timestamptz not null,
  constraint ballot_mails_key primary key (ballot_id, kind)
);

create function vote_is_in_time() returns trigger language plpgsql as $$
begin
  if exists (select from ballot_ends e where e.ballot_id = new.ballot_id) or not exists (
    select from ballots b where b.id = new.ballot_id and b.form = 'open' and new.cast_at >= b.opens_at and new.cast_at < b.closes_at) then
    raise exception 'ballot_votes_in_time' using errcode = 'check_violation', constraint = 'ballot_votes_in_time';
  end if;
  return new;
end $$;
create trigger ballot_votes_in_time before insert on ballot_votes for each row execute function vote_is_in_time();

create function box_is_open() returns trigger language plpgsql as $$
begin
  if exists (select from ballot_ends e where e.ballot_id = new.ballot_id)
    or not exists (select from ballots b where b.id = new.ballot_id and b.form = 'secret') then
    raise exception 'ballot_boxes_open' using errcode = 'check_violation', constraint = 'ballot_boxes_open';
  end if;
  return new;
end $$;
create trigger ballot_boxes_open before insert or update on ballot_boxes for each row execute function box_is_open();
create trigger ballot_turnouts_open before insert or update on ballot_turnouts for each row execute function box_is_open();

create function ballot_follows_an_ended_one() returns trigger language plpgsql as $$
begin
  if exists (select from ballots b where b.subject_id = new.subject_id and not exists (select from ballot_ends e where e.ballot_id = b.id)) then
    raise exception 'ballots_one_at_a_time' using errcode = 'check_violation', constraint = 'ballots_one_at_a_time';
  end if;
  return new;
end $$;
create trigger ballots_one_at_a_time before insert on ballots for each row execute function ballot_follows_an_ended_one();

create function secret_totals_are_hidden() returns trigger language plpgsql as $$
begin
  if new.consent is not null and new.taking_part < 5 and exists (select from ballots b where b.id = new.ballot_id and b.form = 'secret') then
    raise exception 'ballot_ends_hidden' using errcode = 'check_violation', constraint = 'ballot_ends_hidden';
  end if;
  return new;
end $$;
create trigger ballot_ends_hidden before insert on ballot_ends for each row execute function secret_totals_are_hidden();

alter table council_decisions
  add column ballot_id text constraint council_decisions_ballot references ballots (id),
  alter column votes_for drop not null,
  alter column votes_against drop not null,
  alter column votes_abstained drop not null,
  add constraint council_decisions_votes check (num_nonnulls(votes_for, votes_against, votes_abstained) in (case when ballot_id is null then 3 else 0 end, 3));
`;

const DOWN = `
alter table council_decisions
  drop constraint council_decisions_votes,
  alter column votes_abstained set not null,
  alter column votes_against set not null,
  alter column votes_for set not null,
  drop column ballot_id;
drop table ballot_mails;
drop table casting_votes;
drop table ballot_ends;
drop table ballot_turnouts;
drop table ballot_boxes;
drop table ballot_votes;
drop table ballots;
drop function secret_totals_are_hidden;
drop function ballot_follows_an_ended_one;
drop function box_is_open;
drop function vote_is_in_time;
`;

const APPEND_ONLY: readonly string[] = ['ballots', 'ballot_votes', 'ballot_ends', 'casting_votes'];

export class CreateBallots1795000001100 implements MigrationInterface {
  name = 'CreateBallots1795000001100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
