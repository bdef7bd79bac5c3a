import { notFound } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { objectionState, type ObjectionState } from './domain/objection-state.js';
import { type Act, actsOf, enforcementOf, type Objection } from './objections.repository.js';

export interface ObjectionView {
  readonly objection: Objection;
  readonly acts: readonly Act[];
  readonly state: ObjectionState;
  readonly enforcement: 'native' | 'attested';
}

/** Objections with their acts and where they stand: two queries, whatever their number. */
export const objectionViews = async (tx: Tx, objections: readonly Objection[], now: Date): Promise<readonly ObjectionView[]> => {
  const acts = await actsOf(
    tx,
    objections.map(({ id }) => id),
  );
  const enforcement = await enforcementOf(
    tx,
    objections.map(({ toolId }) => toolId),
  );
  return objections.map((objection) => {
    const own = acts.get(objection.id) ?? [];
    return {
      objection,
      acts: own,
      state: objectionState(objection, own, now),
      enforcement: enforcement.get(objection.toolId) ?? 'attested',
    };
  });
};

export const objectionView = async (tx: Tx, objection: Objection, now: Date): Promise<ObjectionView> => {
  const [view] = await objectionViews(tx, [objection], now);
  if (!view) throw notFound();
  return view;
};
