import type { Tx } from '../../platform/database/index.js';
import { differences, readVersion, type Version } from '../tools/index.js';
import { noticesOfTool, type Published } from './notices.repository.js';
import type { ChangesSince } from './proposal/source.js';

/** The last notice of a tool that told about another version than this one; null where there is none. */
const toldBefore = (told: readonly Published[], versionId: string): Published | null =>
  told.find((notice) => (notice.kind === 'notice' || notice.kind === 'change') && notice.versionId !== versionId) ?? null;

/** On how many points a version allows more or less than the one that people were told about last. */
export const changesSince = async (tx: Tx, version: Version): Promise<ChangesSince | null> => {
  const earlier = toldBefore(await noticesOfTool(tx, version.toolId), version.id);
  if (!earlier) return null;
  const changes = differences(await readVersion(tx, earlier.versionId), version);
  return {
    since: earlier.versionNumber,
    wider: changes.filter(({ kind }) => kind === 'wider').length,
    stricter: changes.filter(({ kind }) => kind === 'stricter').length,
  };
};
