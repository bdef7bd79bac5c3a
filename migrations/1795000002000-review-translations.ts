import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table notice_translations (
  version_id text not null constraint notice_translations_version references tool_versions (id),
  language text not null constraint notice_translations_other_language check (language not in ('nl', 'en')),
  place text not null,
  text text not null,
  source_hash text not null,
  written_by text not null, written_at timestamptz not null,
  constraint notice_translations_key primary key (version_id, language, place)
);
create index notice_translations_source on notice_translations (language, source_hash);
insert into notice_translations (version_id, language, place, text, source_hash, written_by, written_at)
  select version_id, language, item, text, '', written_by, written_at from notice_drafts where language not in ('nl', 'en') and item <> 'review';
create table notice_translation_requests (
  id text not null constraint notice_translation_requests_key primary key,
  version_id text not null constraint notice_translation_requests_version references tool_versions (id),
  language text not null,
  asked_person text not null constraint notice_translation_requests_person references persons (id),
  asked_by text not null, asked_at timestamptz not null,
  constraint notice_translation_requests_of_person unique (id, asked_person),
  constraint notice_translation_requests_another check (asked_person <> asked_by)
);
create index notice_translation_requests_text on notice_translation_requests (version_id, language);
create index notice_translation_requests_asked on notice_translation_requests (asked_person);
create table notice_translation_reviews (
  id text not null constraint notice_translation_reviews_key primary key,
  written_as bigint generated always as identity,
  request_id text not null,
  covers_hash text not null,
  verdict text not null constraint notice_translation_reviews_verdict check (verdict in ('right', 'wrong')),
  remark text not null,
  reviewed_by text not null, reviewed_at timestamptz not null,
  constraint notice_translation_reviews_request foreign key (request_id, reviewed_by) references notice_translation_requests (id, asked_person)
);
create index notice_translation_reviews_of_request on notice_translation_reviews (request_id);
create function translation_needs_another_reader() returns trigger language plpgsql as $$
begin
  if exists (select 1 from notice_translation_requests r join notice_translations t on t.version_id = r.version_id and t.language = r.language
    where r.id = new.request_id and t.written_by = new.reviewed_by) then
    raise exception 'notice_translation_reviews_another_person' using errcode = 'check_violation', constraint = 'notice_translation_reviews_another_person';
  end if;
  return new;
end $$;
create trigger notice_translation_reviews_another_person before insert on notice_translation_reviews
  for each row execute function translation_needs_another_reader();
create view tools_running as
  select c.tool_id, a.version_id, a.activated_at from active_tools c join activations a on a.id = c.activation_id;
create table yearly_reminders (
  id text not null constraint yearly_reminders_key primary key,
  sent_at timestamptz not null
);
create table yearly_reminder_people (
  reminder_id text not null constraint yearly_reminder_people_reminder references yearly_reminders (id),
  person_id text not null constraint yearly_reminder_people_person references persons (id),
  tools text[] not null,
  constraint yearly_reminder_people_key primary key (reminder_id, person_id)
);
create index yearly_reminder_people_person on yearly_reminder_people (person_id);
`;

const DOWN = `
drop table yearly_reminder_people;
drop table yearly_reminders;
drop view tools_running;
drop trigger notice_translation_reviews_another_person on notice_translation_reviews;
drop function translation_needs_another_reader;
drop table notice_translation_reviews;
drop table notice_translation_requests;
drop table notice_translations;
`;

const APPEND_ONLY: readonly string[] = [
  'notice_translation_requests',
  'notice_translation_reviews',
  'yearly_reminders',
  'yearly_reminder_people',
];

export class ReviewTranslations1795000002000 implements MigrationInterface {
  name = 'ReviewTranslations1795000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
