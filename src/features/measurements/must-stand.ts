import type { Tx } from '../../platform/database/index.js';
import type { LeaseClaims } from '../../platform/signing/index.js';
import { Problem } from '../../kernel/problem.js';
import { bindingsOf } from '../agents/index.js';
import { isCovered } from '../gate/index.js';
import { acceptedFingerprints } from '../tools/index.js';
import { limitsOf } from './domain/lease-limits.js';
import { holdStanding, type Standing } from './ingest.repository.js';

/** An agent that proved to hold the key it was enrolled with. */
export interface Sender {
  readonly agentId: string;
  readonly toolId: string;
  readonly thumbprint: string;
}

export const refusal = (code: string): Problem => new Problem(403, 'measurements.refused', [{ code }]);

/** A lease that was given, and still stands: its agent, its activation, that the agent is its person's, and the person's cover, now and until the commit. Null: it was never given. */
export const mustStand = async (tx: Tx, { agentId, toolId }: Sender, claims: LeaseClaims, now: Date): Promise<Standing | null> => {
  const standing = await holdStanding(tx, agentId, toolId, claims.jti);
  if (!standing) return null;
  // It held when the headers came, and ended while the rest did.
  if (now.getTime() >= claims.exp * 1000) throw refusal('lease.exp');
  if (!standing.inUse) throw refusal('agent.blocked');
  if (!standing.stands || standing.activationId !== claims.act) throw refusal('lease.over');
  if ((await bindingsOf(tx, [{ agentId, personId: standing.personId }])).size === 0) throw refusal('not_covered');
  const accepted = await acceptedFingerprints(tx, toolId, standing.fingerprint);
  const { alwaysOffPercent } = limitsOf(claims.lim, claims.scope);
  const version = { id: standing.versionId, toolId };
  if (!(await isCovered(tx, version, accepted, { personId: standing.personId, now }, alwaysOffPercent))) throw refusal('not_covered');
  return standing;
};
