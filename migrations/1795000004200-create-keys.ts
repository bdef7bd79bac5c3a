import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys by which a program acts for one person in one of that person's roles. Of the key itself only the SHA-256 is kept. */
const UP = `
create table api_keys (
  id text not null constraint api_keys_key primary key,
  person_id text not null constraint api_keys_person references persons (id),
  role text not null,
  name text not null constraint api_keys_name_length check (length(name) between 1 and 60),
  scopes text[] not null constraint api_keys_scopes
    check (cardinality(scopes) > 0 and scopes <@ array['chain:read', 'chain:write', 'decisions', 'devices']),
  secret_hash text not null constraint api_keys_secret_unique unique,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_on date,
  constraint api_keys_lifetime check (expires_at > created_at and expires_at <= created_at + interval '366 days')
);
create index api_keys_of_person on api_keys (person_id);
create unique index api_keys_one_name on api_keys (person_id, name) where revoked_at is null;
revoke update, truncate on api_keys from countersign_app;
grant update (revoked_at, last_used_on) on api_keys to countersign_app;
`;

const DOWN = `
drop table api_keys;
`;

export class CreateKeys1795000004200 implements MigrationInterface {
  name = 'CreateKeys1795000004200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
