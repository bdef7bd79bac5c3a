import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The days that lie ahead of each tool, for lists: nothing is decided by them. */
const UP = `
create view tool_dates as
  select f.tool_id, 'effective' as kind, f.effective_on as on_day from final_decisions f
    where not exists (select from final_decisions n where n.tool_id = f.tool_id and n.written_as > f.written_as)
  union all
  select d.tool_id, 'consent_ends', d.expires_on from council_decisions d join decision_confirmations c on c.decision_id = d.id
    where d.expires_on is not null and not exists (select from council_decisions n where n.tool_id = d.tool_id and n.written_as > d.written_as)
  union all
  select r.tool_id, 'evaluation', r.evaluation_on from consent_requests r
    where not exists (select from consent_requests n where n.tool_id = r.tool_id and n.written_as > r.written_as)
      and not exists (select from request_withdrawals w where w.request_id = r.id)
  union all
  select p.tool_id, 'dpia_review', p.review_due from dpia_fixings p
    where not exists (select from dpia_fixings n where n.tool_id = p.tool_id and n.ordinal > p.ordinal)
  union all
  select id, 'stop_or_repair', stop_or_repair_on from tools where stop_or_repair_on is not null and runs_without_consent;
create index evidence_entries_latest on evidence_entries (tool_id, at desc, written_as desc);
`;

const DOWN = `
drop index evidence_entries_latest;
drop view tool_dates;
`;

export class ShowNextDates1795000001800 implements MigrationInterface {
  name = 'ShowNextDates1795000001800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
