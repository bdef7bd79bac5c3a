import type { Actor } from '../../kernel/actor.js';
import { canonicalJson, type Json } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { record } from '../evidence/index.js';
import { organisationFacts } from './facts.repository.js';

export const TELL_FACT_CHANGE = 'people.tell-fact-change';

type Facts = Readonly<Record<string, Json | undefined>>;
const shiftedFrom = (before: Facts, after: Facts): string[] =>
  Object.keys(after).filter((attribute) => canonicalJson(before[attribute] ?? null) !== canonicalJson(after[attribute] ?? null));

/**
 * Does `work` and records each organisation fact that reads otherwise afterwards, whether somebody typed it or it was computed: the gate
 * hears of it, council and DPO are told.
 */
export const recordFactShifts = async <T>(tx: Tx, actor: Actor, now: Date, work: () => Promise<T>): Promise<T> => {
  const before: Facts = { ...(await organisationFacts(tx)) } as Facts;
  const done = await work();
  const after: Facts = { ...(await organisationFacts(tx)) } as Facts;
  for (const attribute of shiftedFrom(before, after)) {
    const value = after[attribute] ?? null;
    await record(tx, actor, now, 'organisation.fact-changed', { subjectId: attribute }, { value });
    await enqueue(tx, TELL_FACT_CHANGE, { attribute, value });
  }
  return done;
};
