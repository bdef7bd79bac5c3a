import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stood on devices on a day, as counts: the file that said it is not kept, nor which device it was. */
const UP = `
create table inventories (
  id text not null constraint inventories_key primary key,
  lines integer not null,
  devices integer not null,
  uploaded_by text not null, uploaded_at timestamptz not null
);
create index inventories_newest on inventories (uploaded_at desc);
create table inventory_findings (
  inventory_id text not null constraint inventory_findings_inventory references inventories (id),
  product text not null,
  tool_id text constraint inventory_findings_tool references tools (id),
  devices integer not null constraint inventory_findings_devices check (devices > 0),
  constraint inventory_findings_key primary key (inventory_id, product)
);
`;

const DOWN = `
drop table inventory_findings;
drop table inventories;
`;

const APPEND_ONLY: readonly string[] = ['inventories', 'inventory_findings'];

export class CompareInventories1795000005210 implements MigrationInterface {
  name = 'CompareInventories1795000005210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
