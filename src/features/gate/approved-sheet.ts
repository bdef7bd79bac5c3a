import { canonicalJson, type Json, sha256 } from '../../kernel/canonical.js';
import type { Version } from '../tools/index.js';

/** The approved settings sheet as an agent shows it: name to value. */
export const approvedSettings = (version: Version): Readonly<Record<string, string>> =>
  Object.fromEntries(version.sheet.map(({ name, value }) => [name, value]));

export const settingsHashOf = (settings: Json): string => sha256(canonicalJson(settings));
