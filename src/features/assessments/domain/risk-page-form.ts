import { highestRest, isGrade, isLower, type Grade, type Risk } from './residual-risk.js';
import { EMPTY_RISK, MAX_RISKS, readRisks, type RiskFault, type TypedRisk } from './risk-form.js';

const MAX_LOWERED_REASON = 4000;

export interface TypedRiskPage {
  readonly rows: readonly TypedRisk[];
  readonly lowered: { readonly residualRisk: string; readonly reason: string };
  readonly finished: boolean;
}
export interface RisksInput {
  readonly risks: readonly Risk[];
  readonly lowered: { readonly residualRisk: Grade; readonly reason: string } | null;
  readonly finished: boolean;
}
export type RiskPageFault =
  | RiskFault
  | { readonly field: 'lowered'; readonly code: 'lowered.unfit' }
  | { readonly field: 'finished'; readonly code: 'risks.need-row' };
/** `edited`: a row was added or taken away; nothing is saved. */
export type ReadRiskPage =
  | { readonly kind: 'edited'; readonly typed: TypedRiskPage }
  | { readonly kind: 'faulty'; readonly typed: TypedRiskPage; readonly faults: readonly RiskPageFault[] }
  | { readonly kind: 'read'; readonly input: RisksInput };

const FRAME = ['_add', '_remove', '_save', '_csrf', '_idempotency', '_next', 'lowered', 'loweredReason', 'finished'];
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '');

/** Lower than the rows say, with a reason; null when the rows hold. */
const loweredOf = ({ lowered }: TypedRiskPage, risks: readonly Risk[]): RisksInput['lowered'] | 'unfit' => {
  const { residualRisk, reason } = lowered;
  if (residualRisk === '') return null;
  if (!isGrade(residualRisk) || !isLower(highestRest(risks), residualRisk)) return 'unfit';
  return reason.length > 0 && reason.length <= MAX_LOWERED_REASON && !/(?![\t\n])\p{Cc}/u.test(reason) ? { residualRisk, reason } : 'unfit';
};

export const readRiskPage = (body: Record<string, unknown>): ReadRiskPage => {
  const read = readRisks(Object.fromEntries(Object.entries(body).filter(([field]) => !FRAME.includes(field))));
  const lowered = { residualRisk: textOf(body['lowered']), reason: textOf(body['loweredReason']) };
  const typed: TypedRiskPage = { rows: read.typed, lowered, finished: body['finished'] === 'yes' };
  if (typeof body['_add'] === 'string')
    return { kind: 'edited', typed: { ...typed, rows: [...typed.rows, EMPTY_RISK].slice(0, MAX_RISKS) } };
  if (typeof body['_remove'] === 'string')
    return { kind: 'edited', typed: { ...typed, rows: typed.rows.filter((_, at) => String(at) !== body['_remove']) } };
  if (!read.ok) return { kind: 'faulty', typed, faults: read.faults };
  const lower = loweredOf(typed, read.risks);
  if (lower === 'unfit') return { kind: 'faulty', typed, faults: [{ field: 'lowered', code: 'lowered.unfit' }] };
  if (typed.finished && read.risks.length === 0) return { kind: 'faulty', typed, faults: [{ field: 'finished', code: 'risks.need-row' }] };
  return { kind: 'read', input: { risks: read.risks, lowered: lower, finished: typed.finished } };
};
