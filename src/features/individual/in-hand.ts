import type { Actor } from '../../kernel/actor.js';
import { isCouncil } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { stageOf, tellBy } from './domain/course.js';
import { unansweredViews, untoldViews, type ViewRow } from './individual.repository.js';
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

const untold = async (tx: Tx): Promise<readonly ViewRow[]> => {
  const all: ViewRow[] = [];
  for (let batch = await untoldViews(tx, null); batch.length > 0; batch = await untoldViews(tx, all.at(-1)?.id ?? null)) all.push(...batch);
  return all;
};

/** What waits for this reader. */
export const individualInHand = async (tx: Tx, actor: Actor, now: Date): Promise<IndividualInHand> => {
  const notOwn = ({ personId }: ViewRow): boolean => personId !== actor.personId;
  if (actor.role === 'privacy_officer') {
    const over = (await untold(tx)).filter((view) => notOwn(view) && stageOf(view, now) === 'over');
    return { waiting: 0, toTell: over.length, firstTellBy: earliest(over.map(tellBy)) };
  }
  if (!isCouncil(actor) || !(await secondsNamed(tx)).some(({ personId }) => personId === actor.personId)) return NONE;
  const waiting = (await unansweredViews(tx)).filter((view) => notOwn(view) && stageOf(view, now) === 'waiting');
  return { ...NONE, waiting: waiting.length };
};
