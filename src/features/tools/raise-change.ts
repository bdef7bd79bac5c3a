import type { Actor } from '../../kernel/actor.js';
import { newId, newReference } from '../../kernel/ids.js';
import { Problem, refused, unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { differences } from './domain/differences.js';
import { insertRaisedChange } from './raised-changes.repository.js';
import { lockTool, readVersion, versionAt } from './read-version.js';
import { storeFingerprint, versionsOf } from './versions.repository.js';

export interface RaisedInput {
  readonly path: string;
  readonly item: string;
  readonly reason: string;
}

/**
 * The DPO finds a change wider than the rules do. From here on it counts as wider everywhere: approvals of the version before no longer pass to
 * this one. A change of text alters the fingerprint of this version and of those after it, for the rules alone would not tell them apart.
 */
export const raiseChange = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  toolId: string,
  number: number,
  { path, item, reason }: RaisedInput,
): Promise<string> => {
  if (actor.role !== 'dpo' || !actor.personId) throw new Problem(403, 'role.other', [{ code: 'role.other', turn: 'dpo' }]);
  await lockTool(tx, toolId);
  const version = await versionAt(tx, toolId, number);
  if (!version.fixedAt || !version.followsId) throw refused('change.no-version-before');
  const change = differences(await readVersion(tx, version.followsId), version).find(
    (one) => one.path === path && (one.item ?? '') === item,
  );
  if (!change) throw unusable('change', 'change.unknown');
  if (change.kind === 'wider') throw unusable('change', 'change.wider-already');
  const [id, reference] = [newId('x'), newReference()];
  await insertRaisedChange(tx, {
    id,
    toolId,
    versionId: version.id,
    path,
    item,
    was: change.kind,
    reason,
    reference,
    by: actor.personId,
    at: now,
  });
  for (const later of await versionsOf(tx, toolId)) {
    if (later.number >= number) await storeFingerprint(tx, later.id, (await readVersion(tx, later.id)).fingerprint);
  }
  await record(tx, actor, now, 'change.raised', { toolId, subjectId: id }, { version: version.id, path, was: change.kind, reference });
  return reference;
};
