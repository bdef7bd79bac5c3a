import type { Tx } from '../../../platform/database/index.js';
import { dossierFacts, readVersion } from '../../tools/index.js';
import { lastActivation } from '../measured.repository.js';
import { metricsMeasured } from './deletions.repository.js';

export interface KeptPurpose {
  readonly code: string;
  readonly description: string | null;
}

/** Every version of which anything is kept, and the one that was on last: that one last of all. */
export const versionsKept = async (tx: Tx, toolId: string): Promise<readonly string[]> => {
  const last = await lastActivation(tx, toolId);
  const measured = (await metricsMeasured(tx, toolId)).map(({ versionId }) => versionId);
  const others = new Set(measured.filter((versionId) => versionId !== last?.versionId));
  return [...others, ...(last ? [last.versionId] : [])];
};

/** What they measured for, each purpose in its newest words. */
export const purposesKept = async (tx: Tx, toolId: string): Promise<readonly KeptPurpose[]> => {
  const purposes = new Map<string, KeptPurpose>();
  for (const versionId of await versionsKept(tx, toolId))
    for (const { code, description } of dossierFacts(await readVersion(tx, versionId)).purposes ?? [])
      if (code) purposes.set(code, { code, description: description ?? null });
  return [...purposes.values()];
};
