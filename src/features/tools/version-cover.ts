import type { Day } from '../../kernel/clock.js';
import { type Cover, coverOf } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { dossierFacts } from './domain/facts.js';
import { countInScope } from './read-version.js';
import type { Version } from './version.js';

/** Whether a share of the people is left out by lot in this version, and if not, why. */
export const versionCover = async (tx: Tx, version: Version, today: Day): Promise<Cover> =>
  coverOf(dossierFacts(version), await countInScope(tx, version.id, today));
