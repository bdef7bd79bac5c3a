import { CAPABILITIES, type CapabilityAnswer, capabilityFacts } from '../../../policy/index.js';
import type { CapabilityRow } from '../version.js';

export type { CapabilityAnswer } from '../../../policy/index.js';
export type CapabilityCode = (typeof CAPABILITIES)[number]['code'];
export const CAPABILITY_CODES: readonly CapabilityCode[] = CAPABILITIES.map((one) => one.code);
export const isCapability = (code: string): code is CapabilityCode => CAPABILITY_CODES.some((one) => one === code);

/** Who says what the product can do. HR may fill the list in; it counts once one of these has saved it. */
const CONFIRMERS: readonly string[] = ['tool_owner', 'it_admin', 'system'];

export const isConfirmedList = (rows: readonly CapabilityRow[]): boolean =>
  rows.length > 0 && rows.every((row) => CONFIRMERS.includes(row.answeredRole));

const answersOf = (rows: readonly CapabilityRow[]): readonly CapabilityAnswer[] =>
  CAPABILITY_CODES.map((code) => {
    const row = rows.find((one) => one.code === code);
    return { code, can: row?.can ?? null, on: row ? row.on : null, reach: row?.reach ?? null };
  });
/** The list as it was filled in, confirmed or not: what is compared between versions. An empty list says nothing. */
export const filledInCapabilities = (rows: readonly CapabilityRow[]): readonly CapabilityAnswer[] =>
  rows.length > 0 ? answersOf(rows) : [];

/** Every capability there is; one without a row is unknown, which counts as on. Nothing counts until IT or the owner has said it. */
export const countedCapabilities = (rows: readonly CapabilityRow[]): readonly CapabilityAnswer[] =>
  isConfirmedList(rows) ? answersOf(rows) : [];

export interface CapabilityFacts {
  readonly category: string | null;
  readonly unneededFeaturesOff: boolean | null;
  readonly isAi: boolean | null;
  readonly inferredByAi: boolean | null;
}
const UNKNOWN: CapabilityFacts = { category: null, unneededFeaturesOff: null, isAi: null, inferredByAi: null };

export const factsOf = (counted: readonly CapabilityAnswer[]): CapabilityFacts =>
  counted.length === 0 ? UNKNOWN : capabilityFacts(counted);

/** What the list would say if it were confirmed as it stands: shown to whoever fills it in. */
export const factsAsTyped = (rows: readonly CapabilityRow[]): CapabilityFacts =>
  factsOf(countedCapabilities(rows.map((row) => ({ ...row, answeredRole: 'system' }))));
