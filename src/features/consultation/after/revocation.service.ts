import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity } from '../../people/index.js';
import { lockToolOf } from '../../tools/index.js';
import { type CaseInHand, caseOf, knownRequest, personIn, pressedOnce, versionInHand } from '../acting.js';
import type { CouncilDecision } from '../domain/case-file.js';
import { officersOf } from '../domain/body.js';
import { decisionOn, isPositive } from '../domain/standing-acts.js';
import { tellCouncil } from '../tell-council.js';
import { afterPaper, factRow, type Titled } from './after-papers.js';
import { afterPaths } from './after.paths.js';
import { type Ground, type TypedRevocation, whyNotRevoked } from './domain/revocation.js';
import { OFFICERS, refuseUnknown } from './officers.js';
import { revocationFacts } from './revocation-facts.js';
import { findRevocation, insertRevocation, insertRevocationConfirmation, type Revocation } from './revocations.repository.js';
import { tellRoles } from './tell-employer.js';

interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}
export interface Standing {
  readonly inHand: CaseInHand;
  readonly decision: CouncilDecision;
}

/** The consent on a request that stands now; taken back, refused or never given, there is none. */
export const standingConsent = async (tx: Tx, requestId: string): Promise<Standing> => {
  const request = await knownRequest(tx, requestId);
  const inHand = await caseOf(tx, await versionInHand(tx, request));
  const decision = decisionOn(inHand.file, requestId);
  if (!isPositive(decision)) throw refused('revocation.no-consent');
  return { inHand, decision };
};

/** Taking a consent back: on a ground that law, consent or agreement names, by two officers. */
@Injectable()
export class RevocationService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  record(actor: Actor, requestId: string, typed: TypedRevocation, press: Press): Promise<{ revocationId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await knownRequest(tx, requestId);
      const person = personIn(actor, officersOf(request.body));
      return pressedOnce(tx, now, actor, { route: 'revocation.record', key: press.key, body: { requestId, ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        await lockToolOf(tx, request.versionId);
        const { inHand, decision } = await standingConsent(tx, requestId);
        const ground = await foundGround(tx, now, { inHand, decision }, typed);
        const [id, reference] = [newId('x'), newReference()];
        await insertRevocation(tx, {
          id,
          decision_id: decision.id,
          tool_id: request.toolId,
          fingerprint: inHand.version.fingerprint,
          ground,
          explanation: typed.explanation,
          condition_id: ground === 'condition_breached' ? typed.conditionId : null,
          named_words: ground === 'named' ? typed.namedWords : null,
          reference,
          recorded_by: person,
          recorded_at: now,
        });
        const revocation = await findRevocation(tx, id);
        if (!revocation) throw notFound();
        await tellOf(tx, now, 'title.revocation.recorded', revocation, reference);
        if (ground === 'renegotiated') await this.askDirector(tx, id, reference);
        const payload = { decision: decision.id, ground, reference };
        return {
          revocationId: id,
          reference: await record(tx, actor, now, 'revocation.recorded', { toolId: request.toolId, subjectId: id }, payload),
        };
      });
    });
  }

  /** Another officer; and where both sides agreed, the director as well. With the last of them the consent counts no more. */
  confirm(actor: Actor, revocationId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const before = await findRevocation(tx, revocationId);
      if (!before) throw notFound();
      await refuseUnknown(tx, actor, before.toolId);
      const person = personIn(actor, before.ground === 'renegotiated' ? [...OFFICERS, 'director'] : OFFICERS);
      await confirmIdentity(tx, now, actor, identity);
      await lockToolOf(tx, before.versionId);
      const revocation = await findRevocation(tx, revocationId);
      if (!revocation) throw notFound();
      if (revocation.revokedAt) throw refused('revocation.done');
      if (revocation.recordedBy === person) throw refused('revocation.same-officer');
      if (revocation.confirmedBy.includes(person)) throw refused('revocation.confirmed-by-you');
      const { decision } = await standingConsent(tx, revocation.requestId);
      if (decision.id !== revocation.decisionId) throw refused('revocation.no-consent');
      await insertRevocationConfirmation(tx, { revocation_id: revocationId, by_person: person, by_role: actor.role, at: now });
      const done = (await findRevocation(tx, revocationId))?.revokedAt != null;
      const act = done ? 'consent.revoked' : 'revocation.confirmed';
      const reference = newReference();
      await tellOf(tx, now, `title.${act}`, revocation, reference);
      const payload = { decision: revocation.decisionId, ground: revocation.ground, reference };
      return record(tx, actor, now, act, { toolId: revocation.toolId, subjectId: revocationId }, payload);
    });
  }

  private askDirector(tx: Tx, id: string, reference: string): Promise<void> {
    return tellRoles(tx, ['director'], { name: 'mail.agree', url: `${this.config.baseUrl}${afterPaths.revocation(id)}`, reference });
  }
}

const foundGround = async (tx: Tx, now: Date, { inHand, decision }: Standing, typed: TypedRevocation): Promise<Ground> => {
  const wrong = whyNotRevoked(typed, await revocationFacts(tx, inHand, decision, now));
  if (wrong || typed.ground === 'other') throw new Problem(422, 'input.unusable', wrong ? [wrong] : []);
  return typed.ground;
};

const tellOf = async (tx: Tx, now: Date, title: Titled, revocation: Revocation, reference: string): Promise<void> => {
  const { toolId, toolName, fingerprint, ground, explanation, condition, namedWords } = revocation;
  const document = afterPaper({ title, toolName, reference, fingerprint }, (pen) => [
    {
      kind: 'facts',
      rows: [
        factRow(pen, 'fact.ground', pen.t(`ground.${ground}`)),
        ...(condition ? [factRow(pen, 'fact.condition', condition)] : []),
        ...(namedWords ? [factRow(pen, 'fact.words', namedWords)] : []),
        factRow(pen, 'fact.explanation', explanation),
      ],
    },
    ...(title === 'title.consent.revoked' ? [{ kind: 'notice', text: pen.t('closed.now') } as const] : []),
  ]);
  await tellCouncil(tx, now, { toolId, act: title.slice('title.'.length), document });
};
