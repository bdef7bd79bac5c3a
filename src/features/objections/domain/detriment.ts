import { type Day, dayOf } from '../../../kernel/clock.js';
import type { Reason } from '../../../kernel/problem.js';
import { detrimentLastDay } from '../../../policy/index.js';

/** What somebody can suffer after an objection or a complaint. */
export const HARMS = ['dismissal', 'contract_end', 'appraisal', 'transfer', 'pay', 'treatment', 'other'] as const;
export type Harm = (typeof HARMS)[number];

export interface TypedReport {
  readonly what: Harm;
  readonly happenedOn: Day;
  readonly story: string;
}

/** A receipt as people copy it: letters and digits in groups. It is kept as it stands; nothing is looked up. */
const RECEIPT = /^[0-9A-Za-z]([0-9A-Za-z -]{2,38})[0-9A-Za-z]$/;
export const isReceipt = (typed: string): boolean => RECEIPT.test(typed);

interface Facts {
  /** When the objection was lodged that it follows from; null for the receipt of a complaint, of which nothing is known here. */
  readonly lodgedAt: Date | null;
  readonly receipt: string;
  readonly now: Date;
}

/** Twelve months from the objection, on a day that is not to come. For a receipt that we do not know, the day of the harm counts. */
export const refusalsOfReport = ({ happenedOn }: TypedReport, { lodgedAt, receipt, now }: Facts): readonly Reason[] => {
  const today = dayOf(now);
  const reasons: Reason[] = [];
  if (happenedOn > today) reasons.push({ field: 'happenedOn', code: 'detriment.in_future' });
  if (!isReceipt(receipt)) reasons.push({ field: 'receipt', code: 'detriment.receipt' });
  const isLate = lodgedAt !== null && today > detrimentLastDay(dayOf(lodgedAt));
  const isOld = lodgedAt === null && today > detrimentLastDay(happenedOn);
  if (isLate || isOld) reasons.push({ field: lodgedAt ? 'receipt' : 'happenedOn', code: 'detriment.too_late' });
  return reasons;
};
