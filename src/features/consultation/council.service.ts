import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_ROLES, type Role } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, Problem, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity } from '../people/index.js';
import { lockNewest, personIn } from './acting.js';
import { findDispute, findPromise, insertDispute, insertDisputeAnswer, insertFinding } from './acts.repository.js';
import { speaksHere } from './competence/readers.js';
import { officersOf } from './domain/body.js';
import { disputeAnswerers } from './disputes.repository.js';
import { fact, paper } from './papers.js';
import { tellCouncil } from './tell-council.js';

const MEMBERS: readonly Role[] = [...COUNCIL_ROLES, 'pvt_contact'];
const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary', 'pvt_contact'];

const personHere = async (tx: Tx, actor: Actor, roles: readonly Role[]): Promise<string> => {
  const person = personIn(actor, roles);
  if (!(await speaksHere(tx, actor.role))) throw new Problem(403, 'act.not-yours');
  return person;
};

/** What members and officers of the body do by themselves. */
@Injectable()
export class CouncilService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** Any member: this is not right. Until chair and secretary have each answered, the tool does not go on. */
  dispute(actor: Actor, toolId: string, typed: { about: string; text: string }): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = await personHere(tx, actor, MEMBERS);
      const version = await lockNewest(tx, toolId);
      const [id, reference] = [newId('o'), newReference()];
      const row = { id, tool_id: toolId, fingerprint: version.fingerprint, about: typed.about, text: typed.text };
      await insertDispute(tx, { ...row, raised_by: person, raised_at: now });
      const document = paper({ title: 'title.dispute.raised', toolName: version.toolName, reference }, (pen) => [
        { kind: 'facts', rows: [...(typed.about ? [fact(pen, 'fact.about', typed.about)] : []), fact(pen, 'fact.text', typed.text)] },
      ]);
      await tellCouncil(tx, now, { toolId, act: 'dispute.raised', document });
      await record(tx, actor, now, 'dispute.raised', { toolId, subjectId: id }, { reference });
      return reference;
    });
  }

  answerDispute(actor: Actor, disputeId: string, answer: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = await personHere(tx, actor, OFFICERS);
      const dispute = await findDispute(tx, disputeId);
      if (!dispute) throw notFound();
      const version = await lockNewest(tx, dispute.toolId);
      const answered = await disputeAnswerers(tx, disputeId);
      if (answered.some(({ byPerson }) => byPerson === person)) throw refused('dispute.answered-by-you');
      await insertDisputeAnswer(tx, { dispute_id: disputeId, by_person: person, by_role: actor.role, answer, at: now });
      const reference = newReference();
      const document = paper({ title: 'title.dispute.answered', toolName: version.toolName, reference }, (pen) => [
        { kind: 'facts', rows: [fact(pen, 'fact.text', answer)] },
      ]);
      await tellCouncil(tx, now, { toolId: dispute.toolId, act: 'dispute.answered', document });
      await record(tx, actor, now, 'dispute.answered', { toolId: dispute.toolId, subjectId: disputeId }, { reference });
      return reference;
    });
  }

  /** The council's word on a promise. Broken: the tool stops at once. */
  findPromise(actor: Actor, conditionId: string, finding: 'kept' | 'broken', identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const promise = await findPromise(tx, conditionId);
      if (!promise || promise.isLimit) throw notFound();
      const person = personIn(actor, officersOf(promise.body));
      if (finding === 'kept' && promise.ownerId === person) throw refused('promise.own');
      await confirmIdentity(tx, now, actor, identity);
      const version = await lockNewest(tx, promise.toolId);
      await insertFinding(tx, { id: newId('c'), condition_id: conditionId, finding, by_person: person, at: now });
      const reference = newReference();
      const document = paper({ title: 'title.promise.found', toolName: version.toolName, reference }, (pen) => [
        { kind: 'text', text: promise.text },
        { kind: 'notice', text: pen.t(`finding.${finding}`) },
      ]);
      await tellCouncil(tx, now, { toolId: promise.toolId, act: 'promise.found', document });
      await record(tx, actor, now, 'promise.found', { toolId: promise.toolId, subjectId: conditionId }, { finding, reference });
      return reference;
    });
  }
}
