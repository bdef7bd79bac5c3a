import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { sha256 } from '../../kernel/canonical.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity } from '../people/index.js';
import { lockToolOf, versionAt } from '../tools/index.js';
import { type CaseInHand, caseOf, personIn, pressedOnce, refuseUnmet } from './acting.js';
import { insertFinal } from './acts.repository.js';
import { ChainCheck } from './chain-check.js';
import { takenOverBy } from './domain/representation.js';
import { isPositive } from './domain/standing-acts.js';
import { finalPaper } from './papers/case-papers.js';
import { tellBody } from './telling.js';

export interface TypedFinal {
  readonly text: string;
  readonly effectiveOn: Day;
  readonly takesOver: readonly string[];
  /** Said on purpose: not every condition is taken over, so that there is no consent. */
  readonly leavesOut?: boolean;
}
interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}

@Injectable()
export class FinalDecisionService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
  ) {}

  /** The employer's decision after the council's, or, without a consent right, its decision to introduce. */
  decide(actor: Actor, toolId: string, number: number, typed: TypedFinal, press: Press): Promise<{ finalId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const body = {
        toolId,
        number,
        text: typed.text,
        effectiveOn: typed.effectiveOn,
        takesOver: typed.takesOver,
        leavesOut: typed.leavesOut === true,
      };
      return pressedOnce(tx, now, actor, { route: 'final.decide', key: press.key, body }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const version = await versionAt(tx, toolId, number);
        await lockToolOf(tx, version.id);
        const inHand = await caseOf(tx, version);
        if (typed.effectiveOn < dayOf(now)) throw unusable('effectiveOn', 'day.past');
        refuseWithout(inHand, typed);
        refuseUnmet(await this.chain.unmetFor(tx, version.id, 'final_decision', now));
        return recordTaken(tx, actor, now, { person, inHand, typed });
      });
    });
  }
}

/** Without a positive decision, or with a condition left out, there is no consent to decide on: it counts as refused. */
const refuseWithout = ({ acts }: CaseInHand, { takesOver, leavesOut }: TypedFinal): void => {
  if (!acts.needsConsent) return;
  if (acts.decision?.leftOutAt && !acts.permission) throw refused('final.counts-as-refused');
  if (!isPositive(acts.decision) && !acts.permission && !acts.light) throw refused('decision.not-positive');
  const left = takenOverBy(acts).some(({ id }) => !takesOver.includes(id));
  if (left && !leavesOut) throw refused('final.conditions-left-out');
  if (!left && leavesOut) throw unusable('leavesOut', 'final.nothing-left-out');
};

const actOf = (kind: 'final_decision' | 'introduction', left: number) => {
  if (kind === 'introduction') return 'introduction.decided' as const;
  return left > 0 ? ('final-decision.left-out' as const) : ('final-decision.taken' as const);
};

const recordTaken = async (tx: Tx, actor: Actor, now: Date, act: { person: string; inHand: CaseInHand; typed: TypedFinal }) => {
  const { person, typed, inHand } = act;
  const { version, standing, acts } = inHand;
  const [finalId, reference] = [newId('d'), newReference()];
  const conditions = acts.needsConsent ? takenOverBy(acts) : [];
  const taken = conditions.filter(({ id }) => typed.takesOver.includes(id));
  const left = conditions.filter(({ id }) => !typed.takesOver.includes(id));
  const kind = acts.needsConsent ? ('final_decision' as const) : ('introduction' as const);
  await insertFinal(tx, {
    id: finalId,
    tool_id: version.toolId,
    version_id: version.id,
    fingerprint: version.fingerprint,
    decision_id: acts.needsConsent && isPositive(acts.decision) ? acts.decision.id : null,
    ruling_id: acts.needsConsent && !isPositive(acts.decision) ? (acts.permission?.id ?? null) : null,
    framework_consent_id: acts.needsConsent ? (acts.light?.consent.id ?? null) : null,
    kind,
    text: typed.text,
    effective_on: typed.effectiveOn,
    takes_over: taken.map(({ id }) => id),
    reference,
    decided_by: person,
    decided_at: now,
  });
  const name = actOf(kind, left.length);
  const said = { ...typed, kind, reference, decidedAt: now, takesOver: taken.map(({ id }) => id) };
  const document = finalPaper({ ...version, body: standing.body }, said, conditions);
  await tellBody(tx, now, { version, standing, act: name, document, subjectId: finalId });
  const payload = {
    fingerprint: version.fingerprint,
    effectiveOn: typed.effectiveOn,
    content: sha256(typed.text),
    leftOut: left.length,
    reference,
  };
  await record(tx, actor, now, name, { toolId: version.toolId, subjectId: finalId }, payload);
  return { finalId, reference };
};
