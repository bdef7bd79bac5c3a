import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Problem, refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import { upsertAnswers } from './answers.repository.js';
import { mustStillFit } from './declarations/declared-stand.js';
import { isConfirmedList } from './domain/capabilities.js';
import { fingerprintOfVersion } from './domain/facts.js';
import { latestVersion, lockTool, lockToolOf, readVersion } from './read-version.js';
import type { Amendment, Version } from './version.js';
import { copyVersion, insertAmendment, insertVersion, storeFingerprint, storeFixed, storeRegistered } from './versions.repository.js';
import { scopeFits } from './write-parts.js';

export interface NextVersion {
  readonly isRenewal?: boolean;
  /** The condition of the DPO or the council that it carries out, as the feature that keeps the condition read it. */
  readonly amends?: Amendment;
}

const MAKERS: readonly string[] = ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'];

/** Version n+1: a copy of the last one, not fixed. An unfixed last version is refused: change that one. */
export const nextVersion = async (tx: Tx, actor: Actor, now: Date, toolId: string, next: NextVersion = {}): Promise<Version> => {
  if (!MAKERS.includes(actor.role)) throw new Problem(403, 'attribute.other-owner', [{ code: 'attribute.other-owner', turn: MAKERS[0] }]);
  await lockTool(tx, toolId);
  const last = await latestVersion(tx, toolId);
  if (!last.fixedAt) throw refused('version.still-open', [{ code: 'version.still-open' }]);
  const id = newId('v');
  const number = last.number + 1;
  await insertVersion(tx, {
    id,
    toolId,
    number,
    followsId: last.id,
    amends: next.amends !== undefined,
    isRenewal: next.isRenewal ?? false,
    by: actor.personId ?? 'system',
    at: now,
    fingerprint: last.fingerprint,
  });
  await copyVersion(tx, last.id, id);
  if (next.amends) await insertAmendment(tx, id, next.amends, actor.personId ?? 'system', now);
  if (last.registeredAt) await storeRegistered(tx, id, now);
  const version = await readVersion(tx, id);
  await storeFingerprint(tx, id, version.fingerprint);
  await record(
    tx,
    actor,
    now,
    'version.started',
    { toolId, subjectId: id },
    { number, follows: last.id, amends: next.amends !== undefined },
  );
  return version;
};

/** A condition that an amending version carries out as well. */
export const addAmendment = async (tx: Tx, actor: Actor, now: Date, versionId: string, amends: Amendment): Promise<void> => {
  const tool = await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  if (!version.amends) throw refused('version.not-amending');
  await insertAmendment(tx, versionId, amends, actor.personId ?? 'system', now);
  await record(tx, actor, now, 'amendment.added', { toolId: tool.id, subjectId: versionId }, { conditionId: amends.conditionId });
};

/**
 * From here on the version's material facts stay as they are; called when the DPIA is fixed or the version is switched on, inside that transaction.
 * It writes the fingerprint that every approval will name.
 */
export const fixVersion = async (tx: Tx, actor: Actor, now: Date, versionId: string): Promise<Version> => {
  const tool = await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  if (version.fixedAt) return version;
  if (!isConfirmedList(version.capabilityRows))
    throw refused('version.capabilities-unconfirmed', [{ code: 'version.capabilities-unconfirmed', turn: 'tool_owner' }]);
  if (!scopeFits(version)) throw refused('scope.individual-too-wide');
  await mustStillFit(tx, version);
  const home = { attribute: 'home.enabled', item: '', value: version.scope.worksAtHome };
  await upsertAnswers(tx, versionId, [home], { personId: 'system', role: 'system', at: now });
  await storeFixed(tx, versionId, now, fingerprintOfVersion(version));
  const fixed = await readVersion(tx, versionId);
  await record(
    tx,
    actor,
    now,
    'version.fixed',
    { toolId: tool.id, subjectId: versionId },
    { number: fixed.number, fingerprint: fixed.fingerprint },
  );
  return fixed;
};
