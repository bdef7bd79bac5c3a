import type { Reason } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import type { Decision } from './proposal/source.js';

/** What publishing a notice needs from the steps before it. Level 3 provides it: a notice without an answer is not published. */
export abstract class NoticeChainCheck {
  /** What is not met yet of the act `publish_notice`. */
  abstract unmetFor(tx: Tx, versionId: string, now: Date): Promise<readonly Reason[]>;

  /** The consent and the employer's decision, for the text of N19 and N22. */
  abstract decisionOn(tx: Tx, versionId: string, now: Date): Promise<Decision | null>;
}
