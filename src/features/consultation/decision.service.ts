import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { fingerprint, type Json } from '../../kernel/canonical.js';
import type { Clock } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { Problem, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { ballotsOn, verdictOf } from '../ballots/index.js';
import { refuseOwnWork } from '../council/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity } from '../people/index.js';
import { lockToolOf } from '../tools/index.js';
import { type CaseInHand, caseOf, knownRequest, personIn, pressedOnce, refuseUnmet, standingRequest, versionInHand } from './acting.js';
import { insertConditions, insertDecision, insertRejection, type NewCondition } from './acts.repository.js';
import { ChainCheck } from './chain-check.js';
import { withOwners } from './conditions/promise-owners.js';
import { officersOf } from './domain/body.js';
import { confirmDecision, tellDecision, waitingDecision } from './decision-confirmed.js';
import { byVote } from './domain/by-vote.js';
import { type DecisionToRecord, keptFromDeciding, nextAttempt, type TypedDecision, type VotedDecision, wrongIn } from './domain/decide.js';
import { fact, paper } from './papers.js';
import type { FoundRequest } from './requests.repository.js';
import { tellBody } from './telling.js';
import { refuseTotals } from './voting/meeting-votes.js';

interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}
export type Decided = {
  readonly decisionId: string;
  readonly reference: string;
};

@Injectable()
export class DecisionService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
  ) {}

  /** One officer writes down what the body decided. It decides nothing until another officer confirms it. */
  recordDecision(actor: Actor, requestId: string, typed: TypedDecision | VotedDecision, press: Press): Promise<Decided> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      const person = personIn(actor, officersOf(request.body));
      const body: Json = JSON.parse(JSON.stringify({ requestId, typed })) as Json;
      return pressedOnce(tx, now, actor, { route: 'decision.record', key: press.key, body }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        await refuseOwnWork(tx, request.versionId, person);
        await lockToolOf(tx, request.versionId);
        const inHand = await caseOf(tx, await versionInHand(tx, request));
        if (!inHand.standing.consents) throw refused('body.no-consent-right');
        const kept = keptFromDeciding(request, inHand.file);
        if (kept) throw refused(kept);
        const decision = byVote(verdictOf(await ballotsOn(tx, requestId)), typed);
        if ('refusal' in decision) throw refused(decision.refusal);
        const wrong = wrongIn(decision, request, inHand.file, now);
        if (wrong.length > 0) throw new Problem(422, 'input.unusable', wrong);
        if ('votesFor' in typed) await refuseTotals(tx, now, request.body, { ...typed, carried: typed.decision !== 'refused' });
        refuseUnmet(await this.chain.unmetFor(tx, inHand.version.id, 'record_decision', now));
        const owned = { ...decision, conditions: await withOwners(tx, decision.conditions) };
        return this.writeDown(tx, actor, now, { person, request, inHand, typed: owned });
      });
    });
  }

  private async writeDown(
    tx: Tx,
    actor: Actor,
    now: Date,
    act: { person: string; request: FoundRequest; inHand: CaseInHand; typed: DecisionToRecord },
  ): Promise<Decided> {
    const { person, request, inHand, typed } = act;
    const [decisionId, reference] = [newId('d'), newReference()];
    await insertDecision(tx, {
      id: decisionId,
      request_id: request.id,
      attempt: nextAttempt(inHand.file, request.id),
      tool_id: request.toolId,
      fingerprint: inHand.version.fingerprint,
      decision: typed.decision,
      reasons: typed.reasons,
      decided_on: typed.decidedOn,
      ballot_id: typed.ballotId,
      votes_for: typed.votesFor,
      votes_against: typed.votesAgainst,
      votes_abstained: typed.votesAbstained,
      expires_on: typed.expiresOn,
      reference,
      recorded_by: person,
      recorded_at: now,
    });
    const conditions: readonly NewCondition[] = typed.conditions.map((condition) => ({ ...condition, id: newId('c') }));
    await insertConditions(tx, decisionId, conditions);
    const decision = { ...typed, fingerprint: inHand.version.fingerprint };
    await tellDecision(tx, now, inHand, { title: 'title.decision.recorded', reference, id: decisionId }, decision);
    await record(
      tx,
      actor,
      now,
      'decision.recorded',
      { toolId: request.toolId, subjectId: decisionId },
      { fingerprint: decision.fingerprint, content: contentOf(typed), reference },
    );
    return { decisionId, reference };
  }

  /** Another officer read the text and the limits as they were compiled, and says that the body decided this. */
  confirm(actor: Actor, requestId: string, decisionId: string, press: Press): Promise<Decided> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      const person = personIn(actor, officersOf(request.body));
      return pressedOnce(tx, now, actor, { route: 'decision.confirm', key: press.key, body: { decisionId } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        await lockToolOf(tx, request.versionId);
        const inHand = await caseOf(tx, await versionInHand(tx, request));
        const decision = waitingDecision(inHand, requestId, decisionId);
        if (decision.recordedBy === person) throw refused('decision.same-officer');
        return { decisionId, reference: await confirmDecision(tx, actor, now, { inHand, decision, person }) };
      });
    });
  }

  /** The other officer says that the body did not decide this; another text can be recorded. */
  reject(actor: Actor, requestId: string, decisionId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await knownRequest(tx, requestId);
      const person = personIn(actor, officersOf(request.body));
      await lockToolOf(tx, request.versionId);
      const inHand = await caseOf(tx, await versionInHand(tx, request));
      waitingDecision(inHand, requestId, decisionId);
      await insertRejection(tx, { decision_id: decisionId, reason, by_person: person, at: now });
      const reference = newReference();
      const head = { title: 'title.decision.rejected', toolName: request.toolName, reference } as const;
      const document = paper(head, (pen) => [{ kind: 'facts', rows: [fact(pen, 'fact.ground', reason)] }]);
      await tellBody(tx, now, { version: inHand.version, standing: inHand.standing, act: 'decision.rejected', document });
      return record(tx, actor, now, 'decision.rejected', { toolId: request.toolId, subjectId: decisionId }, { reference });
    });
  }
}

/** The hash of what was decided: the log commits to the text without holding it. */
const contentOf = (typed: DecisionToRecord): string => fingerprint(JSON.parse(JSON.stringify(typed)) as Json);
