import type { Choice, SecretReceipt } from '../../ballots/index.js';
import type { Identity } from '../../people/index.js';

export interface AskedVote {
  readonly proposal: string;
  /** Null: right now. */
  readonly opensAt: Date | null;
  readonly closesAt: Date;
}
export interface TypedVote {
  readonly ballotId: string;
  readonly choice: Choice;
  readonly reasons: string | null;
  /** In a secret ballot: of whoever changes a vote. */
  readonly code: string | null;
}
/** `secret`: the receipt is to be shown at once, and never again. */
export type Voted =
  | { readonly kind: 'cast' | 'changed'; readonly reference: string }
  | { readonly kind: 'secret'; readonly receipt: SecretReceipt; readonly closesAt: Date };

export interface Press {
  readonly identity: Partial<Identity>;
  readonly key: string | undefined;
}
