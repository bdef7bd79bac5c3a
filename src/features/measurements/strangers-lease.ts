import { agentPaths } from '../agents/index.js';
import { keyOfProof, readJws, verifyProof } from '../../platform/signing/index.js';
import { verifyLease } from './verify-lease.js';

type Expected = Omit<Parameters<typeof verifyLease>[1], 'agentId' | 'thumbprint'>;

/**
 * The name of a lease of ours that holds now and that somebody sends whose key nobody enrolled; null: nothing of the kind. Our own signature proves that it is
 * ours, and their proof that another key than its agent's used it: what an outsider makes up starts nothing.
 */
export const strangersLease = (proof: unknown, token: string | null, expected: Expected): string | null => {
  const thumbprint = keyOfProof(proof);
  if (!thumbprint || token === null) return null;
  const url = expected.issuer + agentPaths.measurements;
  if (!verifyProof(proof, { thumbprint, method: 'POST', url, now: expected.now, token }).ok) return null;
  const exp = readJws(token)?.claims['exp'];
  if (typeof exp !== 'number' || exp * 1000 <= expected.now.getTime()) return null;
  const verified = verifyLease(token, { ...expected, agentId: '', thumbprint });
  return verified.ok ? null : verified.sharedJti;
};
