import { newId, newReference } from '../../src/kernel/ids.js';
import type { TestDatabase } from './database.js';
import type { GivenTool } from './given-notices.js';

/** A version that was switched on, without the proofs that the gate asks for; its tool is not on yet. Answers the activation. */
export const givenActivation = async (database: TestDatabase, { toolId, versionId }: GivenTool, fingerprint: string): Promise<string> => {
  const [evaluation, activation] = [newId('e'), newId('a')];
  await database.asOwner(
    `insert into evaluations (id, tool_id, version_id, fingerprint, verdict, rule_set, on_day, failing, evaluated_at)
     values ($1, $2, $3, $4, 'OPEN', '1', '2026-02-01', '{}', '2026-02-01T09:00:00Z')`,
    [evaluation, toolId, versionId, fingerprint],
  );
  await database.asOwner('alter table activations disable trigger activations_proven');
  await database.asOwner(
    `insert into activations (id, tool_id, version_id, fingerprint, evaluation_id, generation, limits, lease_minutes, reference, activated_by, activated_at)
     values ($1, $2, $3, $4, $5, 1, '{}', 15, $6, 'p_it', '2026-02-01T09:00:00Z')`,
    [activation, toolId, versionId, fingerprint, evaluation, newReference()],
  );
  await database.asOwner('alter table activations enable trigger activations_proven');
  return activation;
};

/** A tool that is on. */
export const givenOn = async (database: TestDatabase, tool: GivenTool): Promise<void> => {
  const [row] = await database.asOwner('select fingerprint from tool_versions where id = $1', [tool.versionId]);
  const activation = await givenActivation(database, tool, String(row?.['fingerprint']));
  await database.asOwner(`insert into active_tools (tool_id, activation_id) values ($1, $2)`, [tool.toolId, activation]);
};
