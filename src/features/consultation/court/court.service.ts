import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity, identityAsked, readFile, storeFile } from '../../people/index.js';
import { lockToolOf, readVersion } from '../../tools/index.js';
import { type CaseInHand, caseOf, knownRequest, personIn, standingRequest } from '../acting.js';
import { secretariesOf } from '../domain/body.js';
import { type CourtGround, openPetition } from '../domain/petition.js';
import { decisionOn } from '../domain/standing-acts.js';
import { wordOf } from '../domain/takeover.js';
import { fact, paper, type PaperHead } from '../papers.js';
import type { FoundRequest } from '../requests.repository.js';
import { tellBody } from '../telling.js';
import {
  findPetition,
  type FoundPetition,
  insertPetition,
  insertPetitionConfirmation,
  insertPetitionWithdrawal,
} from './court.repository.js';

export interface TypedPetition {
  readonly ground: CourtGround;
  readonly filedOn: Day;
  readonly court: string;
  readonly reference: string;
}

/** After a refusal the employer may ask the subdistrict court for permission (WOR 27(4)). It is the director's word until the secretary confirms it. */
@Injectable()
export class CourtService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  file(actor: Actor, requestId: string, typed: TypedPetition, document: { bytes: Uint8Array; name: string }): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const request = await standingRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      const inHand = await caseOf(tx, await readVersion(tx, request.versionId));
      refuseWrong(inHand, request, typed, now);
      const file = await storeFile(tx, actor, now, { ...document, field: 'file' });
      const [id, reference] = [newId('p'), newReference()];
      const row = { id, request_id: requestId, tool_id: request.toolId, fingerprint: request.fingerprint, ground: typed.ground };
      const said = { filed_on: typed.filedOn, court: typed.court, reference: typed.reference, file_id: file.id };
      await insertPetition(tx, { ...row, ...said, recorded_by: person, recorded_at: now });
      await tellOf(tx, now, inHand, { title: 'title.petition.recorded', reference }, typed);
      const payload = { ground: typed.ground, filedOn: typed.filedOn, file: file.sha256, reference };
      return record(tx, actor, now, 'petition.recorded', { toolId: request.toolId, subjectId: id }, payload);
    });
  }

  confirm(actor: Actor, petitionId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const { petition, request } = await known(tx, petitionId);
      const person = personIn(actor, secretariesOf(request.body));
      await confirmIdentity(tx, now, actor, identity);
      await lockToolOf(tx, request.versionId);
      if (petition.isWithdrawn) throw refused('petition.withdrawn');
      if (petition.isConfirmed) throw refused('petition.confirmed');
      await insertPetitionConfirmation(tx, { petition_id: petitionId, by_person: person, at: now });
      return record(tx, actor, now, 'petition.confirmed', { toolId: request.toolId, subjectId: petitionId });
    });
  }

  withdraw(actor: Actor, petitionId: string): Promise<{ readonly requestId: string; readonly reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const { petition, request } = await known(tx, petitionId);
      await lockToolOf(tx, request.versionId);
      const inHand = await caseOf(tx, await readVersion(tx, request.versionId));
      if (openPetition(inHand.file, request.id)?.id !== petitionId) throw refused('petition.over');
      await insertPetitionWithdrawal(tx, { petition_id: petitionId, by_person: person, at: now });
      const reference = newReference();
      await tellOf(tx, now, inHand, { title: 'title.petition.withdrawn', reference }, petition);
      await record(tx, actor, now, 'petition.withdrawn', { toolId: request.toolId, subjectId: petitionId }, { reference });
      return { requestId: request.id, reference };
    });
  }

  /** What the secretary reads before confirming; nothing for who may not confirm. */
  confirmForm(actor: Actor, petitionId: string) {
    return this.transactions.read(async (tx) => {
      const { petition, request } = await known(tx, petitionId);
      if (!secretariesOf(request.body).some((role) => role === actor.role)) throw notFound();
      return { petition, request, identity: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  requestOf(petitionId: string): Promise<string> {
    return this.transactions.read(async (tx) => (await known(tx, petitionId)).request.id);
  }

  document(petitionId: string) {
    return this.transactions.read(async (tx) => {
      const petition = await findPetition(tx, petitionId);
      const stored = petition && (await readFile(tx, petition.fileId));
      if (!stored) throw notFound();
      return stored;
    });
  }
}

const known = async (tx: Tx, petitionId: string): Promise<{ petition: FoundPetition; request: FoundRequest }> => {
  const petition = await findPetition(tx, petitionId);
  if (!petition) throw notFound();
  return { petition, request: await knownRequest(tx, petition.requestId) };
};

const refuseWrong = ({ file }: CaseInHand, request: FoundRequest, { filedOn }: TypedPetition, now: Date): void => {
  const decision = decisionOn(file, request.id);
  if (!decision || wordOf(decision) !== 'refused') throw refused('petition.not-refused');
  if (openPetition(file, request.id)) throw refused('petition.standing');
  if (filedOn > dayOf(now)) throw unusable('filedOn', 'day.future');
  if (filedOn < (decision.leftOutAt ? dayOf(decision.leftOutAt) : decision.decidedOn)) throw unusable('filedOn', 'day.before-refusal');
};

const tellOf = async (
  tx: Tx,
  now: Date,
  { version, standing }: CaseInHand,
  head: Pick<PaperHead, 'title' | 'reference'>,
  petition: TypedPetition,
): Promise<void> => {
  const document = paper({ ...head, toolName: version.toolName, fingerprint: version.fingerprint }, (pen) => [
    {
      kind: 'facts',
      rows: [
        fact(pen, 'fact.court-ground', pen.t(`court-ground.${petition.ground}`)),
        fact(pen, 'fact.court', petition.court),
        fact(pen, 'fact.filed', pen.day(petition.filedOn)),
        fact(pen, 'fact.reference', petition.reference),
      ],
    },
    { kind: 'notice', text: pen.t('petition.counts') },
  ]);
  await tellBody(tx, now, { version, standing, act: head.title.slice('title.'.length), document });
};
