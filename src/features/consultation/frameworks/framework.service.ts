import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Json } from '../../../kernel/canonical.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity, organisationFacts } from '../../people/index.js';
import { personIn, pressedOnce } from '../acting.js';
import { officersOf, standingOf, type Standing } from '../domain/body.js';
import { tellCouncil } from '../tell-council.js';
import { refuseTotals } from '../voting/meeting-votes.js';
import { type Framework, keptFromDeciding, pendingOf, type TypedFrameworkDecision, wrongIn } from './domain/framework.js';
import type { TypedFramework } from './domain/proposal.js';
import { decisionPaper, proposalPaper, reasonPaper } from './framework-papers.js';
import {
  findFramework,
  frameworkOfDecision,
  insertAnswer,
  insertClass,
  insertFramework,
  insertFrameworkDecision,
} from './frameworks.repository.js';
import { decisionRow } from './decision-row.js';

export interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;

@Injectable()
export class FrameworkService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The director proposes; nothing is agreed by it. */
  propose(actor: Actor, typed: TypedFramework, press: Press): Promise<{ frameworkId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      return pressedOnce(tx, now, actor, { route: 'framework.propose', key: press.key, body: asJson(typed) }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        await consenting(tx);
        const [id, reference] = [newId('k'), newReference()];
        const classes = typed.classes.map((one) => {
          const classId = newId('k');
          return { ...one, id: classId, limits: one.limits.map((limit, at) => ({ ...limit, id: `${classId}.${at + 1}` })) };
        });
        const { title, reasons, consequences, grounds, endsOn } = typed;
        const framework = { id, title, reasons, consequences, grounds, endsOn, reference, proposedBy: person, proposedAt: now, classes };
        await insertFramework(tx, {
          id,
          title,
          reasons,
          consequences,
          grounds,
          reference,
          ends_on: endsOn,
          proposed_by: person,
          proposed_at: now,
        });
        for (const { id: classId, colour, scope, limits } of classes)
          await insertClass(tx, { id: classId, framework_id: id, colour, scope: JSON.stringify(scope), limits: JSON.stringify(limits) });
        await tellCouncil(tx, now, { toolId: null, act: 'framework.proposed', document: proposalPaper(framework), subjectId: id });
        await record(
          tx,
          actor,
          now,
          'framework.proposed',
          { subjectId: id },
          { content: sha256(JSON.stringify(asJson(typed))), reference },
        );
        return { frameworkId: id, reference };
      });
    });
  }

  /** One officer writes down what the council decided, of the framework or of its end. It decides nothing until another confirms it. */
  recordDecision(
    actor: Actor,
    frameworkId: string,
    typed: TypedFrameworkDecision,
    press: Press,
  ): Promise<{ decisionId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { body } = await consenting(tx);
      const person = personIn(actor, officersOf(body));
      const asked = asJson({ frameworkId, typed });
      return pressedOnce(tx, now, actor, { route: 'framework.decide', key: press.key, body: asked }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const framework = await known(findFramework(tx, frameworkId));
        const kept = keptFromDeciding(framework, typed.decision, dayOf(now));
        if (kept) throw refused(kept);
        const wrong = wrongIn(typed, dayOf(framework.proposedAt), dayOf(now));
        if (wrong.length > 0) throw new Problem(422, 'input.unusable', wrong);
        await refuseTotals(tx, now, body, { ...typed, carried: typed.decision !== 'refused' });
        const [decisionId, reference] = [newId('d'), newReference()];
        await insertFrameworkDecision(tx, decisionRow(framework, typed, { decisionId, reference, person, now }));
        const document = decisionPaper('recorded', framework, typed, reference);
        await tellCouncil(tx, now, { toolId: null, act: 'framework.decision-recorded', document, subjectId: decisionId });
        const payload = { decision: typed.decision, content: sha256(JSON.stringify(asked)), reference };
        await record(tx, actor, now, 'framework.decision-recorded', { subjectId: decisionId }, payload);
        return { decisionId, reference };
      });
    });
  }

  /** Another officer read it and says that the council decided this. */
  confirm(actor: Actor, decisionId: string, press: Press): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, officersOf((await consenting(tx)).body));
      return pressedOnce(tx, now, actor, { route: 'framework.confirm', key: press.key, body: { decisionId } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const { framework, decision } = await waiting(tx, decisionId);
        if (decision.confirmedAt) throw refused('framework.not-waiting');
        if (decision.recordedBy === person) throw refused('framework.another-officer');
        await insertAnswer(tx, { decision_id: decisionId, kind: 'confirmed', reason: null, by_person: person, at: now });
        const reference = newReference();
        const document = decisionPaper('confirmed', framework, decision, reference);
        await tellCouncil(tx, now, { toolId: null, act: 'framework.decided', document, subjectId: decisionId });
        await record(tx, actor, now, 'framework.decided', { subjectId: decisionId }, { decision: decision.decision, reference });
        return reference;
      });
    });
  }

  /** The other officer says that the council did not decide this. */
  reject(actor: Actor, decisionId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, officersOf((await consenting(tx)).body));
      const { framework, decision } = await waiting(tx, decisionId);
      if (decision.confirmedAt) throw refused('framework.not-waiting');
      await insertAnswer(tx, { decision_id: decisionId, kind: 'rejected', reason, by_person: person, at: now });
      const reference = newReference();
      const names = { title: framework.title, tool: '' };
      const document = reasonPaper({ title: 'rejected', names, reference }, { reason, role: actor.role });
      await tellCouncil(tx, now, { toolId: null, act: 'framework.decision-rejected', document });
      await record(tx, actor, now, 'framework.decision-rejected', { subjectId: decisionId }, { reference });
      return reference;
    });
  }

  /** Somebody of the employer confirms that the employer was at the meeting on the framework. */
  confirmPresence(actor: Actor, decisionId: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director', 'hr_registrar']);
      const { decision } = await waiting(tx, decisionId);
      if (decision.presentAt || decision.decision !== 'granted') throw refused('framework.present-already');
      await insertAnswer(tx, { decision_id: decisionId, kind: 'present', reason: null, by_person: person, at: now });
      return record(tx, actor, now, 'framework.presence-confirmed', { subjectId: decisionId });
    });
  }
}

/** Only a body with a right of consent agrees to anything in advance. */
const consenting = async (tx: Tx): Promise<Standing> => {
  const standing = standingOf(await organisationFacts(tx));
  if (!standing.consents) throw refused('body.no-consent-right');
  return standing;
};
const known = async (found: Promise<Framework | null>): Promise<Framework> => {
  const framework = await found;
  if (!framework) throw notFound();
  return framework;
};
const waiting = async (tx: Tx, decisionId: string) => {
  const framework = await known(frameworkOfDecision(tx, decisionId));
  const decision = pendingOf(framework);
  if (decision?.id !== decisionId) throw refused('framework.not-waiting');
  return { framework, decision };
};
