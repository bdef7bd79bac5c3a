import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_OFFICERS, COUNCIL_ROLES, SYSTEM } from '../../../kernel/actor.js';
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
import { lockRoster, rulesAt } from '../../council/index.js';
import { confirmIdentity, type Identity, identityAsked } from '../../people/index.js';
import { caseOf, knownRequest, personIn, standingRequest, versionInHand } from '../acting.js';
import { consultationPaths } from '../consultation.paths.js';
import { keptFromDeciding } from '../domain/decide.js';
import type { FoundRequest } from '../requests.repository.js';
import { barredIn } from './barred.js';
import { readVote } from './reading-vote.js';
import type { AskedVote, Press, TypedVote, Voted } from './vote.js';

/** The council votes on a request. Only a works council votes here; members alone know that it does. */
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
      await this.requestOf(tx, requestId);
      const read = await readVote(tx, actor, now, requestId);
      return { ...read, now, identity: await identityAsked(tx, now, actor), form: (await rulesAt(tx, now)).ballot };
    });
  }

  verdict(requestId: string): Promise<BallotVerdict> {
    return this.transactions.read(async (tx) => verdictOf(await ballotsOn(tx, requestId)));
  }

  /** SERIALIZABLE: a decision that another officer notes at the same moment stands in the way. */
  announce(actor: Actor, requestId: string, asked: AskedVote): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      personIn(actor, COUNCIL_OFFICERS);
      await this.requestOf(tx, requestId);
      const request = await standingRequest(tx, requestId);
      const { file } = await caseOf(tx, await versionInHand(tx, request));
      const kept = keptFromDeciding(request, file);
      if (kept) throw refused(kept);
      const { proposal, closesAt } = asked;
      const ballot = await announceBallot(tx, actor, now, { subjectId: requestId, proposal, opensAt: asked.opensAt ?? now, closesAt });
      await this.sendMails(tx, now);
      return ballot.reference;
    });
  }

  withdraw(actor: Actor, requestId: string, ballotId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      personIn(actor, COUNCIL_OFFICERS);
      const ballot = await this.lockOn(tx, requestId, ballotId);
      return withdrawBallot(tx, actor, this.clock.now(), ballot);
    });
  }

  /** The instant that counts is read under the ballot's lock: a vote is in time and counted, or late and refused. */
  cast(actor: Actor, requestId: string, typed: TypedVote, press: Press): Promise<Voted> {
    return this.transactions.run(async (tx) => {
      const personId = personIn(actor, COUNCIL_ROLES);
      await this.requestOf(tx, requestId);
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
  count(actor: Actor, requestId: string, ballotId: string): Promise<'counted' | 'repeated'> {
    personIn(actor, COUNCIL_OFFICERS);
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
      const request = await this.requestOf(tx, requestId);
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
      const request = await this.requestOf(tx, requestId);
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

  private async requestOf(tx: Tx, requestId: string): Promise<FoundRequest> {
    const request = await knownRequest(tx, requestId);
    if (request.body !== 'or') throw notFound();
    return request;
  }
}
