import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { refused, unusable } from '../../kernel/problem.js';
import { commentsLastDay } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity } from '../people/index.js';
import { countInScope, dossierFacts, lockToolOf, type Version, versionAt } from '../tools/index.js';
import { type CaseInHand, caseOf, knownRequest, personIn, pressedOnce, refuseUnmet } from './acting.js';
import { Attachments } from './attachments.js';
import { bundleHashOf, bundleOf, type Bundle } from './bundle.js';
import { ChainCheck } from './chain-check.js';
import { refuseOpenCompetence } from './competence/competence.service.js';
import { gapsIn, UNPREPARED } from './domain/completeness.js';
import { touchedGrounds } from './domain/grounds.js';
import { decisionOn, pendingDecisionOn } from './domain/standing-acts.js';
import { fact, onePageBlocks, paper, requestFacts } from './papers.js';
import { findDraft, insertRequest, insertWithdrawal, type RequestDraft, saveDraft } from './requests.repository.js';
import { tellBody } from './telling.js';

export type Prepared = Omit<RequestDraft, 'preparedBy' | 'preparedAt'>;
interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}

@Injectable()
export class RequestService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
    private readonly attachments: Attachments,
  ) {}

  /** HR writes the request down; nothing goes out. */
  prepare(actor: Actor, toolId: string, number: number, draft: Prepared): Promise<string> {
    return this.transactions.run(async (tx) => {
      const person = personIn(actor, ['hr_registrar', 'director']);
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      const now = this.clock.now();
      checkDates(draft, dayOf(now));
      await saveDraft(tx, version.id, { ...draft, preparedBy: person, preparedAt: now });
      return record(tx, actor, now, 'request.prepared', { toolId, subjectId: version.id });
    });
  }

  /** The director sends it: from here on the council has everything, frozen as it is now. */
  send(actor: Actor, toolId: string, number: number, press: Press): Promise<{ requestId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      return pressedOnce(tx, now, actor, { route: 'request.send', key: press.key, body: { toolId, number } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const version = await versionAt(tx, toolId, number);
        await lockToolOf(tx, version.id);
        const inHand = await caseOf(tx, version);
        refuseSecond(inHand);
        await refuseOpenCompetence(tx, toolId, inHand.accepted);
        const draft = await completeDraft(tx, version, dayOf(now));
        refuseUnmet(await this.chain.unmetFor(tx, version.id, 'send_request', now));
        return this.recordSent(tx, actor, now, { inHand, draft, person });
      });
    });
  }

  private async recordSent(
    tx: Tx,
    actor: Actor,
    now: Date,
    { inHand, draft, person }: { inHand: CaseInHand; draft: Complete; person: string },
  ) {
    const { version, standing } = inHand;
    const attached = await this.attachments.of(tx, version.id, now);
    const bundle = bundleOf(version, draft, attached, await countInScope(tx, version.id, dayOf(now)));
    const [requestId, reference, hash] = [newId('r'), newReference(), bundleHashOf(bundle)];
    await insertRequest(tx, {
      ...rowOf(inHand, draft, bundle),
      id: requestId,
      bundle_hash: hash,
      reference,
      sent_by: person,
      sent_at: now,
    });
    const document = requestPaper({ inHand, draft, bundle, reference, requestId, hash, today: dayOf(now) });
    await tellBody(tx, now, { version, standing, act: 'request.sent', document, subjectId: requestId });
    await record(
      tx,
      actor,
      now,
      'request.sent',
      { toolId: version.toolId, subjectId: requestId },
      { fingerprint: version.fingerprint, bundle: hash, reference },
    );
    return { requestId, reference };
  }

  /** Taken back before anything was decided on it. */
  withdraw(actor: Actor, requestId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const request = await knownRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      const inHand = await caseOf(tx, await versionAt(tx, request.toolId, request.number));
      if (request.withdrawnAt) throw refused('request.withdrawn');
      if (decisionOn(inHand.file, requestId) || pendingDecisionOn(inHand.file, requestId)) throw refused('request.decided');
      await insertWithdrawal(tx, { request_id: requestId, reason, by_person: person, at: now });
      const reference = newReference();
      const head = { title: 'title.request.withdrawn', toolName: request.toolName, reference, fingerprint: request.fingerprint } as const;
      const document = paper(head, (pen) => [{ kind: 'facts', rows: [fact(pen, 'fact.ground', reason)] }]);
      await tellBody(tx, now, { version: inHand.version, standing: inHand.standing, act: 'request.withdrawn', document });
      await record(tx, actor, now, 'request.withdrawn', { toolId: request.toolId, subjectId: requestId }, { reference });
      return reference;
    });
  }
}

type Complete = RequestDraft & { readonly evaluationOn: Day };

const checkDates = ({ intendedStartOn, evaluationOn, trialUntil }: Prepared, today: Day): void => {
  if (trialUntil && trialUntil <= today) throw unusable('trialUntil', 'day.not-later');
  if (intendedStartOn && intendedStartOn < today) throw unusable('intendedStartOn', 'day.past');
  if (evaluationOn && evaluationOn <= today) throw unusable('evaluationOn', 'day.not-later');
};

const completeDraft = async (tx: Tx, version: Version, today: Day): Promise<Complete> => {
  const draft = await findDraft(tx, version.id);
  const gaps = gapsIn(draft ?? UNPREPARED, touchedGrounds(dossierFacts(version)), today);
  if (gaps.length > 0)
    throw refused(
      'request.unprepared',
      gaps.map(({ code }) => ({ code })),
    );
  if (!draft?.evaluationOn) throw refused('request.unprepared');
  return { ...draft, evaluationOn: draft.evaluationOn };
};

/** One request at a time; after a refusal, or a consent that has to be renewed, a new one can go out. */
const refuseSecond = ({ file }: CaseInHand): void => {
  const waiting = file.requests.some(({ id, withdrawnAt }) => withdrawnAt === null && !decisionOn(file, id));
  if (waiting) throw refused('request.standing');
};

interface Sent {
  readonly inHand: CaseInHand;
  readonly draft: Complete;
  readonly bundle: Bundle;
  readonly reference: string;
  readonly requestId: string;
  readonly hash: string;
  readonly today: Day;
}
const requestPaper = ({ inHand: { version, standing }, draft, bundle, reference, requestId, hash, today }: Sent) => {
  const toAll = standing.body === 'none' || standing.body === 'personnel_meeting';
  const title = toAll ? 'title.information.sent' : 'title.request.sent';
  return paper({ title, toolName: version.toolName, reference, fingerprint: version.fingerprint }, (pen) => [
    ...onePageBlocks(bundle.onePage[pen.language]),
    ...requestFacts(
      {
        ...draft,
        id: requestId,
        versionId: version.id,
        fingerprint: version.fingerprint,
        body: standing.body,
        bundleHash: hash,
        reference,
        aiNamed: bundle.aiNamed,
      },
      pen,
    ),
    ...(standing.body === 'none'
      ? [{ kind: 'notice', text: pen.t('comments.open', { date: pen.day(commentsLastDay(today)) }) } as const]
      : []),
    ...(standing.body === 'personnel_meeting' ? [{ kind: 'notice', text: pen.t('meeting.agenda') } as const] : []),
  ]);
};

const rowOf = ({ version, standing }: CaseInHand, draft: Complete, bundle: Bundle) => ({
  tool_id: version.toolId,
  version_id: version.id,
  fingerprint: version.fingerprint,
  body: standing.body,
  route: 'consent',
  intended_decision: draft.intendedDecision,
  reasons: draft.reasons,
  consequences: draft.consequences,
  grounds: draft.grounds,
  also_advice: draft.alsoAdvice,
  intended_start_on: draft.intendedStartOn,
  evaluation_on: draft.evaluationOn,
  trial_until: draft.trialUntil ?? null,
  ai_named: bundle.aiNamed,
  snapshot: JSON.stringify(bundle),
});
