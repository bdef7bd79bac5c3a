import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, namesOf } from '../../people/index.js';
import { lockToolOf, readVersion, type Version, versionAt } from '../../tools/index.js';
import { type CaseInHand, caseOf, personIn } from '../acting.js';
import { fact, paper } from '../papers.js';
import { tellCouncil } from '../tell-council.js';
import {
  findCompetence,
  insertCompetence,
  insertCompetenceConfirmation,
  insertCompetenceEnd,
  openCompetences,
  readCompetences,
} from './competence.repository.js';
import { type Competence, CONFIRMING_ROLES, type GroupLevel, missingFrom, openClaim } from './domain/competence.js';
import './competence.catalogue.js';

export interface TypedCompetence {
  readonly level: GroupLevel;
  readonly bodyName: string;
  readonly ground: string;
}

/** Which council decides: the local one, or that of several enterprises. Whoever claims it, both have to say so before the request goes out. */
@Injectable()
export class CompetenceService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  form(actor: Actor, toolId: string, number: number) {
    return this.transactions.read(async (tx) => {
      const version = await versionAt(tx, toolId, number);
      const inHand = await caseOf(tx, version);
      const claim = openClaim(await readCompetences(tx, toolId, inHand.accepted));
      return { version, claim, standing: inHand.standing, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** One claim, for who may confirm it or say no. */
  read(actor: Actor, claimId: string) {
    return this.transactions.read(async (tx) => {
      const { found, claim } = await claimOf(tx, claimId);
      const names = await namesOf(tx, [claim.claimedBy, ...claim.confirmations.map(({ byPerson }) => byPerson)]);
      return { found, claim, names, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** What waits for this officer. */
  waiting(actor: Actor) {
    return this.transactions.read((tx) =>
      CONFIRMING_ROLES.some((role) => role === actor.role) ? openCompetences(tx, actor.personId ?? '') : Promise.resolve([]),
    );
  }

  /** Somebody says that the group council decides. It counts for nothing yet, and no request goes out while it stands open. */
  claim(actor: Actor, toolId: string, number: number, typed: TypedCompetence, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director', 'hr_registrar', 'or_chair', 'or_secretary']);
      await confirmIdentity(tx, now, actor, identity);
      const version = await versionAt(tx, toolId, number);
      await lockToolOf(tx, version.id);
      const inHand = await caseOf(tx, version);
      if (inHand.standing.body !== 'or') throw refused('competence.no-council');
      refuseAfterRequest(inHand);
      if (openClaim(await readCompetences(tx, toolId, inHand.accepted))) throw refused('competence.open');
      const [id, reference] = [newId('k'), newReference()];
      const { level, bodyName, ground } = typed;
      const row = { id, tool_id: toolId, version_id: version.id, fingerprint: version.fingerprint, level, ground, reference };
      await insertCompetence(tx, { ...row, body_name: bodyName, claimed_by: person, claimed_role: actor.role, claimed_at: now });
      await tell(tx, now, version, { act: 'competence.claimed', reference, typed });
      await record(tx, actor, now, 'competence.claimed', { toolId, subjectId: id }, { fingerprint: version.fingerprint, level, reference });
      return reference;
    });
  }

  /** One of those whose word is needed says yes. With the last of them the group council decides. */
  confirm(actor: Actor, claimId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, CONFIRMING_ROLES);
      const { claim, version } = await this.hold(tx, claimId);
      if (claim.claimedBy === person) throw new Problem(403, 'act.not-yours');
      if (claim.confirmations.some(({ byPerson }) => byPerson === person)) throw refused('claim.confirmed-by-you');
      await confirmIdentity(tx, now, actor, identity);
      await insertCompetenceConfirmation(tx, { claim_id: claimId, by_person: person, by_role: actor.role, at: now });
      const reference = newReference();
      const confirmations = [...claim.confirmations, { byPerson: person, byRole: actor.role, at: now }];
      const complete = missingFrom({ ...claim, confirmations }).length === 0;
      if (complete) await tell(tx, now, version, { act: 'competence.confirmed', reference, typed: claim });
      await record(tx, actor, now, 'competence.confirmed', { toolId: version.toolId, subjectId: claimId }, { complete, reference });
      return reference;
    });
  }

  /** One of them says no: the local council decides. */
  end(actor: Actor, claimId: string, reason: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, CONFIRMING_ROLES);
      const { claim, version } = await this.hold(tx, claimId);
      await insertCompetenceEnd(tx, { claim_id: claimId, reason, by_person: person, by_role: actor.role, at: now });
      const reference = newReference();
      await tell(tx, now, version, { act: 'competence.ended', reference, typed: { ...claim, ground: reason } });
      return record(tx, actor, now, 'competence.ended', { toolId: version.toolId, subjectId: claimId }, { reference });
    });
  }

  /** The claim, while nothing was asked of a council yet. */
  private async hold(tx: Tx, claimId: string): Promise<{ readonly claim: Competence; readonly version: Version }> {
    const { found, claim } = await claimOf(tx, claimId);
    await lockToolOf(tx, found.versionId);
    const version = await readVersion(tx, found.versionId);
    const inHand = await caseOf(tx, version);
    refuseAfterRequest(inHand);
    if (claim.endedAt) throw refused('competence.ended');
    return { claim, version };
  }
}

const claimOf = async (tx: Tx, claimId: string) => {
  const found = await findCompetence(tx, claimId);
  if (!found) throw notFound();
  const { fingerprint } = await readVersion(tx, found.versionId);
  const claim = (await readCompetences(tx, found.toolId, [fingerprint])).find(({ id }) => id === claimId);
  if (!claim) throw notFound();
  return { found, claim };
};

/** Once a council was asked, that council answers: taking the request back comes first. */
const refuseAfterRequest = ({ file }: CaseInHand): void => {
  if (file.requests.some(({ withdrawnAt }) => withdrawnAt === null)) throw refused('competence.asked');
};

/** While somebody says that another council decides, and not all agreed, nobody knows whom to ask. */
export const refuseOpenCompetence = async (tx: Tx, toolId: string, accepted: readonly string[]): Promise<void> => {
  const claim = openClaim(await readCompetences(tx, toolId, accepted));
  if (claim && missingFrom(claim).length > 0) throw refused('competence.unsettled');
};

interface Telling {
  readonly act: 'competence.claimed' | 'competence.confirmed' | 'competence.ended';
  readonly reference: string;
  readonly typed: TypedCompetence;
}
const tell = async (tx: Tx, now: Date, version: Version, { act, reference, typed }: Telling): Promise<void> => {
  const { toolName, fingerprint, toolId, number } = version;
  const document = paper({ title: `title.${act}`, toolName, reference, fingerprint }, (pen) => [
    {
      kind: 'facts',
      rows: [
        fact(pen, 'fact.level', pen.t(`level.${typed.level}`)),
        fact(pen, 'fact.body', typed.bodyName),
        fact(pen, 'fact.ground', typed.ground),
      ],
    },
    ...(act === 'competence.claimed' ? [{ kind: 'notice', text: pen.t('competence.counts') } as const] : []),
    ...(act === 'competence.confirmed' ? [{ kind: 'notice', text: pen.t('competence.done') } as const] : []),
  ]);
  await tellCouncil(tx, now, { toolId, act, document: { ...document, dossier: { name: toolName, number } } });
};
