import { addDays, type Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { declarationsOf, dossierFacts, readVersion } from '../../tools/index.js';
import { type Period, PERIODS, startOf } from '../domain/periods.js';
import { overOn, purposesOf } from '../domain/retention.js';
import { endPeriodsOf, type PeriodOf } from './deletions.repository.js';
import { versionsKept } from './purposes-kept.js';

/** A line of a day can still come in that many days later. */
const LATE_DAYS = 3;

const startsUpTo = (on: Day, period: Period): readonly Day[] =>
  Array.from({ length: LATE_DAYS + 1 }, (_, back) => startOf(period, addDays(on, -back)));

/**
 * Ends the week and month in which the criterion of each metric happened, whether or not anything was counted in them: they read as deleted, and nothing is
 * added to them again. Otherwise each deletion of what came in since would tell at what hour somebody was counted. Twice does no harm.
 */
export const endPeriods = async (tx: Tx, toolId: string, criteria: ReadonlyMap<string, Day>): Promise<void> => {
  if (criteria.size === 0) return;
  const versionIds = await versionsKept(tx, toolId);
  const declared = await declarationsOf(tx, versionIds);
  const ended: PeriodOf[] = [];
  for (const versionId of versionIds) {
    const dossier = dossierFacts(await readVersion(tx, versionId));
    for (const { code: metric, category } of declared.get(versionId)?.metrics ?? []) {
      const on = overOn(purposesOf(dossier, category), criteria);
      if (on === null) continue;
      ended.push(...PERIODS.flatMap((period) => startsUpTo(on, period).map((start) => ({ versionId, metric, period, start }))));
    }
  }
  await endPeriodsOf(tx, ended);
};
