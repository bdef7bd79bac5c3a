import type { Actor } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { addDays, type Day, dayOf } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { isConfidential } from './domain/confidential-day.js';
import {
  eraseOpenings,
  insertConfidentialAct,
  insertEntry,
  lastClosedDay,
  type LatestAct,
  latestRows,
  newOpening,
  shareConfidentialDay,
  type TimelineEntry,
  timelineRows,
} from './evidence.repository.js';

export type Payload = Readonly<Record<string, Json | undefined>>;

/** What an act is about. `personId`: a person other than the actor, whose opening goes when that person is erased. */
export interface Subject {
  readonly toolId?: string | null;
  readonly subjectId?: string;
  readonly personId?: string;
}

export interface RecordedAct {
  readonly type: string;
  readonly toolId: string | null;
}
export type Listener = (tx: Tx, now: Date, act: RecordedAct) => Promise<void>;

const listeners = new Set<Listener>();

/** Higher features hear of every act, inside its transaction. Answers how to stop listening. */
export const onRecord = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/**
 * Adds an act to the log, in the transaction of its effect, and answers the random reference that people see. `type` is
 * `subject.past-participle`. The payload holds no names, addresses or free text of persons: ids only. Its `reference` is the one that the act's
 * paper and mails carry: the log takes it over, so that one act has one reference everywhere. Give each act its own.
 */
export const record = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  type: string,
  { toolId = null, subjectId, personId }: Subject,
  payload: Payload = {},
): Promise<string> => {
  const { reference } = await insertEntry(tx, {
    at: now,
    type,
    toolId,
    actorRole: actor.role,
    body: newOpening({ ...payload, kind: type, role: actor.role, subject: subjectId, person: personId }),
    who: newOpening({ kind: type, person: actor.personId }),
    bodyPersonId: personId ?? null,
    whoPersonId: actor.personId,
    reference: typeof payload['reference'] === 'string' ? payload['reference'] : null,
  });
  for (const listener of listeners) await listener(tx, now, { type, toolId });
  return reference;
};

/** Keeps an act whose existence must not show: it enters the log with all others of its day, in one entry of a fixed size. */
export const recordConfidential = async (tx: Tx, now: Date, payload: Payload): Promise<void> => {
  await shareConfidentialDay(tx);
  await insertConfidentialAct(tx, openDay(dayOf(now), await lastClosedDay(tx)), newOpening(payload));
};

const openDay = (day: Day, lastClosed: Day | null): Day => (lastClosed !== null && day <= lastClosed ? addDays(lastClosed, 1) : day);

/** The acts on a tool, oldest first, without those that are confidential. */
export const timelineOf = async (tx: Tx, toolId: string): Promise<TimelineEntry[]> =>
  (await timelineRows(tx, toolId)).filter(({ type }) => !isConfidential(type));

/** The newest acts of these types on these tools, newest first, without those that are confidential. */
export const latestActs = async (tx: Tx, toolIds: readonly string[], types: readonly string[], limit: number): Promise<LatestAct[]> =>
  toolIds.length === 0
    ? []
    : latestRows(
        tx,
        toolIds,
        types.filter((type) => !isConfidential(type)),
        limit,
      );

/** Erasure: what names a person in the log can no longer be read. The log still verifies. */
export const erasePerson = (tx: Tx, personId: string): Promise<void> => eraseOpenings(tx, personId);
