import type { Actor } from '../../kernel/actor.js';
import { isCouncil, isCouncilOfficer } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { stageOf, tellBy } from './domain/course.js';
import { unansweredViews, untoldViews, type ViewRow } from './individual.repository.js';
import { secondProposed, secondsNamed } from './seconds.repository.js';

export interface IndividualInHand {
  /** Questions that this reader decides as the second person. */
  readonly waiting: number;
  /** Whether somebody is proposed as the second person whom this reader can confirm. */
  readonly toConfirm: boolean;
  /** Views of which the person must still be told. */
  readonly toTell: number;
  readonly firstTellBy: Day | null;
}
const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce((first, day) => (first === null || (day !== null && day < first) ? day : first), null);

const NONE: IndividualInHand = { waiting: 0, toConfirm: false, toTell: 0, firstTellBy: null };

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
    return { ...NONE, toTell: over.length, firstTellBy: earliest(over.map(tellBy)) };
  }
  if (!isCouncil(actor)) return NONE;
  const proposed = isCouncilOfficer(actor) ? await secondProposed(tx) : null;
  const toConfirm = proposed !== null && proposed.proposedBy !== actor.personId;
  if (!(await secondsNamed(tx)).some(({ personId }) => personId === actor.personId)) return { ...NONE, toConfirm };
  const waiting = (await unansweredViews(tx)).filter((view) => notOwn(view) && stageOf(view, now) === 'waiting');
  return { ...NONE, toConfirm, waiting: waiting.length };
};
