import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A version that somebody stopped is told from one that its gate stopped: the latter may need an evaluation to run again. */
export class TellStoppedFromEnded1795000002700 implements MigrationInterface {
  name = 'TellStoppedFromEnded1795000002700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create or replace view versions_run as
       select a.version_id, bool_or(c.activation_id is not null) as runs,
         bool_and(c.activation_id is null) and (array_agg(e.cause order by a.activated_at desc))[1] = 'stopped' as is_stopped
       from activations a left join active_tools c on c.activation_id = a.id left join activation_ends e on e.activation_id = a.id
       group by a.version_id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view versions_run`);
    await runner.query(
      `create view versions_run as
       select a.version_id, bool_or(c.activation_id is not null) as runs
       from activations a left join active_tools c on c.activation_id = a.id group by a.version_id`,
    );
    await runner.query(`grant select on versions_run to countersign_app`);
  }
}
