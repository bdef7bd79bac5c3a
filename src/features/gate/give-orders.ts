import type { Actor } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { addWorkingDays, runsOnLeases } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { recordConfidential } from '../evidence/index.js';
import { latestVersion, readVersion, type ToolRow, type Version } from '../tools/index.js';
import type { ActivationRow } from './gate.repository.js';
import { insertOrder, openAlarms, pausedPeople } from './orders.repository.js';
import type { Gate } from './read-gate.js';

/** House terms for IT, in working days. */
const START_WITHIN = 5;
const STOP_WITHIN = 1;

/** The end of the last working day of a term, at 17.00 in the winter's and 18.00 in the summer's Amsterdam. */
const dueAfter = (now: Date, workingDays: number): Date => new Date(`${addWorkingDays(dayOf(now), workingDays)}T16:00:00Z`);

const announce = (tx: Tx, orderId: string): Promise<void> => enqueue(tx, 'gate.tell-order', { orderId });

/** Activation of a tool that cannot be blocked technically: what may be on, with which settings, from when. */
export const giveStartOrder = async (tx: Tx, actor: Actor, now: Date, gate: Gate, activationId: string): Promise<void> => {
  const { version } = gate;
  const settings = version.sheet.map(({ name, value, meaningNl, meaningEn }) => ({ name, value, meaningNl, meaningEn }));
  const id = newId('o');
  await insertOrder(tx, {
    id,
    toolId: version.toolId,
    versionId: version.id,
    activationId,
    kind: 'start',
    personId: null,
    instructions: { settings, from: dayOf(now), limits: { ...gate.limits } },
    reference: newReference(),
    by: actor.personId,
    at: now,
    dueAt: dueAfter(now, START_WITHIN),
  });
  await announce(tx, id);
};

/** A stop of a tool that cannot be blocked technically: an order with a deadline, and an alarm until IT has confirmed. */
export const giveStopOrder = async (tx: Tx, actor: Actor, now: Date, activation: ActivationRow): Promise<void> => {
  const version = await readVersion(tx, activation.version_id);
  if (!runsOnLeases(version.enforcement)) await orderStop(tx, actor, now, version, activation.id);
};

/** A stop of what runs without consent: nothing of ours holds it, so IT has to, whatever the dossier says of agents. One order at a time. */
export const orderEndOfUnconsented = async (tx: Tx, actor: Actor, now: Date, tool: ToolRow): Promise<void> => {
  if (!tool.runsWithoutConsent) return;
  if ((await openAlarms(tx, now)).some((alarm) => alarm.tool_id === tool.id)) return;
  await orderStop(tx, actor, now, await latestVersion(tx, tool.id), null);
};

const orderStop = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  version: Pick<Version, 'id' | 'toolId'>,
  activationId: string | null,
): Promise<void> => {
  const id = newId('o');
  await insertOrder(tx, {
    id,
    toolId: version.toolId,
    versionId: version.id,
    activationId,
    kind: 'stop',
    personId: null,
    instructions: { settings: [] },
    reference: newReference(),
    by: actor.personId,
    at: now,
    dueAt: dueAfter(now, STOP_WITHIN),
  });
  await announce(tx, id);
};

/** After an objection: one person out of an attested tool, within one working day. Who it is stands only on the order. */
export const givePersonOutOrder = async (tx: Tx, now: Date, activation: ActivationRow, personId: string): Promise<void> => {
  const id = newId('o');
  await insertOrder(tx, {
    id,
    toolId: activation.tool_id,
    versionId: activation.version_id,
    activationId: activation.id,
    kind: 'person_out',
    personId,
    instructions: { settings: [] },
    reference: newReference(),
    by: null,
    at: now,
    dueAt: dueAfter(now, STOP_WITHIN),
  });
  await recordConfidential(tx, now, { kind: 'order.given', order: id });
  await announce(tx, id);
};

/** Whoever is paused is taken out by an order, where that is the way: when a tool goes on, and when its list of devices becomes empty. */
export const orderPausedOut = async (tx: Tx, toolId: string): Promise<void> => {
  for (const personId of await pausedPeople(tx, toolId)) await enqueue(tx, 'gate.order-person-out', { toolId, personId });
};
