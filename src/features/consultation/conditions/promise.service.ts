import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isCouncil, type Language, type Role } from '../../../kernel/actor.js';
import { type Clock, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { type Holder, identityAsked, type IdentityAsked, readFile, storeFile, type StoredFile } from '../../people/index.js';
import { dossierFacts, type LimitChoices, limitChoices } from '../../tools/index.js';
import { knownRequest, lockNewest, versionInHand } from '../acting.js';
import { isGroup, officersOf } from '../domain/body.js';
import { promiseState, type PromiseState } from '../domain/promises.js';
import { tellCouncil } from '../tell-council.js';
import { evidencePaper } from './evidence-paper.js';
import { PROMISERS, promisers } from './promise-owners.js';
import { evidenceOf, findPromiseMade, type FoundPromise, type HandedIn, insertEvidence, promisesOf } from './promises.repository.js';

/** What the conditions of a decision are chosen from. */
export interface ConditionChoices {
  readonly limits: LimitChoices;
  readonly owners: readonly Pick<Holder, 'personId' | 'name' | 'role'>[];
}

const MOST_EVIDENCE = 20;
const LONGEST = 4000;

export interface ReadPromise extends FoundPromise {
  readonly state: PromiseState;
  readonly handedIn: readonly HandedIn[];
}
export interface Evidence {
  readonly text: string;
  readonly file: { readonly bytes: Uint8Array; readonly name: string } | null;
}

/** Members of the body, and those of the group council where that decided. */
const isMember = (actor: Actor, { body }: FoundPromise): boolean =>
  isCouncil(actor) || actor.role === 'pvt_contact' || (actor.role === 'group_officer' && isGroup(body));
const owns = (actor: Actor, promise: FoundPromise): boolean =>
  actor.personId !== null && actor.personId === promise.ownerId && PROMISERS.includes(actor.role as Role);

@Injectable()
export class PromiseService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** What the conditions of a decision on this request can be made of. */
  choices(requestId: string, language: Language): Promise<ConditionChoices> {
    return this.transactions.read(async (tx) => {
      const version = await versionInHand(tx, await knownRequest(tx, requestId));
      return { limits: limitChoices(dossierFacts(version), language), owners: await promisers(tx) };
    });
  }

  /** What the reader promised. */
  mine(actor: Actor): Promise<readonly ReadPromise[]> {
    return this.transactions.read(async (tx) => (await promisesOf(tx, actor.personId ?? '')).map((promise) => this.read(promise, [])));
  }

  /** For its owner. Nobody else of the employer learns here that it exists. */
  own(actor: Actor, conditionId: string): Promise<ReadPromise> {
    return this.transactions.read(async (tx) => this.withEvidence(tx, await ownPromise(tx, actor, conditionId)));
  }

  /** For members of the body; its officers judge it. */
  forCouncil(actor: Actor, conditionId: string): Promise<{ promise: ReadPromise; judges: boolean; identity: IdentityAsked }> {
    return this.transactions.read(async (tx) => {
      const promise = await promiseMade(tx, conditionId);
      if (!isMember(actor, promise)) throw notFound();
      const judges = officersOf(promise.body).some((role) => role === actor.role);
      return { promise: await this.withEvidence(tx, promise), judges, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** The owner shows that it was done. It changes nothing until the council has said what it thinks of it. */
  handIn(actor: Actor, conditionId: string, given: Evidence): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const promise = await ownPromise(tx, actor, conditionId);
      await lockNewest(tx, promise.toolId);
      const text = given.text.trim();
      if (text === '' && !given.file) throw unusable('text', 'evidence.missing');
      if (text.length > LONGEST) throw unusable('text', 'field.too-long');
      if (promise.evidence >= MOST_EVIDENCE) throw refused('evidence.enough');
      const file = given.file ? await storeFile(tx, actor, now, { ...given.file, field: 'file' }) : null;
      const [id, reference] = [newId('e'), newReference()];
      const row = { id, condition_id: conditionId, text, file_id: file?.id ?? null };
      await insertEvidence(tx, { ...row, by_person: actor.personId, at: now });
      const document = evidencePaper(promise, { text, file, reference });
      await tellCouncil(tx, now, { toolId: promise.toolId, act: 'promise.evidence', document });
      await record(
        tx,
        actor,
        now,
        'promise.evidence-given',
        { toolId: promise.toolId, subjectId: conditionId },
        { file: file?.sha256, reference },
      );
      return reference;
    });
  }

  file(actor: Actor, conditionId: string, evidenceId: string): Promise<StoredFile & { readonly bytes: Buffer }> {
    return this.transactions.read(async (tx) => {
      const promise = await promiseMade(tx, conditionId);
      if (!isMember(actor, promise) && !owns(actor, promise)) throw notFound();
      const found = (await evidenceOf(tx, conditionId)).find(({ id }) => id === evidenceId);
      const stored = found?.fileId ? await readFile(tx, found.fileId) : null;
      if (!stored) throw notFound();
      return stored;
    });
  }

  private read(promise: FoundPromise, handedIn: readonly HandedIn[]): ReadPromise {
    return { ...promise, handedIn, state: promiseState(promise, dayOf(this.clock.now())) };
  }

  private async withEvidence(tx: Tx, promise: FoundPromise): Promise<ReadPromise> {
    return this.read(promise, await evidenceOf(tx, promise.id));
  }
}

const promiseMade = async (tx: Tx, conditionId: string): Promise<FoundPromise> => {
  const promise = await findPromiseMade(tx, conditionId);
  if (!promise) throw notFound();
  return promise;
};
const ownPromise = async (tx: Tx, actor: Actor, conditionId: string): Promise<FoundPromise> => {
  const promise = await promiseMade(tx, conditionId);
  if (!owns(actor, promise)) throw notFound();
  return promise;
};
