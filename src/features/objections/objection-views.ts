import { notFound } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import type { WayOut } from '../../policy/index.js';
import { type ByMachine, byMachine, dutiesOf, type OwedDuty } from './domain/duties.js';
import { objectionState, type ObjectionState } from './domain/objection-state.js';
import { erasuresOf } from './erasures.repository.js';
import { type Act, actsOf, type Objection, waysOutOf } from './objections.repository.js';
import { doneDuties } from './procedure.repository.js';

export interface ShownDuty extends OwedDuty {
  readonly byMachine: ByMachine | null;
}
export interface ObjectionView {
  readonly objection: Objection;
  readonly acts: readonly Act[];
  readonly state: ObjectionState;
  readonly duties: readonly ShownDuty[];
  readonly wayOut: WayOut;
}

/** Objections with their acts, their duties and where they stand: four queries, whatever their number. */
export const objectionViews = async (tx: Tx, objections: readonly Objection[], now: Date): Promise<readonly ObjectionView[]> => {
  const ids = objections.map(({ id }) => id);
  const acts = await actsOf(tx, ids);
  const done = await doneDuties(tx, ids);
  const erased = await erasuresOf(tx, ids);
  const waysOut = await waysOutOf(
    tx,
    objections.map(({ toolId }) => toolId),
  );
  return objections.map((objection) => {
    const own = acts.get(objection.id) ?? [];
    const state = objectionState(objection, own, now);
    const decidedAt = own.filter(({ kind }) => kind === 'upheld').at(-1)?.at ?? null;
    const facts = { state: state.name, lodgedAt: objection.lodgedAt, decidedAt, done: done.get(objection.id) ?? [], now };
    const duties = dutiesOf(facts).map((one) => ({ ...one, byMachine: byMachine(one.duty, state, erased.get(objection.id) ?? null) }));
    return { objection, acts: own, state, duties, wayOut: waysOut.get(objection.toolId) ?? 'order' };
  });
};

export const objectionView = async (tx: Tx, objection: Objection, now: Date): Promise<ObjectionView> => {
  const [view] = await objectionViews(tx, [objection], now);
  if (!view) throw notFound();
  return view;
};
