import type { Tx } from '../../platform/database/index.js';
import { holdersOf, isManagerOf } from '../people/index.js';
import { namedHandlers } from './complaints.repository.js';

export type Desk = 'handler' | 'adviser';

/** Those who may handle a complaint of this person, first choice first: never HR, never the person, never anyone up the person's line. */
export const handlersFor = async (tx: Tx, personId: string, desk: Desk): Promise<readonly string[]> => {
  const advisers = (await holdersOf(tx, ['trusted_person'])).map((holder) => holder.personId);
  const named = await namedHandlers(tx);
  const hr = (await holdersOf(tx, ['hr_registrar'])).map((holder) => holder.personId);
  const wanted = [...new Set(desk === 'adviser' ? advisers : [...named, ...advisers])].filter((id) => id !== personId && !hr.includes(id));
  const free: string[] = [];
  for (const id of wanted) if (!(await isManagerOf(tx, id, personId))) free.push(id);
  return free;
};
