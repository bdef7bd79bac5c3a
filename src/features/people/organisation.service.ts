import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import type { Dossier } from '../../policy/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken, type Upload } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { answerRefusal, confirmersOf, FACT_NAMES, factOf, type FactName, type FactRow, mayAnswer } from './domain/facts.js';
import { recordFactShifts } from './fact-shifts.js';
import { factRows, lockFact, organisationFacts, readRegister, writeFact, writeFactConfirmation } from './facts.repository.js';
import { readFile, storeFile, type StoredFile } from './files.repository.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked } from './identity.js';
import { namesOf } from './persons.repository.js';
import { organisationName } from './setup.repository.js';

export interface FactView {
  readonly name: FactName;
  readonly value: Json;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly confirmedAt: Date | null;
  /** Who must confirm before it counts; empty when it stands. */
  readonly awaits: readonly Role[];
  readonly document: boolean;
  readonly mayAnswer: boolean;
  readonly mayConfirm: boolean;
}
export interface OrganisationView {
  readonly name: string;
  readonly facts: readonly FactView[];
  readonly reads: NonNullable<Dossier['organisation']>;
  readonly persons: number;
}
export interface Answered {
  readonly value: Json;
  readonly document: Upload | null;
}

@Injectable()
export class OrganisationService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(actor: Actor): Promise<OrganisationView> {
    return this.transactions.read(async (tx) => {
      const rows = await factRows(tx);
      const register = await readRegister(tx);
      const names = await namesOf(
        tx,
        rows.map(({ answeredBy }) => answeredBy),
      );
      const facts = FACT_NAMES.map((name) =>
        factView(
          actor,
          name,
          rows.find(({ attribute }) => attribute === name),
          names,
          confirmersOf(name, register),
        ),
      );
      return { name: (await organisationName(tx)) ?? '', facts, reads: await organisationFacts(tx), persons: register.persons };
    });
  }

  asked(actor: Actor): Promise<IdentityAsked> {
    return this.transactions.read((tx) => identityAsked(tx, this.clock.now(), actor));
  }

  /** Answers a fact that the actor's role owns; any other is as if it did not exist. */
  async answer(actor: Actor, name: FactName, { value, document }: Answered): Promise<string> {
    const now = this.clock.now();
    if (!actor.personId || !mayAnswer(actor.role as Role, name)) throw notFound();
    const answeredBy = actor.personId;
    return this.transactions.run(async (tx) =>
      recordFactShifts(tx, actor, now, async () => {
        const refusal = answerRefusal(name, value, await readRegister(tx));
        if (refusal) throw unusable('value', refusal);
        const fileId = await keptDocument(tx, actor, now, name, document);
        await writeFact(tx, name, { value, answeredBy, answeredAt: now, fileId });
        return record(
          tx,
          actor,
          now,
          'organisation.fact-answered',
          { subjectId: name },
          { value: factOf(name).kind === 'long_text' ? undefined : value },
        );
      }),
    );
  }

  /** A second person, in the role that the fact asks for, says that it is so. `answeredAt` is the answer that was read. */
  confirm(actor: Actor, name: FactName, answeredAt: string, identity: Identity): Promise<string> {
    const now = this.clock.now();
    const by = actor.personId;
    return this.transactions.run(async (tx) => {
      await confirmIdentity(tx, now, actor, identity);
      return recordFactShifts(tx, actor, now, async () => {
        const fact = await lockFact(tx, name);
        if (!by || !fact || !confirmersOf(name, await readRegister(tx)).includes(actor.role as Role)) throw notFound();
        if (fact.answeredAt.toISOString() !== answeredAt) throw refused('fact.changed-meanwhile');
        if (fact.answeredBy === by) throw refused('fact.own-answer');
        if (fact.confirmedBy) throw refused('fact.confirmed-already');
        await writeFactConfirmation(tx, name, by, now);
        return record(tx, actor, now, 'organisation.fact-confirmed', { subjectId: name });
      });
    });
  }

  readDocument(name: FactName): Promise<StoredFile & { readonly bytes: Buffer }> {
    return this.transactions.read(async (tx) => {
      const row = (await factRows(tx)).find(({ attribute }) => attribute === name);
      const file = row?.fileId ? await readFile(tx, row.fileId) : null;
      if (!file) throw notFound();
      return file;
    });
  }
}

const keptDocument = async (tx: Tx, actor: Actor, now: Date, name: FactName, given: Upload | null): Promise<string | null> => {
  if (!factOf(name).document) return null;
  if (!given) throw unusable('document', 'document.missing');
  return (await storeFile(tx, actor, now, { bytes: given.bytes, name: given.name, field: 'document' })).id;
};

const factView = (
  actor: Actor,
  name: FactName,
  row: FactRow | undefined,
  names: ReadonlyMap<string, string>,
  confirmers: readonly Role[],
): FactView => {
  const awaits = row && !row.confirmedBy ? confirmers : [];
  return {
    name,
    value: row?.value ?? null,
    answeredAt: row?.answeredAt ?? null,
    answeredBy: row ? (names.get(row.answeredBy) ?? null) : null,
    confirmedAt: row?.confirmedAt ?? null,
    awaits,
    document: row?.fileId != null,
    mayAnswer: mayAnswer(actor.role as Role, name),
    mayConfirm: awaits.includes(actor.role as Role) && row?.answeredBy !== actor.personId,
  };
};
