import { COUNCIL_OFFICERS, COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';
import type { VotingBody } from '../../council/index.js';
import type { Standing } from '../domain/body.js';

/** Which body votes here; null where none does: a group council decides in its own meeting, and who has no right of consent has nothing to vote on. */
export const votingBodyOf = ({ body, consents }: Pick<Standing, 'body' | 'consents'>): VotingBody | null => {
  if (body === 'or') return 'or';
  return body === 'pvt' && consents ? 'pvt' : null;
};

const PVT: readonly Role[] = ['pvt_contact'];
/** Who may take part. */
export const votersOf = (body: VotingBody): readonly Role[] => (body === 'or' ? COUNCIL_ROLES : PVT);
/** Who opens a vote and counts it. */
export const callersOf = (body: VotingBody): readonly Role[] => (body === 'or' ? COUNCIL_OFFICERS : PVT);
