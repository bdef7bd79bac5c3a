import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, Problem, refused, unusable } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity } from '../people/index.js';
import { countInScope, lockToolOf, readVersion, type Version, versionAt } from '../tools/index.js';
import { caseOf, personIn, refuseUnmet } from './acting.js';
import { findClaim, insertClaim, insertClaimConfirmation } from './acts.repository.js';
import { ChainCheck } from './chain-check.js';
import { hasMembers, isGroup, type Standing } from './domain/body.js';
import type { ClaimRoute } from './domain/case-file.js';
import { claimConfirmedAt } from './domain/standing-acts.js';
import { fact, paper } from './papers.js';
import { tellBody } from './telling.js';

export interface TypedClaim {
  readonly route: ClaimRoute;
  readonly ground: string;
  readonly agreementReference: string | null;
  readonly agreementSubstantive: boolean;
}

/** Who may confirm that the council can be left out: never whoever gains from it. */
export const claimConfirmersOf = ({ body, dpoAppointed }: Standing): readonly Role[] => {
  if (body === 'or' || isGroup(body)) return ['or_chair', 'or_secretary'];
  if (body === 'pvt') return ['pvt_contact'];
  if (body === 'personnel_meeting') return ['employee'];
  return dpoAppointed ? ['dpo'] : [];
};
const PLAIN_ROLES: readonly Role[] = ['employee', 'trusted_person'];
/** An employee speaks as staff only when no other role is theirs. */
export const speaksAsStaff = (actor: Actor): boolean => actor.roles.every((role) => PLAIN_ROLES.includes(role));

@Injectable()
export class ClaimService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: ChainCheck,
  ) {}

  /** The employer says that consent is not needed. It counts for nothing until those it leaves out have confirmed it. */
  claim(actor: Actor, toolId: string, number: number, typed: TypedClaim, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, typed.route === 'cba' ? ['director'] : ['director', 'hr_registrar']);
      await confirmIdentity(tx, now, actor, identity);
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      if (typed.route === 'cba' && !typed.agreementReference?.trim()) throw unusable('agreementReference', 'agreement.missing');
      refuseUnmet(await this.chain.unmetFor(tx, version.id, 'send_request', now));
      const { standing } = await caseOf(tx, version);
      const [id, reference] = [newId('c'), newReference()];
      await insertClaim(tx, {
        id,
        tool_id: toolId,
        version_id: version.id,
        fingerprint: version.fingerprint,
        route: typed.route,
        ground: typed.ground,
        agreement_reference: typed.agreementReference,
        agreement_substantive: typed.agreementSubstantive,
        reference,
        claimed_by: person,
        claimed_at: now,
      });
      const people = await countInScope(tx, version.id, dayOf(now));
      const document = claimPaper(version, standing, typed, people, reference);
      await tellBody(tx, now, { version, standing, act: 'claim.made', document });
      await record(
        tx,
        actor,
        now,
        'claim.made',
        { toolId, subjectId: id },
        { fingerprint: version.fingerprint, route: typed.route, reference },
      );
      return reference;
    });
  }

  confirm(actor: Actor, claimId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const claim = await findClaim(tx, claimId);
      if (!claim) throw notFound();
      await lockToolOf(tx, claim.versionId);
      const version = await readVersion(tx, claim.versionId);
      const { standing, acts } = await caseOf(tx, version);
      const person = personIn(actor, claimConfirmersOf(standing));
      if (claim.claimedBy === person) throw new Problem(403, 'act.not-yours');
      if (standing.body === 'personnel_meeting' && !speaksAsStaff(actor)) throw new Problem(403, 'act.not-yours');
      await confirmIdentity(tx, now, actor, identity);
      if (acts.claim?.id !== claimId) throw refused('claim.replaced');
      if (acts.claim.confirmations.some(({ byPerson }) => byPerson === person)) throw refused('claim.confirmed-by-you');
      await insertClaimConfirmation(tx, { claim_id: claimId, by_person: person, by_role: actor.role, at: now });
      const confirmations = [...acts.claim.confirmations, { byPerson: person, byRole: actor.role, at: now }];
      const reference = newReference();
      if (claimConfirmedAt({ ...acts.claim, confirmations }, standing, null)) {
        const head = {
          title: 'title.claim.confirmed',
          toolName: version.toolName,
          reference,
          fingerprint: version.fingerprint,
        } as const;
        const ground = acts.claim.ground;
        const document = paper(head, (pen) => [{ kind: 'facts', rows: [fact(pen, 'fact.ground', ground)] }]);
        await tellBody(tx, now, { version, standing, act: 'claim.confirmed', document });
      }
      await record(tx, actor, now, 'claim.confirmed', { toolId: claim.toolId, subjectId: claimId }, { reference });
      return reference;
    });
  }
}

const claimPaper = (version: Version, { body }: Standing, typed: TypedClaim, people: number, reference: string) =>
  paper({ title: 'title.claim.made', toolName: version.toolName, reference, fingerprint: version.fingerprint }, (pen) => [
    { kind: 'text', text: pen.t(`claim.${typed.route}`) },
    {
      kind: 'facts',
      rows: [
        fact(pen, 'fact.ground', typed.ground),
        ...(typed.agreementReference ? [fact(pen, 'fact.agreement', typed.agreementReference)] : []),
        fact(pen, 'fact.headcount', String(people)),
      ],
    },
    { kind: 'notice', text: pen.t(hasMembers(body) ? 'claim.counts' : 'claim.counts-staff') },
  ]);
