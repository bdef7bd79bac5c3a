import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { sha256 } from '../../kernel/canonical.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound } from '../../kernel/problem.js';
import { brokenConstraint, Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { tellingOfLeavers } from './council-leavers.js';
import { readCsv } from './csv-reader.js';
import { checkImport, type ImportCheck, type LineError } from './domain/import-check.js';
import type { Cells, PersonInput } from './domain/person-line.js';
import { recordFactShifts } from './fact-shifts.js';
import {
  closeImport,
  forgetImports,
  insertImport,
  lockRegister,
  readImport,
  registeredPersons,
  writePersons,
} from './imports.repository.js';
import {
  endLeavers,
  insertUnit,
  idOfStaffNumber,
  listPersons,
  listUnits,
  type Person,
  type PersonPage,
  readPerson,
  renameUnit,
  type Unit,
} from './persons.repository.js';

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly LineError[] };
export type Uploaded =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: string; readonly column?: string; readonly line?: number };

@Injectable()
export class RegisterService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(page: number, unitId: string | null): Promise<PersonPage & { units: Unit[] }> {
    return this.transactions.read(async (tx) => ({ ...(await listPersons(tx, { page, text: '', unitId })), units: await listUnits(tx) }));
  }

  search(text: string): Promise<PersonPage> {
    return this.transactions.read((tx) => listPersons(tx, { page: 1, text, unitId: null }));
  }

  person(id: string): Promise<Person> {
    return this.transactions.read((tx) => personOr404(tx, id));
  }

  units(): Promise<Unit[]> {
    return this.transactions.read(listUnits);
  }

  /** Answers false when another unit has that name. */
  addUnit(actor: Actor, name: string): Promise<boolean> {
    const now = this.clock.now();
    return unlessTaken(() =>
      this.transactions.run(async (tx) => {
        const id = newId('u');
        await insertUnit(tx, id, name, now);
        await record(tx, actor, now, 'unit.added', { subjectId: id });
      }),
    );
  }

  rename(actor: Actor, id: string, name: string): Promise<boolean> {
    const now = this.clock.now();
    return unlessTaken(() =>
      this.transactions.run(async (tx) => {
        if (!(await renameUnit(tx, id, name))) throw notFound();
        await record(tx, actor, now, 'unit.renamed', { subjectId: id });
      }),
    );
  }

  /** One person by form: added, or changed when `id` is given. The staff number of a known person stays. */
  save(actor: Actor, cells: Cells, id: string | null): Promise<Outcome<string>> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      await lockRegister(tx);
      const known = id === null ? null : await personOr404(tx, id);
      const registered = await registeredPersons(tx);
      const check = checkImport(
        [{ line: 1, cells: known ? { ...cells, staff_number: known.staffNumber } : cells }],
        registered,
        dayOf(now),
      );
      const [person] = check.persons;
      if (known === null && person && registered.some(({ staffNumber }) => staffNumber === person.staffNumber)) {
        return { ok: false, errors: [{ line: 1, column: 'staff_number', code: 'cell.staff-number-taken' }] };
      }
      if (check.errors.length > 0 || !person) return { ok: false, errors: check.errors };
      return {
        ok: true,
        value: await this.write(tx, actor, now, [person], async () => recordSaved(tx, actor, now, person, known !== null)),
      };
    });
  }

  upload(actor: Actor, bytes: Uint8Array): Promise<Uploaded> {
    const read = readCsv(bytes);
    if (!read.ok) return Promise.resolve(read);
    return this.transactions.run(async (tx) => ({ ok: true, id: await keepDraft(tx, actor, bytes, this.clock.now()) }));
  }

  /** What the file would do, and each line that stops it. */
  preview(id: string): Promise<ImportCheck> {
    return this.transactions.read(async (tx) => checked(tx, (await draftOr404(tx, id, false)).content, this.clock.now()));
  }

  /** Applies the whole file, or nothing: it is read again against the register of this moment. */
  apply(actor: Actor, id: string): Promise<Outcome<{ added: number; changed: number; reference: string }>> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const { content } = await draftOr404(tx, id, true);
      await lockRegister(tx);
      const { errors, persons, added, changed } = await checked(tx, content, now);
      if (errors.length > 0) return { ok: false, errors };
      await closeImport(tx, id, now);
      const reference = await this.write(tx, actor, now, persons, () =>
        record(tx, actor, now, 'persons.imported', { subjectId: id }, { added, changed, file: sha256(content) }),
      );
      return { ok: true, value: { added, changed, reference } };
    });
  }

  /** Ends the roles and sessions of those whose last day is over. A job; safe twice. */
  endLeavers(actor: Actor, now: Date): Promise<number> {
    return this.transactions.run((tx) =>
      recordFactShifts(tx, actor, now, async () => {
        const left = await endLeavers(tx, dayOf(now), now);
        if (left.length > 0) await record(tx, actor, now, 'persons.left', {}, { count: left.length });
        return left.length;
      }),
    );
  }

  /** Files that nobody applied are forgotten after a day; they are drafts, no acts: recorded nowhere. */
  async forgetDrafts(before: Date): Promise<void> {
    await this.transactions.run((tx) => forgetImports(tx, before));
  }

  private write<T>(tx: Tx, actor: Actor, now: Date, persons: readonly PersonInput[], recordIt: () => Promise<T>): Promise<T> {
    return recordFactShifts(tx, actor, now, async () => {
      await tellingOfLeavers(tx, actor, now, { persons, write: () => writePersons(tx, persons, dayOf(now), now) });
      await endLeavers(tx, dayOf(now), now);
      return recordIt();
    });
  }
}

const personOr404 = async (tx: Tx, id: string): Promise<Person> => {
  const person = await readPerson(tx, id);
  if (!person || person.leftAt) throw notFound();
  return person;
};

const draftOr404 = async (tx: Tx, id: string, lock: boolean): Promise<{ content: string }> => {
  const draft = await readImport(tx, id, lock);
  if (!draft || draft.appliedAt) throw notFound();
  return draft;
};

const keepDraft = (tx: Tx, actor: Actor, bytes: Uint8Array, now: Date): Promise<string> =>
  insertImport(tx, actor.personId ?? actor.role, new TextDecoder().decode(bytes), now);

const checked = async (tx: Tx, content: string, now: Date): Promise<ImportCheck> => {
  const read = readCsv(new TextEncoder().encode(content));
  if (!read.ok) throw notFound();
  return checkImport(read.lines, await registeredPersons(tx), dayOf(now));
};

const recordSaved = async (tx: Tx, actor: Actor, now: Date, { staffNumber }: PersonInput, changed: boolean): Promise<string> => {
  const id = await idOfStaffNumber(tx, staffNumber);
  if (!id) throw new Error('Expected: the person that was written. Found: none.');
  await record(tx, actor, now, changed ? 'person.changed' : 'person.added', { personId: id });
  return id;
};

const unlessTaken = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work();
    return true;
  } catch (error) {
    if (brokenConstraint(error) === 'units_name_unique') return false;
    throw error;
  }
};
