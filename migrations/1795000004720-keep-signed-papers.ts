import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table signed_papers (
  id text not null constraint signed_papers_key primary key,
  written_as bigint generated always as identity,
  request_id text not null constraint signed_papers_request references consent_requests (id),
  paper text not null constraint signed_papers_paper check (paper in ('bundle', 'minutes', 'decision', 'letter', 'nullity')),
  paper_reference text not null,
  signed_by_side text not null constraint signed_papers_side check (signed_by_side in ('council', 'employer', 'both')),
  file_id text not null constraint signed_papers_file references files (id),
  reference text not null,
  uploaded_by text not null, uploaded_at timestamptz not null
);
create index signed_papers_case on signed_papers (request_id, written_as);
create table signed_paper_ends (
  signed_id text not null constraint signed_paper_ends_key primary key constraint signed_paper_ends_paper references signed_papers (id),
  outcome text not null constraint signed_paper_ends_outcome check (outcome in ('confirmed', 'rejected')),
  reason text,
  by_person text not null, by_role text not null, at timestamptz not null,
  constraint signed_paper_ends_reason check ((outcome = 'rejected') = (reason is not null))
);
create function signed_paper_needs_another_member() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if new.outcome = 'confirmed' and exists (select 1 from signed_papers s where s.id = new.signed_id and s.uploaded_by = new.by_person) then
    raise exception 'another member compares the scan' using errcode = 'check_violation', constraint = 'signed_paper_ends_another_member';
  end if;
  return new;
end $$;
create trigger signed_paper_ends_another_member before insert on signed_paper_ends
  for each row execute function signed_paper_needs_another_member();
`;

const DOWN = `
drop table signed_paper_ends;
drop table signed_papers;
drop function signed_paper_needs_another_member();
`;

/** Any paper of a case can be signed with a pen: a scan that a second member confirms. */
export class KeepSignedPapers1795000004720 implements MigrationInterface {
  name = 'KeepSignedPapers1795000004720';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of ['signed_papers', 'signed_paper_ends']) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
