import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The times in which a tool was on and not suspended. A moment at which a suspension begins or ends is one in which it ran. */
const UP = `
create function running_times(of_tool text) returns tstzmultirange language sql stable set search_path = public, pg_temp as $$
  select coalesce((select range_agg(tstzrange(a.activated_at, e.at)) from activations a left join activation_ends e on e.activation_id = a.id
      where a.tool_id = of_tool), '{}'::tstzmultirange)
    - coalesce((select range_agg(tstzrange(s.at, e.at, '()')) from suspensions s left join suspension_ends e on e.suspension_id = s.id
      where s.tool_id = of_tool), '{}'::tstzmultirange)
$$;
`;

export class TellRunningTimes1795000005700 implements MigrationInterface {
  name = 'TellRunningTimes1795000005700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function running_times(text)');
  }
}
