import { sha256, canonicalJson, type Json } from '../../kernel/canonical.js';
import { Problem } from '../../kernel/problem.js';
import type { Tx } from '../database/index.js';

export interface OnceKey {
  readonly personId: string;
  readonly route: string;
  /** The `Idempotency-Key` header, or the form's hidden `_idempotency`. */
  readonly key: string | undefined;
  readonly body: Json;
}

/**
 * Does `work` once for a key, in the transaction of its effect; the same key and body again gives the first answer.
 * 400 without a key, 422 when the key came with another body. Kept 24 hours.
 */
export const once = async <T extends Json>(tx: Tx, now: Date, asked: OnceKey, work: () => Promise<T>): Promise<T> => {
  if (!asked.key || asked.key.length > 100) throw new Problem(400, 'act.key-missing');
  const hash = sha256(canonicalJson(asked.body));
  const fresh: unknown[] = await tx.query(
    `insert into idempotency_keys (person_id, route, key, body_hash, created_at) values ($1, $2, $3, $4, $5)
     on conflict (person_id, route, key) do nothing returning key`,
    [asked.personId, asked.route, asked.key, hash, now],
  );
  if (fresh.length === 0) return earlierAnswer<T>(tx, asked, hash);
  const answer = await work();
  await tx.query(`update idempotency_keys set answer = $4 where person_id = $1 and route = $2 and key = $3`, [
    asked.personId,
    asked.route,
    asked.key,
    JSON.stringify(answer),
  ]);
  return answer;
};

const earlierAnswer = async <T extends Json>(tx: Tx, asked: OnceKey, hash: string): Promise<T> => {
  const [row]: { body_hash: string; answer: T }[] = await tx.query(
    `select body_hash, answer from idempotency_keys where person_id = $1 and route = $2 and key = $3`,
    [asked.personId, asked.route, asked.key],
  );
  if (!row) throw new Problem(409, 'act.in-flight');
  if (row.body_hash !== hash) throw new Problem(422, 'act.key-reused');
  return row.answer;
};
