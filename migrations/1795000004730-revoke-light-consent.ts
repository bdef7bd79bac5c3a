import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
create table light_revocations (
  id text not null constraint light_revocations_key primary key,
  written_as bigint generated always as identity,
  consent_id text not null constraint light_revocations_consent references framework_consents (id),
  ground text not null constraint light_revocations_ground check (ground in ('expired', 'material_change', 'renegotiated', 'named')),
  explanation text not null,
  named_words text,
  reference text not null,
  recorded_by text not null, recorded_at timestamptz not null,
  constraint light_revocations_words check ((ground = 'named') = (named_words is not null))
);
create index light_revocations_of_consent on light_revocations (consent_id);
create table light_revocation_confirmations (
  revocation_id text not null constraint light_revocation_confirmations_revocation references light_revocations (id),
  by_person text not null,
  by_role text not null constraint light_revocation_confirmations_role check (by_role in ('or_chair', 'or_secretary', 'pvt_contact', 'director')),
  at timestamptz not null,
  constraint light_revocation_confirmations_key primary key (revocation_id, by_person)
);
create function another_officer_revokes() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  if exists (select 1 from light_revocations r where r.id = new.revocation_id and r.recorded_by = new.by_person) then
    raise exception 'one officer' using errcode = 'check_violation', constraint = 'light_revocation_confirmations_two_officers';
  end if;
  return new;
end $$;
create trigger light_revocation_confirmations_two_officers before insert on light_revocation_confirmations
  for each row execute function another_officer_revokes();
create view light_consents_revoked as
  select r.consent_id, r.id as revocation_id, max(c.at) as at from light_revocations r join light_revocation_confirmations c on c.revocation_id = r.id
  group by r.id having bool_or(c.by_role <> 'director') and (r.ground <> 'renegotiated' or bool_or(c.by_role = 'director'));
`;

/** What proves the light way, with or without the line that a consent taken back proves nothing. */
const stands = (revoked: string): string => `
create or replace function framework_consent_stands(consent text, of_tool text, fingerprints text[], on_day date, in_full boolean) returns boolean language sql stable as $$
  select exists (
    select 1 from framework_consents x join frameworks f on f.id = x.framework_id
    where x.id = consent and x.tool_id = of_tool and x.fingerprint = any (fingerprints) and f.ends_on >= on_day
      and exists (select 1 from council_mailings m where m.reference = x.reference)
      and not exists (select 1 from framework_objections o where o.consent_id = x.id)${revoked}
      and exists (select 1 from framework_decisions d
        join framework_answers c on c.decision_id = d.id and c.kind = 'confirmed' and c.by_person <> d.recorded_by
        join framework_answers p on p.decision_id = d.id and p.kind = 'present'
        where d.framework_id = f.id and d.decision = 'granted')
      and (not in_full or ((x.told_at at time zone 'Europe/Amsterdam')::date + 14 < on_day
        and (x.colour = 'green' or (select count(*) from framework_acceptances a where a.consent_id = x.id) >= 2))))
$$;
`;

const DOWN = `
drop view light_consents_revoked;
drop table light_revocation_confirmations;
drop table light_revocations;
drop function another_officer_revokes();
`;

/** A consent given under a framework can be taken back by itself. */
export class RevokeLightConsent1795000004730 implements MigrationInterface {
  name = 'RevokeLightConsent1795000004730';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const table of ['light_revocations', 'light_revocation_confirmations']) await runner.query('select append_only($1)', [table]);
    await runner.query(`grant select on light_consents_revoked to countersign_app`);
    await runner.query(stands(`\n      and not exists (select 1 from light_consents_revoked k where k.consent_id = x.id)`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(stands(''));
    await runner.query(DOWN);
  }
}
