import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs of the organisation that are told what changes of a tool. Receivers are only added; deliveries are a queue. What names devices loses its body once nobody waits for it. */
const UP = `
create table webhook_receivers (
  id text not null constraint webhook_receivers_key primary key,
  url text not null constraint webhook_receivers_url check (length(url) <= 500),
  host text not null,
  types text[] not null constraint webhook_receivers_types check (cardinality(types) > 0),
  added_by text not null, added_at timestamptz not null
);
create table webhook_receiver_tools (
  receiver_id text not null constraint webhook_receiver_tools_receiver references webhook_receivers (id),
  tool_id text not null constraint webhook_receiver_tools_tool references tools (id),
  constraint webhook_receiver_tools_key primary key (receiver_id, tool_id)
);
create table webhook_receiver_ends (
  receiver_id text not null constraint webhook_receiver_ends_key primary key constraint webhook_receiver_ends_receiver references webhook_receivers (id),
  how text not null constraint webhook_receiver_ends_how check (how in ('removed', 'gone')),
  by_person text,
  at timestamptz not null
);
create table webhook_secrets (
  id text not null constraint webhook_secrets_key primary key,
  receiver_id text not null constraint webhook_secrets_receiver references webhook_receivers (id),
  sealed bytea not null,
  until timestamptz,
  made_at timestamptz not null
);
create index webhook_secrets_of on webhook_secrets (receiver_id, made_at);
create table webhook_standings (
  tool_id text not null constraint webhook_standings_key primary key constraint webhook_standings_tool references tools (id),
  state text constraint webhook_standings_state check (state in ('active', 'suspended', 'stopped')),
  activation_id text,
  sequence integer not null default 0,
  devices text[] not null default '{}'
);
create table webhook_events (
  id text not null constraint webhook_events_key primary key,
  tool_id text not null constraint webhook_events_tool references tools (id),
  sequence integer not null,
  type text not null,
  body text,
  at timestamptz not null,
  constraint webhook_events_order unique (tool_id, sequence)
);
create index webhook_events_at on webhook_events (at);
create table webhook_deliveries (
  receiver_id text not null constraint webhook_deliveries_receiver references webhook_receivers (id),
  event_id text not null constraint webhook_deliveries_event references webhook_events (id) on delete cascade,
  tool_id text not null, sequence integer not null,
  state text not null default 'waiting' constraint webhook_deliveries_state check (state in ('waiting', 'delivered', 'dead')),
  attempts integer not null default 0,
  term_from timestamptz not null,
  next_at timestamptz not null,
  claimed_until timestamptz,
  last_at timestamptz, last_fault text, last_status integer,
  constraint webhook_deliveries_key primary key (receiver_id, event_id)
);
create index webhook_deliveries_waiting on webhook_deliveries (receiver_id, tool_id, sequence) where state = 'waiting';
create index webhook_deliveries_event_id on webhook_deliveries (event_id);
create index webhook_deliveries_last on webhook_deliveries (receiver_id, last_at);
`;

const DOWN = `
drop table webhook_deliveries;
drop table webhook_events;
drop table webhook_standings;
drop table webhook_secrets;
drop table webhook_receiver_ends;
drop table webhook_receiver_tools;
drop table webhook_receivers;
`;

const APPEND_ONLY: readonly string[] = ['webhook_receivers', 'webhook_receiver_tools', 'webhook_receiver_ends'];

export class TellReceivers1795000005300 implements MigrationInterface {
  name = 'TellReceivers1795000005300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    for (const table of APPEND_ONLY) await runner.query('select append_only($1)', [table]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
