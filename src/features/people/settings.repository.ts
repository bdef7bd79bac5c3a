import type { Actor } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';
import { SMALLEST_GROUP_EVER, USUAL_SMALLEST_GROUP } from '../../policy/index.js';
import { record } from '../evidence/index.js';

/** A setting by its name, or null when nobody chose. */
export const readSetting = async (tx: Tx, name: string): Promise<Json> => {
  const rows: { value: Json }[] = await tx.query(`select value from settings where name = $1`, [name]);
  return rows[0]?.value ?? null;
};

export const SMALLEST_GROUP = 'smallest_group';
/** The smallest group of people whose figures are shown: as both sides agreed, else the usual one. */
export const smallestGroup = async (tx: Tx): Promise<number> => {
  const chosen = await readSetting(tx, SMALLEST_GROUP);
  return typeof chosen === 'number' ? Math.max(SMALLEST_GROUP_EVER, chosen) : USUAL_SMALLEST_GROUP;
};

/** Keeps a setting and records that it changed. Answers the reference. */
export const writeSetting = async (tx: Tx, actor: Actor, now: Date, name: string, value: Json): Promise<string> => {
  await tx.query(
    `insert into settings (name, value, changed_by, changed_at) values ($1, $2, $3, $4)
     on conflict (name) do update set value = excluded.value, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [name, JSON.stringify(value), actor.personId, now],
  );
  return record(tx, actor, now, 'setting.changed', { subjectId: name }, { value });
};
