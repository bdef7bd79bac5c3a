import { refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { holdersOf } from '../people/index.js';

/** Data protection officers who hear of a view: never the person. Without any of them nothing opens. */
export const watchersOf = async (tx: Tx, personId: string): Promise<readonly string[]> => {
  const officers = (await holdersOf(tx, ['dpo'])).map((officer) => officer.personId).filter((officer) => officer !== personId);
  if (officers.length === 0) throw refused('individual.no-dpo');
  return officers;
};
