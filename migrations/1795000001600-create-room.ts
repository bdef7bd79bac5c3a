import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROOM = `
create table room_notes (
  id text not null constraint room_notes_key primary key,
  written_as bigint not null generated always as identity,
  body text not null constraint room_notes_body check (body in ('or', 'pvt')),
  request_id text constraint room_notes_request references consent_requests (id),
  corrects text constraint room_notes_corrects references room_notes (id) constraint room_notes_corrects_another check (corrects <> id),
  written_by text not null, written_at timestamptz not null
);
create index room_notes_place on room_notes (body, request_id, written_as);
create index room_notes_corrected on room_notes (corrects) where corrects is not null;
create table room_texts (
  note_id text not null constraint room_texts_key primary key constraint room_texts_note references room_notes (id),
  text text not null constraint room_texts_length check (length(text) <= 10000)
);
create table room_files (
  id text not null constraint room_files_key primary key,
  note_id text not null constraint room_files_note references room_notes (id),
  name text not null, type text not null,
  bytes bytea not null constraint room_files_size check (octet_length(bytes) <= 10485760),
  sha256 text not null
);
create index room_files_of_note on room_files (note_id);
create table room_withdrawals (
  note_id text not null constraint room_withdrawals_key primary key constraint room_withdrawals_note references room_notes (id),
  by_person text not null, at timestamptz not null
);
create function only_the_author_withdraws() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from room_notes n where n.id = new.note_id and n.written_by = new.by_person) then
    raise exception 'a note is withdrawn by who wrote it' using errcode = 'check_violation', constraint = 'room_withdrawals_author';
  end if;
  return new;
end $$;
create trigger room_withdrawals_author before insert on room_withdrawals for each row execute function only_the_author_withdraws();
create function only_the_author_corrects() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.corrects is not null and not exists (select 1 from room_notes n where n.id = new.corrects and n.written_by = new.written_by
      and n.body = new.body and n.request_id is not distinct from new.request_id and n.corrects is null) then
    raise exception 'a note is corrected by who wrote it' using errcode = 'check_violation', constraint = 'room_notes_author';
  end if;
  return new;
end $$;
create trigger room_notes_author before insert on room_notes for each row execute function only_the_author_corrects();
`;

const GUESTS = `
create table guest_links (
  id text not null constraint guest_links_key primary key,
  written_as bigint not null generated always as identity,
  request_id text not null constraint guest_links_request references consent_requests (id),
  body text not null constraint guest_links_body check (body in ('or', 'pvt')),
  token_hash text not null constraint guest_links_token_unique unique,
  made_for text not null,
  made_by text not null, made_at timestamptz not null, expires_at timestamptz not null,
  constraint guest_links_term check (expires_at > made_at and expires_at <= made_at + interval '90 days')
);
create index guest_links_case on guest_links (request_id, written_as);
create table guest_link_ends (
  link_id text not null constraint guest_link_ends_key primary key constraint guest_link_ends_link references guest_links (id),
  by_person text not null, at timestamptz not null
);
create table guest_openings (
  link_id text not null constraint guest_openings_link references guest_links (id),
  at timestamptz not null,
  constraint guest_openings_key primary key (link_id, at)
);
`;

const CONSTITUENCY = `
create table summary_publications (
  id text not null constraint summary_publications_key primary key,
  written_as bigint not null generated always as identity,
  request_id text not null constraint summary_publications_request references consent_requests (id),
  message text not null,
  smallest_group int not null constraint summary_publications_smallest_group check (smallest_group >= 5),
  reference text not null,
  published_by text not null, published_at timestamptz not null,
  closes_on date not null
);
create index summary_publications_case on summary_publications (request_id, written_as);
create table summary_publication_ends (
  publication_id text not null constraint summary_publication_ends_key primary key
    constraint summary_publication_ends_publication references summary_publications (id),
  by_person text not null, at timestamptz not null
);
create table reaction_givers (
  publication_id text not null constraint reaction_givers_publication references summary_publications (id),
  person_id text not null,
  constraint reaction_givers_key primary key (publication_id, person_id)
);
create table reaction_counts (
  publication_id text not null constraint reaction_counts_publication references summary_publications (id),
  unit_id text not null,
  choice text not null constraint reaction_counts_choice check (choice in ('for', 'against', 'worried')),
  people int not null constraint reaction_counts_people check (people > 0),
  constraint reaction_counts_key primary key (publication_id, unit_id, choice)
);
create table reaction_remarks (
  id text not null constraint reaction_remarks_key primary key,
  publication_id text not null constraint reaction_remarks_publication references summary_publications (id),
  text text not null constraint reaction_remarks_length check (length(text) <= 1000)
);
create index reaction_remarks_publication on reaction_remarks (publication_id);
create function reactions_only_grow() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.publication_id <> old.publication_id or new.unit_id <> old.unit_id or new.choice <> old.choice or new.people <> old.people + 1 then
    raise exception 'reactions are counted one by one' using errcode = 'check_violation', constraint = 'reaction_counts_grow';
  end if;
  return new;
end $$;
create trigger reaction_counts_grow before update on reaction_counts for each row execute function reactions_only_grow();
alter table reaction_counts enable always trigger reaction_counts_grow;
revoke delete, truncate on reaction_counts from countersign_app;
`;

const AGREEMENT = `
alter table settings add constraint settings_smallest_group
  check (name <> 'smallest_group' or (jsonb_typeof(value) = 'number' and (value #>> '{}')::numeric between 5 and 100));
create table agreement_proposals (
  id text not null constraint agreement_proposals_key primary key,
  written_as bigint not null generated always as identity,
  smallest_group int not null constraint agreement_proposals_smallest_group check (smallest_group between 5 and 100),
  copies_kept_by text not null,
  light_classes text not null constraint agreement_proposals_light_classes check (light_classes in ('none', 'green', 'green_and_amber')),
  fingerprint text not null,
  reference text not null,
  proposed_by text not null, proposed_role text not null, proposed_at timestamptz not null
);
create table agreement_signatures (
  proposal_id text not null constraint agreement_signatures_proposal references agreement_proposals (id),
  by_person text not null,
  by_role text not null constraint agreement_signatures_role check (by_role in ('director', 'or_chair', 'or_secretary', 'pvt_contact')),
  at timestamptz not null,
  constraint agreement_signatures_key primary key (proposal_id, by_person)
);
create table agreement_declines (
  proposal_id text not null constraint agreement_declines_key primary key constraint agreement_declines_proposal references agreement_proposals (id),
  reason text not null, by_person text not null, by_role text not null, at timestamptz not null
);
create view recorded_agreements as
  select p.id, p.written_as, p.smallest_group, p.copies_kept_by, p.light_classes, p.fingerprint, p.reference,
    (select max(s.at) from agreement_signatures s where s.proposal_id = p.id) as recorded_at
  from agreement_proposals p
  where exists (select 1 from agreement_signatures s where s.proposal_id = p.id and s.by_role = 'director')
    and (select count(*) from agreement_signatures s where s.proposal_id = p.id and s.by_role <> 'director') >= 2
    and not exists (select 1 from agreement_declines d where d.proposal_id = p.id);
create function agreed_settings_stay() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  agreed jsonb;
  held settings := case when tg_op = 'DELETE' then old else new end;
begin
  select jsonb_build_object('smallest_group', r.smallest_group, 'copies_kept_by', r.copies_kept_by, 'light_classes', r.light_classes)
    into agreed from recorded_agreements r order by r.written_as desc limit 1;
  if agreed is null then
    return held;
  end if;
  if tg_op = 'UPDATE' and old.name <> new.name and agreed ? old.name
    or agreed ? held.name and (tg_op = 'DELETE' or agreed -> held.name is distinct from held.value) then
    raise exception 'this was agreed: both sides change it, or nobody' using errcode = 'check_violation', constraint = 'settings_agreed';
  end if;
  return held;
end $$;
create trigger settings_agreed before insert or update or delete on settings for each row execute function agreed_settings_stay();
alter table settings enable always trigger settings_agreed;
`;

const DOWN = `
drop trigger settings_agreed on settings;
drop function agreed_settings_stay;
drop view recorded_agreements;
drop table agreement_declines;
drop table agreement_signatures;
drop table agreement_proposals;
alter table settings drop constraint settings_smallest_group;
drop table reaction_remarks;
drop table reaction_counts;
drop function reactions_only_grow;
drop table reaction_givers;
drop table summary_publication_ends;
drop table summary_publications;
drop table guest_openings;
drop table guest_link_ends;
drop table guest_links;
drop table room_withdrawals;
drop function only_the_author_withdraws;
drop table room_files;
drop table room_texts;
drop table room_notes;
drop function only_the_author_corrects;
`;

const APPEND_ONLY: readonly string[] = [
  'room_notes',
  'room_withdrawals',
  'guest_links',
  'guest_link_ends',
  'guest_openings',
  'summary_publications',
  'summary_publication_ends',
  'reaction_givers',
  'reaction_remarks',
  'agreement_proposals',
  'agreement_signatures',
  'agreement_declines',
];
/** What the author withdraws is erased; it is never changed. */
const NEVER_CHANGED: readonly string[] = ['room_texts', 'room_files'];

export class CreateRoom1795000001600 implements MigrationInterface {
  name = 'CreateRoom1795000001600';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ROOM, GUESTS, CONSTITUENCY, AGREEMENT]) await runner.query(part);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
    for (const table of NEVER_CHANGED) await runner.query(`revoke update, truncate on ${table} from countersign_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
