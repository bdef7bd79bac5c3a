import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Identity } from '../agent/index.js';

const LONGEST_FILE = 1_048_576;

const fileOf = (folder: string, tool: string): string => join(folder, `${tool}.json`);

/** The identity that this device got when it was enrolled for a tool; null before that. */
export const readIdentity = (folder: string, tool: string, server: string): Identity | null => {
  try {
    const kept = JSON.parse(readFileSync(fileOf(folder, tool), 'utf8')) as Identity;
    return kept.toolId === tool && kept.server === server && kept.agentId && kept.privateKey ? kept : null;
  } catch {
    return null;
  }
};

/** Readable by this user alone; it appears whole or not at all. */
export const keepIdentity = (folder: string, identity: Identity): void => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = fileOf(folder, identity.toolId);
  writeFileSync(`${file}.new`, `${JSON.stringify(identity)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

const isSheet = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every((one) => typeof one === 'string');

/** The settings that run now, read anew each time. @throws Error when one cannot be read: then nothing is known, and unknown is no */
export const readSheet = (settings: string | null, files: ReadonlyMap<string, string>): Readonly<Record<string, string>> => {
  const typed: unknown = settings ? JSON.parse(readFileSync(settings, 'utf8')) : {};
  if (!isSheet(typed)) throw new Error(`Expected in ${settings}: a JSON object of names and texts.`);
  const sums = [...files].map(([name, path]) => {
    const bytes = readFileSync(path);
    if (bytes.length > LONGEST_FILE) throw new Error(`Expected: ${path} of at most 1 MiB.`);
    return [name, `sha-256:${createHash('sha256').update(bytes).digest('base64url')}`] as const;
  });
  return { ...typed, ...Object.fromEntries(sums) };
};
