import type { Tx } from '../../platform/database/index.js';
import type { Amendment } from './version.js';

export interface CarriageCondition extends Amendment {
  readonly confirmedBy: string | null;
  readonly confirmedAt: string | null;
}
export interface Carriage {
  readonly id: string;
  readonly toolId: string;
  readonly fromVersionId: string;
  readonly toVersionId: string;
  readonly fromFingerprint: string;
  readonly toFingerprint: string;
  readonly proposedBy: string;
  readonly dpiaStatedBy: string | null;
  readonly dpiaStatedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly conditions: readonly CarriageCondition[];
}

const COLUMNS = `c.id, c.tool_id as "toolId", c.from_version_id as "fromVersionId", c.to_version_id as "toVersionId",
  c.from_fingerprint as "fromFingerprint", c.to_fingerprint as "toFingerprint", c.proposed_by as "proposedBy",
  c.dpia_stated_by as "dpiaStatedBy", c.dpia_stated_at as "dpiaStatedAt", c.confirmed_at as "confirmedAt",
  coalesce((select jsonb_agg(jsonb_build_object('conditionKind', x.condition_kind, 'conditionId', x.condition_id, 'text', x.text,
    'isMachineLimit', x.is_machine_limit, 'confirmedBy', x.confirmed_by, 'confirmedAt', x.confirmed_at) order by x.condition_id)
    from carriage_conditions x where x.carriage_id = c.id), '[]') as conditions`;

export const findCarriage = async (tx: Tx, id: string): Promise<Carriage | null> => {
  const [row]: Carriage[] = await tx.query(`select ${COLUMNS} from carriages c where c.id = $1`, [id]);
  return row ?? null;
};
export const findCarriageBetween = async (tx: Tx, toolId: string, from: string, to: string): Promise<Carriage | null> => {
  const [row]: Carriage[] = await tx.query(
    `select ${COLUMNS} from carriages c where c.tool_id = $1 and c.from_fingerprint = $2 and c.to_fingerprint = $3`,
    [toolId, from, to],
  );
  return row ?? null;
};

export interface NewCarriage {
  readonly id: string;
  readonly toolId: string;
  readonly fromVersionId: string;
  readonly toVersionId: string;
  readonly fromFingerprint: string;
  readonly toFingerprint: string;
  readonly by: string;
  readonly at: Date;
  readonly conditions: readonly Amendment[];
}
export const insertCarriage = async (tx: Tx, carriage: NewCarriage): Promise<void> => {
  const { id, toolId, fromVersionId, toVersionId, fromFingerprint, toFingerprint, by, at } = carriage;
  await tx.query(
    `insert into carriages (id, tool_id, from_version_id, to_version_id, from_fingerprint, to_fingerprint, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, toolId, fromVersionId, toVersionId, fromFingerprint, toFingerprint, by, at],
  );
  await tx.query(
    `insert into carriage_conditions (carriage_id, condition_kind, condition_id, text, is_machine_limit)
     select $1, x."conditionKind", x."conditionId", x.text, x."isMachineLimit"
     from jsonb_to_recordset($2) as x("conditionKind" text, "conditionId" text, text text, "isMachineLimit" boolean)`,
    [id, JSON.stringify(carriage.conditions)],
  );
};

export const storeDpiaStatement = (tx: Tx, id: string, by: string, at: Date): Promise<unknown> =>
  tx.query(`update carriages set dpia_stated_by = $2, dpia_stated_at = $3 where id = $1 and dpia_stated_at is null`, [id, by, at]);

/** Confirms the conditions of one body. A machine limit needs no confirmation. */
export const storeConfirmation = (tx: Tx, id: string, kind: 'dpo' | 'council', by: string, at: Date): Promise<unknown> =>
  tx.query(
    `update carriage_conditions set confirmed_by = $3, confirmed_at = $4
     where carriage_id = $1 and condition_kind = $2 and not is_machine_limit and confirmed_at is null`,
    [id, kind, by, at],
  );

/** The carriage counts from the moment that the DPIA statement and every confirmation that it needs are in. */
export const completeCarriage = (tx: Tx, id: string, at: Date): Promise<unknown> =>
  tx.query(
    `update carriages c set confirmed_at = $2 where c.id = $1 and c.confirmed_at is null and c.dpia_stated_at is not null
       and not exists (select 1 from carriage_conditions x where x.carriage_id = c.id and not x.is_machine_limit and x.confirmed_at is null)`,
    [id, at],
  );

/** The fingerprint itself and those whose approvals were carried over to it, through confirmed carriages, however many. */
export const carriedFrom = async (tx: Tx, toolId: string, fingerprint: string): Promise<string[]> => {
  const rows: { fingerprint: string }[] = await tx.query(
    `with recursive accepted (fingerprint) as (
       select $2::text
       union
       select c.from_fingerprint from carriages c join accepted a on c.to_fingerprint = a.fingerprint
       where c.tool_id = $1 and c.confirmed_at is not null and c.dpia_stated_at is not null
         and not exists (select 1 from raised_changes r where r.version_id = c.to_version_id)
     ) select fingerprint from accepted`,
    [toolId, fingerprint],
  );
  return rows.map((row) => row.fingerprint);
};
