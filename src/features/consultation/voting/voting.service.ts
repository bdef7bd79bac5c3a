import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import {
  announceBallot,
  type Ballot,
  BallotKey,
  ballotsOn,
  type BallotVerdict,
  castDecidingVote,
  type CastingVote,
  castOpen,
  castSecret,
  changeSecret,
  countBallot,
  lockBallot,
  mailDue,
  phaseOf,
  repeatOpenBallots,
  unendedBallots,
  verdictOf,
  withdrawBallot,
} from '../../ballots/index.js';
import { lockRoster, rulesAt, type VotingBody } from '../../council/index.js';
import { confirmIdentity, type Identity, identityAsked } from '../../people/index.js';
import { caseOf, knownRequest, personIn, standingRequest, versionInHand } from '../acting.js';
import { consultationPaths } from '../consultation.paths.js';
import { keptFromDeciding } from '../domain/decide.js';
import type { FoundRequest } from '../requests.repository.js';
import { barredIn } from './barred.js';
import type { CaseFile } from '../domain/case-file.js';
import { callersOf, votersOf, votingBodyOf } from './voters.js';
import { readVote } from './reading-vote.js';
import type { AskedVote, Press, TypedVote, Voted } from './vote.js';

/** The council, or a staff representation with the right of consent, votes on a request; members alone know that it does. */
@Injectable()
export class VotingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly key: BallotKey,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  read(actor: Actor, requestId: string) {
    return this.transactions.read(async (tx) => {
      const now = this.clock.now();
      const { body } = await this.voteOn(tx, requestId);
      if (!votersOf(body).some((role) => role === actor.role)) throw notFound();
      const read = await readVote(tx, actor, now, { requestId, body });
      return { ...read, now, identity: await identityAsked(tx, now, actor), form: (await rulesAt(tx, now, body)).ballot };
    });
  }

  verdict(requestId: string): Promise<BallotVerdict> {
    return this.transactions.read(async (tx) => verdictOf(await ballotsOn(tx, requestId)));
  }

  /** SERIALIZABLE: a decision that another officer notes at the same moment stands in the way. */
  announce(actor: Actor, requestId: string, asked: AskedVote): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { body, file } = await this.voteOn(tx, requestId);
      personIn(actor, callersOf(body));
      const request = await standingRequest(tx, requestId);
      const kept = keptFromDeciding(request, file);
      if (kept) throw refused(kept);
      const { proposal, closesAt } = asked;
      const ballot = await announceBallot(tx, actor, now, {
        subjectId: requestId,
        body,
        proposal,
        opensAt: asked.opensAt ?? now,
        closesAt,
      });
      await this.sendMails(tx, now);
      return ballot.reference;
    });
  }

  withdraw(actor: Actor, requestId: string, ballotId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const ballot = await this.lockOn(tx, requestId, ballotId);
      personIn(actor, callersOf(ballot.body));
      return withdrawBallot(tx, actor, this.clock.now(), ballot);
    });
  }

  /** The instant that counts is read under the ballot's lock: a vote is in time and counted, or late and refused. */
  cast(actor: Actor, requestId: string, typed: TypedVote, press: Press): Promise<Voted> {
    return this.transactions.run(async (tx) => {
      const { body } = await this.voteOn(tx, requestId);
      const personId = personIn(actor, votersOf(body));
      const request = await standingRequest(tx, requestId);
      const barred = await barredIn(tx, request.versionId);
      const ballot = await this.lockOn(tx, requestId, typed.ballotId);
      await this.confirmVoter(tx, actor, ballot, typed, press);
      const now = this.clock.now();
      const voting = { ballot, personId, barred };
      const { choice, reasons, code } = typed;
      if (ballot.form === 'open') return { kind: 'cast', reference: await castOpen(tx, actor, now, voting, { choice, reasons }) };
      const key = this.key.sealing();
      if (code !== null) return { kind: 'changed', reference: await changeSecret(tx, key, now, voting, { choice, code }) };
      const receipt = await castSecret(tx, key, now, voting, { choice, pressKey: press.key });
      return { kind: 'secret', receipt, closesAt: ballot.closesAt };
    });
  }

  /** An officer need not wait for the job. It changes nothing of the result: that follows from the instant of closing. */
  async count(actor: Actor, requestId: string, ballotId: string): Promise<'counted' | 'repeated'> {
    personIn(actor, callersOf(await this.transactions.read(async (tx) => (await this.voteOn(tx, requestId)).body)));
    return this.countOne(actor, requestId, ballotId);
  }

  castDeciding(
    actor: Actor,
    requestId: string,
    typed: { readonly ballotId: string; readonly vote: CastingVote; readonly reasons: string },
    identity: Identity,
  ): Promise<string> {
    return this.transactions.run(async (tx) => {
      const personId = personIn(actor, ['or_chair']);
      const { request } = await this.voteOn(tx, requestId);
      await confirmIdentity(tx, this.clock.now(), actor, identity);
      if ((await barredIn(tx, request.versionId)).includes(personId)) throw refused('vote.conflict');
      const ballot = await this.lockOn(tx, requestId, typed.ballotId);
      return castDecidingVote(tx, actor, this.clock.now(), { ballot, personId, vote: typed.vote, reasons: typed.reasons });
    });
  }

  /** By the clock: counts what is closed, and mails what is due. A mail that is late is late, and nothing more. */
  async sweep(): Promise<void> {
    const closed = await this.transactions.read(async (tx) =>
      (await unendedBallots(tx)).filter((ballot) => phaseOf(ballot, this.clock.now()) === 'closed'),
    );
    for (const { subjectId, id } of closed) await this.countOne(SYSTEM, subjectId, id);
    await this.transactions.run((tx) => this.sendMails(tx, this.clock.now()));
  }

  /** After a reset of the council, in its transaction. */
  repeatOpen(tx: Tx, now: Date): Promise<void> {
    return repeatOpenBallots(tx, now);
  }

  /** A change in a secret ballot is proved by its code, and leaves no other trace of who changed a vote. */
  private async confirmVoter(tx: Tx, actor: Actor, ballot: Ballot, { code }: TypedVote, { identity }: Press): Promise<void> {
    const now = this.clock.now();
    if (['closed', 'ended'].includes(phaseOf(ballot, now))) throw refused('vote.closed');
    if (ballot.form === 'open' || code === null) await confirmIdentity(tx, now, actor, { password: '', ...identity });
  }

  /** The roster's lock comes before the ballot's, and the instant after both. */
  private countOne(actor: Actor, requestId: string, ballotId: string): Promise<'counted' | 'repeated'> {
    return this.transactions.run(async (tx) => {
      await lockRoster(tx);
      const { request } = await this.voteOn(tx, requestId);
      const barred = await barredIn(tx, request.versionId);
      const ballot = await this.lockOn(tx, requestId, ballotId);
      const now = this.clock.now();
      const ended = await countBallot(tx, this.key.sealing(), actor, now, { ballot, barred });
      await this.sendMails(tx, now);
      return 'kind' in ended ? 'counted' : 'repeated';
    });
  }

  private sendMails(tx: Tx, now: Date): Promise<void> {
    return mailDue(tx, now, async ({ subjectId }) => {
      const request = await knownRequest(tx, subjectId);
      return { href: `${this.config.baseUrl}${consultationPaths.vote(subjectId)}`, barred: await barredIn(tx, request.versionId) };
    });
  }

  private async lockOn(tx: Tx, requestId: string, ballotId: string): Promise<Ballot> {
    const ballot = await lockBallot(tx, ballotId);
    if (ballot?.subjectId !== requestId) throw notFound();
    return ballot;
  }

  /** Who votes on it. Where nobody does, there is no vote to be found. */
  private async voteOn(tx: Tx, requestId: string): Promise<{ request: FoundRequest; file: CaseFile; body: VotingBody }> {
    const request = await knownRequest(tx, requestId);
    const { file, standing } = await caseOf(tx, await versionInHand(tx, request));
    const body = votingBodyOf({ body: request.body, consents: standing.consents });
    if (!body) throw notFound();
    return { request, file, body };
  }
}
