import type { Actor } from '../../kernel/actor.js';
import { Problem, refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { attributeOf } from '../../policy/index.js';
import { record } from '../evidence/index.js';
import { confirmAnswers, deleteAnswers, upsertAnswers } from './answers.repository.js';
import { type AnswerInput, answerReasons, changedOnly } from './domain/check-answers.js';
import { confirmersOf, needsConfirmation } from './domain/confirmation.js';
import { fingerprintOfVersion } from './domain/facts.js';
import { standing } from './domain/tidy-answers.js';
import { lockToolOf, readVersion } from './read-version.js';
import type { StoredAnswer, Version } from './version.js';
import { storeFingerprint } from './versions.repository.js';

const MAX_ANSWERS = 2000;

const refuse = (reasons: ReturnType<typeof answerReasons>): Problem => {
  const others = reasons.filter(({ code }) => code === 'attribute.other-owner');
  if (others.length > 0) return new Problem(403, 'attribute.other-owner', others);
  return new Problem(422, 'input.unusable', reasons);
};

/** The answers of a version with these written into it, and without the rows that went. */
const written = (stored: readonly StoredAnswer[], changes: readonly AnswerInput[], actor: Actor): readonly StoredAnswer[] => {
  const all = new Map(stored.map((answer) => [`${answer.attribute}|${answer.item}`, answer]));
  for (const { attribute, item, value } of changes) {
    if (value === undefined) all.delete(`${attribute}|${item}`);
    else
      all.set(`${attribute}|${item}`, {
        attribute,
        item,
        value,
        answeredBy: actor.personId ?? 'system',
        answeredRole: actor.role,
        confirmedBy: null,
      });
  }
  return standing([...all.values()]);
};

/** After fixing, what is in the fingerprint stays: a change of it is the next version. */
const refuseMaterialChange = (version: Version, next: readonly StoredAnswer[], changes: readonly AnswerInput[]): void => {
  if (!version.fixedAt || fingerprintOfVersion({ ...version, answers: next }) === version.fingerprint) return;
  const material = changes.filter(({ attribute }) => attributeOf(attribute)?.material);
  const fields = (material.length > 0 ? material : changes).map(({ attribute, item }) => ({
    code: 'version.fixed',
    field: `${attribute}|${item}`,
  }));
  throw refused('version.fixed', fields);
};

/**
 * Writes answers to a version, each by its owner. Refused as a whole, with every reason: another role's attribute (403,
 * naming whose turn it is), a value of the wrong type (422), a material change of a fixed version (409, the next step is
 * version n+1). The fingerprint follows in the same transaction. Answers whether anything changed.
 */
export const writeAnswers = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  versionId: string,
  answers: readonly AnswerInput[],
): Promise<boolean> => {
  if (answers.length > MAX_ANSWERS) throw new Problem(413, 'body.too-large');
  const tool = await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  const reasons = answerReasons(actor, answers, version.answers);
  if (reasons.length > 0) throw refuse(reasons);
  const changes = changedOnly(answers, version.answers);
  if (changes.length === 0) return false;
  const next = written(version.answers, changes, actor);
  refuseMaterialChange(version, next, changes);
  const given = changes.flatMap(({ attribute, item, value }) => (value === undefined ? [] : [{ attribute, item, value }]));
  await upsertAnswers(tx, versionId, given, { personId: actor.personId ?? 'system', role: actor.role, at: now });
  await deleteAnswers(tx, versionId, gone(version.answers, next));
  const fingerprint = await refreshFingerprint(tx, versionId);
  await record(
    tx,
    actor,
    now,
    'answers.given',
    { toolId: tool.id, subjectId: versionId },
    {
      attributes: [...new Set(changes.map(({ attribute }) => attribute))].sort(),
      fingerprint,
    },
  );
  return true;
};

const gone = (before: readonly StoredAnswer[], after: readonly StoredAnswer[]): readonly StoredAnswer[] => {
  const kept = new Set(after.map(({ attribute, item }) => `${attribute}|${item}`));
  return before.filter(({ attribute, item }) => !kept.has(`${attribute}|${item}`));
};

/** Stores the fingerprint of what a version that is not fixed now holds, and answers it. */
export const refreshFingerprint = async (tx: Tx, versionId: string): Promise<string> => {
  const version = await readVersion(tx, versionId);
  if (!version.fixedAt) await storeFingerprint(tx, versionId, version.fingerprint);
  return version.fingerprint;
};

/** Another role says that what was answered is so. Nobody confirms their own answer. */
export const confirmFacts = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  versionId: string,
  places: readonly { readonly attribute: string; readonly item: string }[],
): Promise<string | null> => {
  const tool = await lockToolOf(tx, versionId);
  const { answers } = await readVersion(tx, versionId);
  const found = places.map(({ attribute, item }) => answers.find((answer) => answer.attribute === attribute && answer.item === item));
  const reasons = places.flatMap((place, at) => confirmationReasons(actor, place, found[at]));
  if (reasons.length > 0)
    throw reasons[0]!.code === 'attribute.other-confirmer'
      ? new Problem(403, reasons[0]!.code, reasons)
      : refused(reasons[0]!.code, reasons);
  const open = found.filter((answer): answer is StoredAnswer => answer !== undefined && needsConfirmation(answer));
  if (open.length === 0) return null;
  await confirmAnswers(tx, versionId, open, actor.personId ?? 'system', now);
  return record(
    tx,
    actor,
    now,
    'answers.confirmed',
    { toolId: tool.id, subjectId: versionId },
    {
      attributes: open.map(({ attribute }) => attribute).sort(),
    },
  );
};

const confirmationReasons = (actor: Actor, place: { attribute: string; item: string }, answer: StoredAnswer | undefined) => {
  const confirmers: readonly string[] = confirmersOf(place.attribute);
  const field = `${place.attribute}|${place.item}`.slice(0, 200);
  if (confirmers.length === 0 || !answer) return [{ code: 'attribute.nothing-to-confirm', field }];
  if (!confirmers.includes(actor.role)) return [{ code: 'attribute.other-confirmer', field, turn: confirmers[0] }];
  return answer.answeredBy === actor.personId ? [{ code: 'attribute.own-confirmation', field }] : [];
};
