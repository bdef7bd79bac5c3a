import type { Actor } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import {
  type Ballot,
  type BallotVerdict,
  ballotsOn,
  type Choice,
  lastVotes,
  type NamedVote,
  type OpenVote,
  phaseOf,
  quorumOf,
  readTurnout,
  type SeenVote,
  standingIn,
  takingPart,
  verdictOf,
  votesIn,
} from '../../ballots/index.js';
import { rosterAt, rulesAt, type VotingBody } from '../../council/index.js';
import { namesOf } from '../../people/index.js';
import { caseOf, knownRequest, versionInHand } from '../acting.js';
import { readQuestions } from '../questions/questions.repository.js';
import { keptFromDeciding } from '../domain/decide.js';
import { meetingsOn } from '../domain/standing-acts.js';
import type { FoundRequest } from '../requests.repository.js';
import { barredIn } from './barred.js';
import { callersOf } from './voters.js';

export interface ReadVote {
  readonly request: FoundRequest;
  readonly seen: SeenVote;
  /** What stands in the way of a new vote on the request; `none`: nothing does. */
  readonly standing: BallotVerdict['kind'];
  /** Why nothing can be decided on it now, as a code; null when it can. */
  readonly kept: string | null;
}

/** All that may be read of the votes: those of open ballots that have ended, and the reader's own. */
const openVotes = async (tx: Tx, ballot: Ballot | null): Promise<ReadonlyMap<string, OpenVote>> =>
  ballot?.form === 'open' ? lastVotes(await votesIn(tx, [ballot.id])) : new Map();

const namedVotes = async (
  tx: Tx,
  ballot: Ballot | null,
  last: ReadonlyMap<string, OpenVote>,
  barred: readonly string[],
): Promise<NamedVote[]> => {
  if (ballot?.end?.kind !== 'counted' || ballot.form !== 'open') return [];
  const { roster } = ballot.end;
  const names = await namesOf(tx, [...last.keys()]);
  const counted = takingPart(roster, new Set([...last.keys()].filter((id) => !barred.includes(id))));
  const isDeputy = (id: string): boolean => roster.seats.some(({ deputyId }) => deputyId === id);
  return [...last.values()]
    .map(({ personId, choice, reasons }) => {
      const counts = counted.has(personId) ? 'yes' : isDeputy(personId) ? 'member' : 'noSeat';
      return { name: names.get(personId) ?? '…', choice, reasons, counts } as const;
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
};

interface Own {
  readonly tookPart: boolean;
  readonly ownChoice: Choice | null;
  readonly ownReasons: string | null;
}
const ownVote = async (tx: Tx, ballot: Ballot | null, last: ReadonlyMap<string, OpenVote>, personId: string): Promise<Own> => {
  const own = last.get(personId) ?? null;
  const secret = ballot?.form === 'secret' && (await readTurnout(tx, ballot.id)).includes(personId);
  return { tookPart: own !== null || secret, ownChoice: own?.choice ?? null, ownReasons: own?.reasons ?? null };
};

const officerMay = (officer: boolean, phase: SeenVote['phase'], on: { verdict: BallotVerdict['kind']; isUndecided: boolean }) => ({
  announce: officer && on.isUndecided && on.verdict === 'none',
  withdraw: officer && phase === 'announced',
  count: officer && phase === 'closed',
  decide: officer && on.isUndecided && on.verdict === 'decided',
});

interface VoteOn {
  readonly requestId: string;
  readonly body: VotingBody;
}
/** The vote on a request as this member sees it now; a number of queries that does not grow with the votes. */
export const readVote = async (tx: Tx, actor: Actor, now: Date, { requestId, body }: VoteOn): Promise<ReadVote> => {
  const request = await knownRequest(tx, requestId);
  const { file } = await caseOf(tx, await versionInHand(tx, request));
  const ballots = await ballotsOn(tx, requestId);
  const ballot = ballots.filter(({ end }) => end?.kind !== 'withdrawn').at(-1) ?? null;
  const phase = ballot && phaseOf(ballot, now);
  const barred = await barredIn(tx, request.versionId);
  const roster = await rosterAt(tx, now, body);
  const rules = await rulesAt(tx, now, body);
  const personId = actor.personId ?? '';
  const last = await openVotes(tx, ballot);
  const verdict = verdictOf(ballots);
  const officer = callersOf(body).some((role) => role === actor.role);
  const kept = keptFromDeciding(request, file);
  return {
    request,
    standing: verdict.kind,
    kept,
    seen: {
      body,
      ballot,
      phase,
      earlier: ballots.filter(({ id }) => id !== ballot?.id).reverse(),
      standing: standingIn(roster, barred, personId),
      hasDeputy: roster.seats.some((seat) => seat.personId === personId && seat.deputyId !== null),
      ...(await ownVote(tx, ballot, last, personId)),
      counting: { needed: quorumOf(rules.quorum, roster.seats.length), seats: roster.seats.length, majority: rules.majority },
      votes: await namedVotes(tx, ballot, last, barred),
      castingName: ballot?.casting ? ((await namesOf(tx, [ballot.casting.byPerson])).get(ballot.casting.byPerson) ?? '…') : null,
      unanswered: (await readQuestions(tx, requestId)).filter(({ answer }) => answer === null).map(({ text }) => text),
      meetingHeld: meetingsOn(file, request).length > 0,
      may: {
        ...officerMay(officer, phase, { verdict: verdict.kind, isUndecided: kept === null }),
        castDeciding: actor.role === 'or_chair' && verdict.kind === 'tied' && !barred.includes(personId),
      },
    },
  };
};
