import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf, type Day } from '../../kernel/clock.js';
import { fingerprint } from '../../kernel/canonical.js';
import { newId } from '../../kernel/ids.js';
import { notFound, Problem, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { equatedDays, holdersOf } from '../people/index.js';
import { acceptedFingerprints, confirmFacts, lockToolOf, readVersion, type Version, versionAt, writeAnswers } from '../tools/index.js';
import { adviceList, type AdviceListRow, insertAdvice, insertDeviation, insertRequest } from './advice.repository.js';
import { mailHolders } from './advice-mails.js';
import { type AdviceCase, readAdviceCase } from './assessment-facts.js';
import { commentActs } from './comments/comments.repository.js';
import { standingComments } from './domain/answer-comments.js';
import type { AdviceInput } from './domain/advice-form.js';
import { isOverdue } from './domain/advice-terms.js';
import { seeLowered } from './dpia.repository.js';

const mustBe = (actor: Actor, role: Actor['role']): void => {
  if (actor.role !== role) throw new Problem(403, 'role.other', [{ code: 'role.other', turn: role }]);
};
const by = (actor: Actor, now: Date) => ({ personId: actor.personId ?? 'system', at: now });
const isOpen = ({ request, advice }: AdviceCase): boolean => request !== null && advice?.requestId !== request.id;

/** A version held until the end of the transaction, with its advice case. */
const lockedCase = async (tx: Tx, versionId: string): Promise<{ version: Version; found: AdviceCase }> => {
  await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
  return { version, found: await readAdviceCase(tx, version, accepted) };
};

@Injectable()
export class AdviceService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(): Promise<{ rows: AdviceListRow[]; equated: readonly Day[] }> {
    return this.transactions.read(async (tx) => ({ rows: await adviceList(tx), equated: await equatedDays(tx) }));
  }

  equatedDays(): Promise<readonly Day[]> {
    return this.transactions.read((tx) => equatedDays(tx));
  }

  /** HR asks. It needs the DPIA to be fixed, and nothing more. */
  ask(actor: Actor, toolId: string, number: number): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, actor.role === 'privacy_officer' ? 'privacy_officer' : 'hr_registrar');
      const { version, found } = await lockedCase(tx, (await versionAt(tx, toolId, number)).id);
      if (!found.fixing) throw refused('dpia.unfixed');
      if (isOpen(found)) throw refused('advice.asked');
      if ((await holdersOf(tx, ['dpo'])).length === 0) throw refused('advice.no-dpo');
      const id = newId('r');
      const { fingerprint } = version;
      await insertRequest(tx, toolId, { id, versionId: version.id, fingerprint }, by(actor, now));
      await mailHolders(tx, ['dpo'], 'asked', { toolName: version.toolName, number });
      return record(tx, actor, now, 'advice.asked', { toolId, subjectId: id }, { fingerprint });
    });
  }

  /** The DPO's advice on this fingerprint. Whoever fixed the DPIA does not advise on it. */
  give(actor: Actor, versionId: string, input: AdviceInput): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'dpo');
      const { version, found } = await this.asked(tx, versionId);
      if (!found.request || !isOpen(found)) throw refused('advice.given');
      if (found.fixing?.fixedBy === actor.personId) throw refused('advice.own-dpia');
      const id = newId('a');
      const conditions = input.conditions.map((one) => ({ ...one, id: newId('o') }));
      const request = { ...found.request, versionId: version.id, fingerprint: version.fingerprint };
      await insertAdvice(tx, version.toolId, { ...input, id, request, conditions }, by(actor, now));
      await mailHolders(tx, ['hr_registrar', 'privacy_officer', 'director'], 'given', {
        toolName: version.toolName,
        number: version.number,
      });
      const comments = standingComments(await commentActs(tx, found.request.id));
      const payload = {
        fingerprint: version.fingerprint,
        advice: input.advice,
        conditions: conditions.map((one) => one.id),
        ...(comments.length > 0 ? { comments: fingerprint(comments.map((one) => ({ ...one }))) } : {}),
      };
      return record(tx, actor, now, 'advice.given', { toolId: version.toolId, subjectId: id }, payload);
    });
  }

  /** The director goes against a negative advice, with a reason that the council sees. */
  deviate(actor: Actor, toolId: string, number: number, reason: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'director');
      const { version, found } = await lockedCase(tx, (await versionAt(tx, toolId, number)).id);
      const { advice } = found;
      if (advice?.advice !== 'negative') throw refused('deviation.no-negative-advice');
      const id = newId('o');
      await insertDeviation(tx, toolId, { id, requestId: advice.requestId, adviceId: advice.id, kind: 'negative', reason }, by(actor, now));
      return record(tx, actor, now, 'advice.deviated', { toolId, subjectId: id }, { fingerprint: version.fingerprint });
    });
  }

  /** After twenty working days: asked, and not received. The requirement stays open and reminders go on. */
  recordNotReceived(actor: Actor, toolId: string, number: number, reason: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'director');
      const { version, found } = await lockedCase(tx, (await versionAt(tx, toolId, number)).id);
      const { request } = found;
      if (!request || !isOpen(found)) throw refused('advice.not-asked');
      if (!isOverdue(dayOf(request.askedAt), dayOf(now), await equatedDays(tx))) throw refused('advice.within-term');
      if (found.deviations.some(({ kind, requestId }) => kind === 'not_received' && requestId === request.id))
        throw refused('advice.recorded-missing');
      const id = newId('o');
      await insertDeviation(tx, toolId, { id, requestId: request.id, adviceId: null, kind: 'not_received', reason }, by(actor, now));
      return record(tx, actor, now, 'advice.not-received', { toolId, subjectId: id }, { fingerprint: version.fingerprint });
    });
  }

  /** The DPO's own answer on an exception for the home. */
  endorse(actor: Actor, versionId: string, endorsed: boolean): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'dpo');
      const { version } = await this.asked(tx, versionId);
      const answer = { attribute: 'assessment.parityException.dpoEndorsed', item: '', value: endorsed };
      await writeAnswers(tx, actor, now, version.id, [answer]);
      return record(tx, actor, now, 'exception.judged', { toolId: version.toolId, subjectId: version.id }, { endorsed });
    });
  }

  /** The DPO confirms what the privacy officer answered about a covert check, an investigation or the authority's letter. */
  confirm(
    actor: Actor,
    versionId: string,
    places: readonly { readonly attribute: string; readonly item: string }[],
  ): Promise<string | null> {
    return this.transactions.run(async (tx) => {
      mustBe(actor, 'dpo');
      const { version } = await this.asked(tx, versionId);
      return confirmFacts(tx, actor, this.clock.now(), version.id, places);
    });
  }

  /** A residual risk below the highest row counts from the moment that the DPO has seen why. */
  seeLoweredRisk(actor: Actor, versionId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      mustBe(actor, 'dpo');
      const { version, found } = await this.asked(tx, versionId);
      if (!(await seeLowered(tx, found.fixing?.versionId ?? version.id, by(actor, now)))) throw refused('risk.nothing-to-see');
      return record(tx, actor, now, 'risk.lowering-seen', { toolId: version.toolId, subjectId: version.id });
    });
  }

  /** Before advice was asked a draft is nobody's business but its makers'. */
  private async asked(tx: Tx, versionId: string): Promise<{ version: Version; found: AdviceCase }> {
    const at = await lockedCase(tx, versionId);
    if (!at.found.request) throw notFound();
    return at;
  }
}
