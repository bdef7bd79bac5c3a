import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound, Problem, refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import {
  type Carriage,
  carriedFrom,
  completeCarriage,
  findCarriage,
  findCarriageBetween,
  insertCarriage,
  storeConfirmation,
  storeDpiaStatement,
} from './carriages.repository.js';
import { differences, stricter, wider } from './domain/differences.js';
import { lockToolOf, readVersion } from './read-version.js';
import type { Version } from './version.js';
import { fixVersion } from './versions.js';

const BODIES: Readonly<Record<'dpo' | 'council', readonly string[]>> = {
  dpo: ['dpo'],
  council: ['or_chair', 'or_secretary', 'pvt_contact'],
};

const mustBe = (actor: Actor, roles: readonly string[]): void => {
  if (!roles.includes(actor.role)) throw new Problem(403, 'role.other', [{ code: 'role.other', turn: roles[0] }]);
};

const mustOnlyBeStricter = (from: Version, to: Version): void => {
  const changes = differences(from, to);
  const over = wider(changes);
  if (over.length > 0)
    throw refused(
      'carriage.wider',
      over.map(({ path, item }) => ({ code: 'carriage.wider', field: `${path}|${item ?? ''}` })),
    );
  if (stricter(changes).length === 0) throw refused('carriage.nothing-stricter');
};

/**
 * Proposes that the approvals of the version before pass to this one: it carries out conditions of the DPO or the
 * council, and every material difference is stricter. The version is fixed by it, so that it moves no more.
 */
export const proposeCarriage = async (tx: Tx, actor: Actor, now: Date, versionId: string): Promise<string> => {
  mustBe(actor, ['hr_registrar', 'privacy_officer']);
  const tool = await lockToolOf(tx, versionId);
  const to = await fixVersion(tx, actor, now, versionId);
  if (!to.followsId || to.amendments.length === 0) throw refused('carriage.no-condition');
  const from = await readVersion(tx, to.followsId);
  mustOnlyBeStricter(from, to);
  if (await findCarriageBetween(tx, tool.id, from.fingerprint, to.fingerprint)) throw refused('carriage.proposed');
  const id = newId('o');
  await insertCarriage(tx, {
    id,
    toolId: tool.id,
    fromVersionId: from.id,
    toVersionId: to.id,
    fromFingerprint: from.fingerprint,
    toFingerprint: to.fingerprint,
    by: actor.personId ?? 'system',
    at: now,
    conditions: to.amendments,
  });
  await record(tx, actor, now, 'carriage.proposed', { toolId: tool.id, subjectId: id }, pairOf(from.fingerprint, to.fingerprint));
  return id;
};
const pairOf = (from: string, to: string) => ({ from, to });

const open = async (tx: Tx, carriageId: string): Promise<Carriage> => {
  const found = await findCarriage(tx, carriageId);
  if (!found) throw notFound();
  await lockToolOf(tx, found.toVersionId);
  const carriage = await findCarriage(tx, carriageId);
  const to = await readVersion(tx, found.toVersionId);
  if (!carriage || to.fingerprint !== carriage.toFingerprint) throw refused('carriage.stale');
  return carriage;
};

/** The privacy officer: the DPIA of the earlier version still holds for this one. */
export const stateDpiaHolds = async (tx: Tx, actor: Actor, now: Date, carriageId: string): Promise<string> => {
  mustBe(actor, ['privacy_officer']);
  const carriage = await open(tx, carriageId);
  if (carriage.dpiaStatedAt) throw refused('carriage.stated');
  await storeDpiaStatement(tx, carriageId, actor.personId ?? 'system', now);
  await completeCarriage(tx, carriageId, now);
  const pair = pairOf(carriage.fromFingerprint, carriage.toFingerprint);
  return record(tx, actor, now, 'carriage.dpia-stated', { toolId: carriage.toolId, subjectId: carriageId }, pair);
};

/** One confirming act of the body that set the condition: the DPO, or an officer of the council. */
export const confirmCarriage = async (tx: Tx, actor: Actor, now: Date, carriageId: string): Promise<string> => {
  const kind = actor.role === 'dpo' ? 'dpo' : 'council';
  mustBe(actor, BODIES[kind]);
  const carriage = await open(tx, carriageId);
  const waiting = carriage.conditions.filter((one) => one.conditionKind === kind && !one.isMachineLimit && one.confirmedAt === null);
  if (waiting.length === 0) throw refused('carriage.nothing-to-confirm');
  await storeConfirmation(tx, carriageId, kind, actor.personId ?? 'system', now);
  await completeCarriage(tx, carriageId, now);
  const pair = pairOf(carriage.fromFingerprint, carriage.toFingerprint);
  return record(
    tx,
    actor,
    now,
    'carriage.confirmed',
    { toolId: carriage.toolId, subjectId: carriageId },
    {
      ...pair,
      conditions: waiting.map(({ conditionId }) => conditionId),
    },
  );
};

export const acceptedFingerprints = (tx: Tx, toolId: string, fingerprint: string): Promise<string[]> =>
  carriedFrom(tx, toolId, fingerprint);
