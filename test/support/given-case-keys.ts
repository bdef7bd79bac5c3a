import { newId } from '../../src/kernel/ids.js';
import { lockKey, newKeyPair, sealTo } from '../../src/platform/sealing/index.js';

/** What opens the key of everybody given here. */
export const CASE_SECRET = 'een lange zin voor tests';

type Run = (sql: string, parameters: unknown[]) => Promise<unknown>;

/** A key for complaints whose owner has shown to be able to open it. */
export const givenCaseKey = async (run: Run, personId: string): Promise<void> => {
  const pair = await newKeyPair();
  const { locked, salt, cost } = await lockKey(pair, CASE_SECRET, { memoryKib: 64, passes: 1 });
  const id = newId('y');
  const probe = await sealTo(pair.publicKey, Buffer.from(id));
  await run(
    `insert into case_keys (id, person_id, public_key, locked, salt, memory_kib, passes, probe, made_on) values ($1, $2, $3, $4, $5, $6, $7, $8, '2026-01-05')`,
    [id, personId, Buffer.from(pair.publicKey), locked, salt, cost.memoryKib, cost.passes, probe],
  );
  await run(`insert into case_key_proofs (key_id, proven_on) values ($1, '2026-01-05')`, [id]);
};
