import type { Reason } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';

/** Acts of the case that need requirements met first (domain/mapping.md 1: "What must be met before what"). */
export type ChainAct = 'send_request' | 'record_decision' | 'final_decision';

/** The gate answers which requirements that an act needs are not met. Level 3 provides it; an act without an answer is not done. */
export abstract class ChainCheck {
  abstract unmetFor(tx: Tx, versionId: string, act: ChainAct, now: Date): Promise<readonly Reason[]>;
}
