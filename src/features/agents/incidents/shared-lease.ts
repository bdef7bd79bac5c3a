import type { Tx } from '../../../platform/database/index.js';
import { leaseOwner } from './incidents.repository.js';
import { raiseIncident } from './raise-incident.js';

/**
 * A lease that we gave was presented by another agent than the one it was given to: somebody copied it, or the key of a device. The tool that it was given
 * for stops. The incident names the agent it belongs to, its detail the one that presented it. Nothing, when we do not know the lease any more.
 */
export const noteSharedLease = async (
  tx: Tx,
  now: Date,
  { jti, usedBy }: { readonly jti: string; readonly usedBy: string },
): Promise<void> => {
  const owner = await leaseOwner(tx, jti);
  if (owner && owner.agentId !== usedBy) await raiseIncident(tx, now, { ...owner, kind: 'lease_shared', detail: { usedBy } });
};
