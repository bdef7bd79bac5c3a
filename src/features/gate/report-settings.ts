import { SYSTEM } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { readVersion } from '../tools/index.js';
import { approvedSettings, settingsHashOf } from './approved-sheet.js';
import { insertReport, retireReport } from './reports.repository.js';
import { suspend } from './stop.service.js';

export interface Reported {
  readonly toolId: string;
  readonly versionId: string;
  /** The agent, or the order whose confirmation stands for one. */
  readonly sourceId: string;
  /** The sheet that really runs, name to value; or only its hash. */
  readonly settings?: Readonly<Record<string, string>> | null;
  readonly settingsHash?: string;
}

/** Keeps what an agent says it runs. Another sheet than the approved one suspends the tool at once. Answers whether it matches. */
export const reportSettings = async (tx: Tx, now: Date, reported: Reported): Promise<boolean> => {
  const version = await readVersion(tx, reported.versionId);
  const settings = reported.settings ?? null;
  const hash = settings ? settingsHashOf(settings) : (reported.settingsHash ?? '');
  const matches = hash === settingsHashOf(approvedSettings(version));
  await insertReport(tx, { toolId: reported.toolId, sourceId: reported.sourceId, settings, hash, matches, at: now });
  if (!matches)
    await suspend(tx, SYSTEM, now, {
      toolId: reported.toolId,
      cause: 'drift',
      reason: 'settings.differ',
      detail: { source: reported.sourceId },
    });
  return matches;
};

/** An agent that was taken out of use no longer counts. */
export const retireAgent = (tx: Tx, now: Date, toolId: string, sourceId: string): Promise<unknown> =>
  retireReport(tx, toolId, sourceId, now);
