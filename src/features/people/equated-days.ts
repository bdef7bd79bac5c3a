import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { readSetting } from './settings.repository.js';

/** Days that a royal decree puts on a par with a public holiday: a setting of the organisation. */
export const equatedDays = async (tx: Tx): Promise<readonly Day[]> => {
  const days = await readSetting(tx, 'terms.equated-days');
  return Array.isArray(days) ? days.filter((day): day is Day => typeof day === 'string') : [];
};
