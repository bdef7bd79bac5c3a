import type { Tx } from '../../platform/database/index.js';

/** Whether Countersign's own dossier is active: read receipts are shown only then. Level 3 provides it. */
export abstract class PlatformState {
  abstract active(tx: Tx): Promise<boolean>;
}
