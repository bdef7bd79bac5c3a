import { addDays, type Day, momentAt } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationsOf, dossierFacts, readVersion } from '../../tools/index.js';
import { overOn, purposesOf } from '../domain/retention.js';
import type { RetentionPlan, RetentionPlans } from '../retention-plan.js';
import { takeArrived } from './arrivals.repository.js';
import { criteriaOf } from './criteria.repository.js';
import { endPeriods } from './end-periods.js';
import {
  activationOf,
  deleteBegun,
  deleteMeasured,
  deleteRollups,
  type Gone,
  isOnHold,
  type MeasuredMetric,
  metricsMeasured,
  noteTurn,
} from './deletions.repository.js';
import { setAsideOf } from './restricted.repository.js';

const PLACES = ['home', 'office'] as const;

interface Due {
  readonly metric: MeasuredMetric;
  /** Measured before this day goes, by place; null: nobody says how long it is kept there. */
  readonly before: Readonly<Record<(typeof PLACES)[number], Day | null>>;
  /** The criterion of every purpose happened: what was measured up to and on this day goes. */
  readonly criterionOn: Day | null;
}

const startOfDay = (day: Day): Date => {
  const at = momentAt(day, '00:00');
  if (!at) throw new Error('Expected: a day that begins at midnight. Found: none.');
  return at;
};

const dueOf = async (
  tx: Tx,
  toolId: string,
  plans: RetentionPlans,
  today: Day,
  criteria: ReadonlyMap<string, Day>,
): Promise<readonly Due[]> => {
  const measured = await metricsMeasured(tx, toolId);
  const versionIds = [...new Set(measured.map(({ versionId }) => versionId))];
  const declared = await declarationsOf(tx, versionIds);
  const due: Due[] = [];
  for (const versionId of versionIds) {
    const activation = await activationOf(tx, versionId);
    const plan: RetentionPlan = activation ? await plans.of(tx, activation) : () => 0;
    const dossier = dossierFacts(await readVersion(tx, versionId));
    for (const metric of measured.filter((one) => one.versionId === versionId)) {
      const category = declared.get(versionId)?.metrics.find(({ code }) => code === metric.metric)?.category;
      if (category === undefined) continue;
      const keep = (place: string): Day | null => {
        const days = plan(category, place);
        return days === null ? null : addDays(today, -days);
      };
      due.push({
        metric,
        before: { home: keep('home'), office: keep('office') },
        criterionOn: overOn(purposesOf(dossier, category), criteria),
      });
    }
  }
  return due;
};

export interface DeletedOfTool {
  readonly maximum: readonly Gone[];
  readonly criterion: readonly Gone[];
}

/** Deletes what of one tool was kept long enough, or, when `ended`, is needed for nothing any more. */
export const deleteMeasuredOf = async (
  tx: Tx,
  toolId: string,
  plans: RetentionPlans,
  { today, ended }: { readonly today: Day; readonly ended: boolean },
): Promise<DeletedOfTool> => {
  const held = await isOnHold(tx, toolId, today);
  const criteria = held ? new Map<string, Day>() : await criteriaOf(tx, toolId);
  await endPeriods(tx, toolId, criteria);
  if (ended && criteria.size > 0) await noteTurn(tx, toolId, today);
  const [maximum, criterion]: [Gone[], Gone[]] = [[], []];
  const deleteBefore = async (of: MeasuredMetric & { readonly place: string | null }, day: Day): Promise<number> => {
    await setAsideOf(tx, of, startOfDay(day));
    await deleteMeasured(tx, of, startOfDay(day));
    return takeArrived(tx, of, day);
  };
  for (const { metric, before, criterionOn } of held ? [] : await dueOf(tx, toolId, plans, today, criteria)) {
    const of = { toolId, metric: metric.metric, kept: 0 };
    if (ended && criterionOn !== null) {
      const end = addDays(criterionOn, 1);
      criterion.push({
        ...of,
        due: await deleteBefore({ ...metric, place: null }, end),
        rollups: await deleteBegun(tx, metric, criterionOn),
      });
    }
    const days = PLACES.map((place) => before[place]).filter((day): day is Day => day !== null);
    let due = 0;
    for (const place of PLACES) {
      const day = before[place];
      if (day !== null) due += await deleteBefore({ ...metric, place }, day);
    }
    const first = days.sort()[0];
    maximum.push({ ...of, due, rollups: first === undefined ? 0 : await deleteRollups(tx, metric, first) });
  }
  return { maximum, criterion };
};
