import type { Tx } from '../../../platform/database/index.js';
import { ownWorkOn } from '../../council/index.js';

/** Who acted for the employer on this version, and therefore has no vote on it. */
export const barredIn = async (tx: Tx, versionId: string): Promise<readonly string[]> => [...(await ownWorkOn(tx, versionId)).keys()];
