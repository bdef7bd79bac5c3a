import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { gateOf } from '../gate/index.js';
import { bodyOf } from './domain/event.js';
import { type Change, changeOf } from './domain/standing.js';
import { activationFacts, insertEvent, lockStanding, readFacts, saveStanding, type Standing } from './events.repository.js';

export const DELIVER = 'webhooks.deliver';

/** What was suspended goes on only when every requirement holds: lifting a suspension alone is no news. */
const mayGoOn = async (tx: Tx, now: Date, { activationId }: Change): Promise<boolean> => {
  const activation = await activationFacts(tx, activationId);
  return activation !== null && (await gateOf(tx, activation.versionId, now)).holds;
};

const dataOf = async (tx: Tx, toolId: string, { activationId, state, causes }: Change, before: Standing) => {
  const ran = activationId ?? before.activationId;
  const activation = await activationFacts(tx, ran);
  return {
    toolId,
    state,
    mayRun: state === 'active',
    causes,
    activationId: ran,
    versionId: activation?.versionId ?? null,
    version: activation?.version ?? null,
    fingerprint: activation?.fingerprint ?? null,
    generation: activation?.generation ?? null,
  };
};

/** Writes down what changed of the tool since receivers last heard of it, once, in the transaction that changed it. */
export const tell = async (tx: Tx, now: Date, toolId: string, source: string): Promise<void> => {
  const before = await lockStanding(tx, toolId);
  const change = changeOf(before, await readFacts(tx, toolId));
  if (!change) return;
  const resumed = change.kind === 'activated' && change.activationId === before.activationId;
  if (resumed && !(await mayGoOn(tx, now, change))) return;
  const data = await dataOf(tx, toolId, change, before);
  const id = newId('ev');
  const { kind } = change;
  await insertEvent(tx, { id, toolId, kind, at: now, body: (sequence) => bodyOf({ id, kind, toolId, sequence, at: now, data }, source) });
  await saveStanding(tx, toolId, { state: change.state, activationId: data.activationId });
  await enqueue(tx, DELIVER, {}, { key: DELIVER });
};
