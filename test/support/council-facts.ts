import { readCaseFacts, representationFacts, type KnownToGate } from '../../src/features/consultation/index.js';
import type { Version } from '../../src/features/tools/index.js';
import type { Tx } from '../../src/platform/database/index.js';

/** What the gate reads of a council's case, and what follows from it. */
export const councilFacts = async (tx: Tx, version: Version, accepted: readonly string[], now: Date, gate: KnownToGate) =>
  representationFacts(await readCaseFacts(tx, version.toolId, accepted), version, now, gate);
