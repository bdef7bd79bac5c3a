import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table council_mailing_translations (
  mailing_id text not null constraint council_mailing_translations_mailing references council_mailings (id),
  language text not null constraint council_mailing_translations_language check (language in ('en')),
  document text not null,
  document_hash text not null,
  pdf bytea not null,
  constraint council_mailing_translations_key primary key (mailing_id, language)
);
create table council_mailing_subjects (
  mailing_id text not null constraint council_mailing_subjects_key primary key constraint council_mailing_subjects_mailing references council_mailings (id),
  subject_id text not null
);
create index council_mailing_subjects_subject on council_mailing_subjects (subject_id);
create table paper_signatures (
  id text not null constraint paper_signatures_key primary key,
  written_as bigint generated always as identity,
  decision_id text not null constraint paper_signatures_decision references council_decisions (id),
  code text not null,
  signed_by text not null constraint paper_signatures_signer references persons (id),
  signed_role text not null,
  file_id text not null constraint paper_signatures_file references files (id),
  reference text not null,
  uploaded_by text not null, uploaded_at timestamptz not null,
  constraint paper_signatures_other_signer check (signed_by <> uploaded_by)
);
create index paper_signatures_of_decision on paper_signatures (decision_id);
create table paper_signature_confirmations (
  signature_id text not null constraint paper_signature_confirmations_key primary key constraint paper_signature_confirmations_signature references paper_signatures (id),
  by_person text not null, by_role text not null, at timestamptz not null
);
create table paper_signature_rejections (
  signature_id text not null constraint paper_signature_rejections_key primary key constraint paper_signature_rejections_signature references paper_signatures (id),
  reason text not null, by_person text not null, at timestamptz not null
);
create function paper_signature_needs_another_member() returns trigger language plpgsql as $$
begin
  if exists (select 1 from paper_signatures s join council_decisions d on d.id = s.decision_id
    where s.id = new.signature_id and new.by_person in (s.uploaded_by, s.signed_by, d.recorded_by)) then
    raise exception 'paper_signature_confirmations_another_member' using errcode = 'check_violation', constraint = 'paper_signature_confirmations_another_member';
  end if;
  if exists (select 1 from paper_signature_rejections r where r.signature_id = new.signature_id) then
    raise exception 'paper_signature_confirmations_not_rejected' using errcode = 'check_violation', constraint = 'paper_signature_confirmations_not_rejected';
  end if;
  return new;
end $$;
create trigger paper_signature_confirmations_another_member before insert on paper_signature_confirmations
  for each row execute function paper_signature_needs_another_member();
create table competence_claims (
  id text not null constraint competence_claims_key primary key,
  written_as bigint generated always as identity,
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  level text not null constraint competence_claims_level check (level in ('cor', 'gor')),
  body_name text not null,
  ground text not null,
  reference text not null,
  claimed_by text not null, claimed_role text not null, claimed_at timestamptz not null,
  constraint competence_claims_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create index competence_claims_tool on competence_claims (tool_id, fingerprint);
create table competence_confirmations (
  claim_id text not null constraint competence_confirmations_claim references competence_claims (id),
  by_person text not null, by_role text not null, at timestamptz not null,
  constraint competence_confirmations_key primary key (claim_id, by_person)
);
create table competence_ends (
  claim_id text not null constraint competence_ends_key primary key constraint competence_ends_claim references competence_claims (id),
  reason text not null, by_person text not null, by_role text not null, at timestamptz not null
);
alter table evaluation_requirements add column paper_signature_id text
  constraint evaluation_requirements_paper_signature references paper_signature_confirmations (signature_id);
alter table consent_requests drop constraint consent_requests_body;
alter table consent_requests add constraint consent_requests_body check (body in ('or', 'cor', 'gor', 'pvt', 'personnel_meeting', 'none'));
create table second_persons (
  tool_id text not null, version_id text not null,
  fingerprint text not null,
  by_person text not null constraint second_persons_person references persons (id),
  by_role text not null,
  reference text not null,
  at timestamptz not null,
  constraint second_persons_key primary key (tool_id, fingerprint, by_person),
  constraint second_persons_version foreign key (tool_id, version_id) references tool_versions (tool_id, id)
);
create view request_courses as
  select r.id as request_id, r.tool_id, (r.sent_at at time zone 'Europe/Amsterdam')::date as sent_on,
    exists (select 1 from request_withdrawals w where w.request_id = r.id) as withdrawn,
    (select min(m.held_on) from meetings m join meeting_confirmations c on c.meeting_id = m.id where m.request_id = r.id) as met_on,
    (d.confirmed_at at time zone 'Europe/Amsterdam')::date as decided_on, d.decision,
    (f.decided_at at time zone 'Europe/Amsterdam')::date as final_on,
    (n.published_at at time zone 'Europe/Amsterdam')::date as told_on,
    (a.activated_at at time zone 'Europe/Amsterdam')::date as activated_on
  from consent_requests r
  left join lateral (select x.id, x.decision, c.at as confirmed_at from council_decisions x join decision_confirmations c on c.decision_id = x.id
    where x.request_id = r.id order by x.written_as desc limit 1) d on true
  left join lateral (select min(x.decided_at) as decided_at from final_decisions x
    where x.decision_id = d.id or (d.id is null and x.kind = 'introduction' and x.tool_id = r.tool_id and x.fingerprint = r.fingerprint)) f on true
  left join lateral (select min(x.published_at) as published_at from notices x
    where x.tool_id = r.tool_id and x.published_at >= f.decided_at and x.kind in ('notice', 'change')) n on true
  left join lateral (select min(x.activated_at) as activated_at from activations x
    where x.tool_id = r.tool_id and x.activated_at >= n.published_at) a on true;
create view stops_made as select cause, (at at time zone 'Europe/Amsterdam')::date as made_on from suspensions;
create view nullities_invoked as
  select distinct tool_id, reference, (invoked_at at time zone 'Europe/Amsterdam')::date as invoked_on from nullity_invocations;
create view objections_by_year as
  select extract(year from lodged_at at time zone 'Europe/Amsterdam')::integer as year, count(*)::integer as objections, count(distinct person_id)::integer as people
  from objections where not converted group by 1;
`;

const DOWN = `
drop view objections_by_year;
drop view nullities_invoked;
drop view stops_made;
drop view request_courses;
drop table second_persons;
alter table evaluation_requirements drop column paper_signature_id;
alter table consent_requests drop constraint consent_requests_body;
alter table consent_requests add constraint consent_requests_body check (body in ('or', 'pvt', 'personnel_meeting', 'none'));
drop table competence_ends;
drop table competence_confirmations;
drop table competence_claims;
drop trigger paper_signature_confirmations_another_member on paper_signature_confirmations;
drop function paper_signature_needs_another_member;
drop table paper_signature_rejections;
drop table paper_signature_confirmations;
drop table paper_signatures;
drop table council_mailing_subjects;
drop table council_mailing_translations;
`;

const APPEND_ONLY: readonly string[] = [
  'council_mailing_translations',
  'council_mailing_subjects',
  'paper_signatures',
  'paper_signature_confirmations',
  'paper_signature_rejections',
  'competence_claims',
  'competence_confirmations',
  'competence_ends',
  'second_persons',
];

export class AddPapers1795000001700 implements MigrationInterface {
  name = 'AddPapers1795000001700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
