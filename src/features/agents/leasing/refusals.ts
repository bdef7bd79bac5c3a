import { decideLease, type LeaseFacts, type Refusal } from '../domain/lease-decision.js';

/** What a lease depends on besides its tool. */
export type OwnFacts = Pick<LeaseFacts, 'settingsMatch' | 'owesReceipt' | 'covered'>;
export type ToolFacts = Omit<LeaseFacts, keyof OwnFacts>;

/** What the leases of one tool are refused for, decided once for all that are alike. */
export class Refusals {
  private readonly known = new Map<number, Refusal | null>();

  constructor(private readonly tool: ToolFacts) {}

  /** Null: nothing stands in the way. */
  of(own: OwnFacts): Refusal | null {
    const alike = Number(own.settingsMatch) + 2 * Number(own.owesReceipt) + 4 * Number(own.covered);
    const known = this.known.get(alike);
    if (known !== undefined) return known;
    const decision = decideLease({ ...this.tool, ...own });
    const refusal = decision.granted ? null : decision;
    this.known.set(alike, refusal);
    return refusal;
  }
}
