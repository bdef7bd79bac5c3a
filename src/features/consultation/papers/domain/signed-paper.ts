/** Papers of a case that people sign with a pen. The council's decision is signed on its own sheet, and counts by it. */
const SIGNABLE = ['bundle', 'minutes', 'decision', 'letter', 'nullity'] as const;
export type Signable = (typeof SIGNABLE)[number];
export const isSignable = (typed: string): typed is Signable => SIGNABLE.some((one) => one === typed);

export const SIDES = ['council', 'employer', 'both'] as const;
export type SignedSide = (typeof SIDES)[number];

/** A scan of a paper of a case that was signed by hand. It proves nothing until another member compared it. */
export interface SignedPaper {
  readonly id: string;
  readonly requestId: string;
  readonly paper: Signable;
  /** The reference that is printed on the paper: what the other member reads from the scan. */
  readonly paperReference: string;
  readonly side: SignedSide;
  readonly fileId: string;
  /** Of the bytes of the scan. */
  readonly fingerprint: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
  readonly outcome: 'confirmed' | 'rejected' | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
}
