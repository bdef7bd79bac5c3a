import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import type { mayIn } from '../consultation.views.js';
import type { Turn } from '../domain/turn.js';
import type { Phase } from '../overview.repository.js';
import type { ReadCase } from '../reading.service.js';
import type { RunningVote } from '../voting/running-votes.js';

/** One case as one reader opens it: what every part of its pages is made from. */
export interface SeenCase extends ReadCase {
  readonly actor: Actor;
  readonly now: Date;
  readonly phase: Phase;
  readonly turn: Turn;
  /** The vote that runs on it now, for who may take part. */
  readonly vote: RunningVote | null;
  /** Which acts this reader finds here. The services decide again. */
  readonly may: ReturnType<typeof mayIn>;
  /** A form on the page that came back: what was wrong, and what was typed. */
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
}

/**
 * One part of a page of a case. It reads what it shows, in a number of queries that does not grow, within the transaction of the page; null
 * leaves nothing on it. A new part is added to the list of its page in `case-parts.tsx`, and to nothing else.
 */
export type CasePart = (tx: Tx, seen: SeenCase) => Promise<VNode | null>;
