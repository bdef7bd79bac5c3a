import type { Actor } from '../../kernel/actor.js';
import { isCouncil } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { stageOf, tellBy } from './domain/course.js';
import { unfinishedViews } from './individual.repository.js';
import { secondsNamed } from './seconds.repository.js';

export interface IndividualInHand {
  /** Questions that this reader decides as the second person. */
  readonly waiting: number;
  /** Views of which the person must still be told. */
  readonly toTell: number;
  readonly firstTellBy: Day | null;
}
const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

const NONE: IndividualInHand = { waiting: 0, toTell: 0, firstTellBy: null };

/** What waits for this reader. */
export const individualInHand = async (tx: Tx, actor: Actor, now: Date): Promise<IndividualInHand> => {
  const tells = actor.role === 'privacy_officer';
  if (!tells && !isCouncil(actor)) return NONE;
  if (!tells && !(await secondsNamed(tx)).some(({ personId }) => personId === actor.personId)) return NONE;
  const staged = (await unfinishedViews(tx))
    .filter(({ personId }) => personId !== actor.personId)
    .map((view) => ({ stage: stageOf(view, now), last: tellBy(view) }));
  const over = tells ? staged.filter(({ stage }) => stage === 'over') : [];
  const waiting = tells ? 0 : staged.filter(({ stage }) => stage === 'waiting').length;
  return { waiting, toTell: over.length, firstTellBy: earliest(over.map(({ last }) => last)) };
};
