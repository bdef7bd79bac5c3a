import { type Day } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { countPeople } from './answers.repository.js';
import { countedCapabilities } from './domain/capabilities.js';
import { fingerprintOfVersion } from './domain/facts.js';
import { lockToolById, lockToolRow } from './tools.repository.js';
import type { ToolRow, Version, VersionRow } from './version.js';
import { findLatestId, findVersion, findVersionId } from './versions.repository.js';

const versionOf = (row: VersionRow): Version => ({
  ...row,
  toolName: row.tool.name,
  fingerprint: fingerprintOfVersion(row),
  capabilities: countedCapabilities(row.capabilityRows),
});

/** 404 when there is none. */
export const readVersion = async (tx: Tx, versionId: string): Promise<Version> => {
  const row = await findVersion(tx, versionId);
  if (!row) throw notFound();
  return versionOf(row);
};

export const versionAt = async (tx: Tx, toolId: string, number: number): Promise<Version> => {
  const id = Number.isSafeInteger(number) && number > 0 && number < 1_000_000 ? await findVersionId(tx, toolId, number) : null;
  if (!id) throw notFound();
  return readVersion(tx, id);
};

export const latestVersion = async (tx: Tx, toolId: string): Promise<Version> => {
  const id = await findLatestId(tx, toolId);
  if (!id) throw notFound();
  return readVersion(tx, id);
};

/** Holds the tool until the end of the transaction: whoever changes or decides over one of its versions waits here. */
export const lockToolOf = async (tx: Tx, versionId: string): Promise<ToolRow> => {
  const tool = await lockToolRow(tx, versionId);
  if (!tool) throw notFound();
  return tool;
};
export const lockTool = async (tx: Tx, toolId: string): Promise<ToolRow> => {
  const tool = await lockToolById(tx, toolId);
  if (!tool) throw notFound();
  return tool;
};

export const countInScope = (tx: Tx, versionId: string, day: Day): Promise<number> => countPeople(tx, versionId, day);
