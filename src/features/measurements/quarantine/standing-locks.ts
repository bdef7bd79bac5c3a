import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { holdDeletion } from '../retention/deletions.repository.js';
import { holdArrivals } from './locked-data.repository.js';
import { overlappingOf, type QuarantineRow } from './quarantine.repository.js';

/** No hold comes, no batch, and no other lock of the tool ends, until the commit. Always in this order. */
export const holdAll = async (tx: Tx, toolId: string): Promise<void> => {
  await holdDeletion(tx);
  await holdArrivals(tx, toolId);
};
const othersOver = async (tx: Tx, quarantine: QuarantineRow): Promise<readonly QuarantineRow[]> =>
  (await overlappingOf(tx, quarantine)).filter(({ ended }) => ended === null);
/** Other locks over the same time that have not ended. */
export const standingOver = async (tx: Tx, quarantine: QuarantineRow): Promise<readonly string[]> =>
  (await othersOver(tx, quarantine)).map(({ id }) => id);
/** Until when somebody can ask to keep what lies here, under this lock or another one over the same time. */
export const askedUntil = async (tx: Tx, quarantine: QuarantineRow): Promise<Day> =>
  [quarantine, ...(await othersOver(tx, quarantine))]
    .map(({ askUntil }) => askUntil)
    .sort()
    .at(-1) ?? quarantine.askUntil;
