import type { Tx } from '../../platform/database/index.js';
import { type SealKey, seal, unseal } from '../../platform/signing/index.js';
import { packBox, type SecretChoice, unpackBox } from './domain/secret-box.js';

const purposeOf = (ballotId: string): string => `countersign.ballot|${ballotId}`;

/** Every choice of a secret ballot; null when the box does not open: another key, or a change from outside. */
export const readBox = async (tx: Tx, key: SealKey, ballotId: string): Promise<readonly SecretChoice[] | null> => {
  const rows: { sealed: Buffer }[] = await tx.query(`select sealed from ballot_boxes where ballot_id = $1`, [ballotId]);
  if (!rows[0]) return [];
  const box = unseal(key, purposeOf(ballotId), rows[0].sealed);
  return box ? unpackBox(box) : null;
};

/** All choices are written again at each vote, sorted, under a new seal: what stood there before is gone. */
export const writeBox = async (tx: Tx, key: SealKey, ballotId: string, choices: readonly SecretChoice[]): Promise<void> => {
  await tx.query(
    `insert into ballot_boxes (ballot_id, sealed) values ($1, $2) on conflict (ballot_id) do update set sealed = excluded.sealed`,
    [ballotId, seal(key, purposeOf(ballotId), packBox(choices))],
  );
};

export const emptyBox = async (tx: Tx, ballotId: string): Promise<void> => {
  await tx.query(`delete from ballot_boxes where ballot_id = $1`, [ballotId]);
};

export const readTurnout = async (tx: Tx, ballotId: string): Promise<readonly string[]> => {
  const rows: { persons: string[] }[] = await tx.query(`select persons from ballot_turnouts where ballot_id = $1`, [ballotId]);
  return rows[0]?.persons ?? [];
};

/** Who took part in each of these. */
export const turnoutsOf = (tx: Tx, ballotIds: readonly string[]): Promise<{ ballotId: string; personId: string }[]> =>
  tx.query(`select ballot_id as "ballotId", unnest(persons) as "personId" from ballot_turnouts where ballot_id = any($1)`, [
    [...ballotIds],
  ]);

/** Who took part, without when: one sorted list, written again each time. */
export const writeTurnout = async (tx: Tx, ballotId: string, persons: readonly string[]): Promise<void> => {
  await tx.query(
    `insert into ballot_turnouts (ballot_id, persons) values ($1, $2) on conflict (ballot_id) do update set persons = excluded.persons`,
    [ballotId, [...persons].sort()],
  );
};

export const forgetTurnout = async (tx: Tx, ballotId: string): Promise<void> => {
  await tx.query(`delete from ballot_turnouts where ballot_id = $1`, [ballotId]);
};
