import type { Tx } from '../../platform/database/index.js';
import { listedNow } from './lists/device-lists.repository.js';

/**
 * The devices that may run the tool now, as device management is told: ids that mean nothing outside this tool. None while the tool is off or
 * suspended. Who comes or goes shows once an hour, with everything else of that hour.
 */
export const deviceScopeOf = async (tx: Tx, toolId: string): Promise<ReadonlySet<string>> => new Set(await listedNow(tx, toolId));
