import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { confirmIdentity, type Identity, readFile, storeFile } from '../people/index.js';
import { latestVersion, type Version, versionAt } from '../tools/index.js';
import { caseOf, lockNewest, personIn } from './acting.js';
import { findRuling, insertNullityEnd, insertRuling, insertRulingConfirmation } from './acts.repository.js';
import { hasMembers, secretariesOf, type Standing } from './domain/body.js';
import type { Ruling } from './domain/case-file.js';
import type { Petition } from './domain/petition.js';
import { openNullities } from './nullity.repository.js';
import { fact, paper } from './papers.js';
import { tellBody } from './telling.js';

export type TypedRuling = Pick<Ruling, 'kind' | 'ground' | 'outcome' | 'reference'> & {
  /** The day of the ruling. */
  readonly ruledOn?: Day | null;
};

const confirmersOf = ({ body }: Standing): readonly Role[] => (hasMembers(body) ? secretariesOf(body) : ['dpo']);
const OUTCOMES: Readonly<Record<Ruling['kind'], readonly Ruling['outcome'][]>> = {
  permission: ['granted', 'rejected'],
  exemption: ['granted', 'rejected'],
  nullity: ['declared_unjustified', 'upheld'],
};

@Injectable()
export class RulingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The director adds the court's document. It counts once the secretary has read it and confirmed it. */
  upload(actor: Actor, toolId: string, number: number, typed: TypedRuling, document: { bytes: Uint8Array; name: string }): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const version = await versionAt(tx, toolId, number);
      await lockNewest(tx, toolId);
      if (!OUTCOMES[typed.kind].includes(typed.outcome)) throw unusable('outcome', 'ruling.other-outcome');
      if (typed.kind === 'permission' && typed.outcome === 'granted' && !typed.ground) throw unusable('ground', 'ruling.ground-missing');
      const petition = typed.kind === 'permission' ? await openPetitionOf(tx, version) : null;
      refuseDay(typed.ruledOn ?? null, petition, now);
      const file = await storeFile(tx, actor, now, { ...document, field: 'file' });
      const id = newId('u');
      const row = { id, tool_id: toolId, fingerprint: version.fingerprint, kind: typed.kind, ground: typed.ground, outcome: typed.outcome };
      const of = { petition_id: petition?.id ?? null, ruled_on: typed.ruledOn ?? null };
      await insertRuling(tx, { ...row, ...of, reference: typed.reference, file_id: file.id, uploaded_by: person, uploaded_at: now });
      const paperReference = await this.tell(tx, now, 'title.ruling.uploaded', toolId, typed);
      const payload = { fingerprint: version.fingerprint, file: file.sha256, reference: paperReference };
      return record(tx, actor, now, 'ruling.uploaded', { toolId, subjectId: id }, payload);
    });
  }

  confirm(actor: Actor, rulingId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const ruling = await findRuling(tx, rulingId);
      if (!ruling) throw notFound();
      const { standing } = await caseOf(tx, await lockNewest(tx, ruling.toolId));
      const person = personIn(actor, confirmersOf(standing));
      await confirmIdentity(tx, now, actor, identity);
      if (ruling.confirmed) throw refused('ruling.confirmed');
      await insertRulingConfirmation(tx, { ruling_id: rulingId, by_person: person, at: now });
      if (ruling.kind === 'nullity' && ruling.outcome === 'declared_unjustified') {
        for (const id of await openNullities(tx, ruling.toolId, ruling.fingerprint)) {
          await insertNullityEnd(tx, { invocation_id: id, status: 'declared_unjustified', ruling_id: rulingId, at: now });
        }
      }
      const reference = await this.tell(tx, now, 'title.ruling.confirmed', ruling.toolId, ruling);
      return record(
        tx,
        actor,
        now,
        'ruling.confirmed',
        { toolId: ruling.toolId, subjectId: rulingId },
        { outcome: ruling.outcome, reference },
      );
    });
  }

  /** The court's document, for the director, the body and the DPO. */
  read(rulingId: string) {
    return this.transactions.read(async (tx) => {
      const ruling = await findRuling(tx, rulingId);
      const document = ruling && (await readFile(tx, ruling.fileId));
      if (!document) throw notFound();
      return document;
    });
  }

  /** Answers the reference of the paper, which is that of the act. */
  private async tell(
    tx: Tx,
    now: Date,
    title: 'title.ruling.uploaded' | 'title.ruling.confirmed',
    toolId: string,
    ruling: Pick<TypedRuling, 'outcome' | 'reference'>,
  ): Promise<string> {
    const reference = newReference();
    const version = await latestVersion(tx, toolId);
    const { standing } = await caseOf(tx, version);
    const document = paper({ title, toolName: version.toolName, reference, fingerprint: version.fingerprint }, (pen) => [
      {
        kind: 'facts',
        rows: [[pen.t('ruling.outcome'), pen.t(`ruling.${ruling.outcome}`)], fact(pen, 'fact.reference', ruling.reference)],
      },
    ]);
    await tellBody(tx, now, { version, standing, act: title.slice('title.'.length), document });
    return reference;
  }
}

/** The petition that a permission answers: the newest on this version that the court has yet to decide on. */
const openPetitionOf = async (tx: Tx, version: Version): Promise<Petition | null> => {
  const { file } = await caseOf(tx, version);
  return file.petitions.findLast(({ withdrawnAt, outcome }) => withdrawnAt === null && outcome === null) ?? null;
};

const refuseDay = (ruledOn: Day | null, petition: Petition | null, now: Date): void => {
  if (!ruledOn) return;
  if (ruledOn > dayOf(now)) throw unusable('ruledOn', 'day.future');
  if (petition && ruledOn < petition.filedOn) throw unusable('ruledOn', 'day.before-petition');
};
