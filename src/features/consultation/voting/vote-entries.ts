import type { Actor } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { type Ballot, ballotsOn } from '../../ballots/index.js';
import type { TimelineEntry } from '../../evidence/index.js';
import { votersOf } from './voters.js';

/** The acts of a ballot, for the timeline of a case. The votes themselves are not among them. */
const entriesOf = ({ announcedAt, announcedRole, reference, end, casting }: Ballot): readonly TimelineEntry[] => [
  { at: announcedAt, type: 'ballot.announced', actorRole: announcedRole, reference },
  ...(end ? [{ at: end.at, type: `ballot.${end.kind}`, actorRole: end.kind === 'withdrawn' ? announcedRole : 'system', reference }] : []),
  ...(casting ? [{ at: casting.at, type: 'casting-vote.cast', actorRole: 'or_chair', reference: casting.reference }] : []),
];

/** For members alone: the log of a tool, which the employer reads, names no ballot. */
export const voteEntries = async (tx: Tx, actor: Actor, requestId: string): Promise<readonly TimelineEntry[]> =>
  (await ballotsOn(tx, requestId)).filter(({ body }) => votersOf(body).some((role) => role === actor.role)).flatMap(entriesOf);
