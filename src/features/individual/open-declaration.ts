import type { IndividualView } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { isClosed } from '../dashboards/index.js';
import { gateOf } from '../gate/index.js';

interface Asked {
  readonly versionId: string;
  readonly activationId: string;
}

/** What the approved version says about looking at one person, as long as it runs, every requirement holds and no condition forbids it; null otherwise. */
export const openDeclaration = async (
  tx: Tx,
  { versionId, activationId }: Asked,
  role: string,
  now: Date,
): Promise<IndividualView | null> => {
  const gate = await gateOf(tx, versionId, now);
  if (isClosed(gate, role) || gate.activation?.id !== activationId || !gate.limits.individualUse) return null;
  return gate.declarations.individualView;
};
