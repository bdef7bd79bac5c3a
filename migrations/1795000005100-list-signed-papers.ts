import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scans of papers that were signed with a pen, by the day on which somebody compared them: what the annual overview shows. No names. */
const UP = `
create view papers_signed as
  select s.request_id, s.paper, s.paper_reference, s.signed_by_side, (s.uploaded_at at time zone 'Europe/Amsterdam')::date as added_on,
    (e.at at time zone 'Europe/Amsterdam')::date as compared_on, f.sha256
  from signed_papers s join signed_paper_ends e on e.signed_id = s.id and e.outcome = 'confirmed' join files f on f.id = s.file_id
  union all
  select d.request_id, 'decision', d.reference, 'council', (p.uploaded_at at time zone 'Europe/Amsterdam')::date,
    (c.at at time zone 'Europe/Amsterdam')::date, f.sha256
  from paper_signatures p join paper_signature_confirmations c on c.signature_id = p.id join council_decisions d on d.id = p.decision_id
  join files f on f.id = p.file_id;
`;

export class ListSignedPapers1795000005100 implements MigrationInterface {
  name = 'ListSignedPapers1795000005100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view papers_signed');
  }
}
