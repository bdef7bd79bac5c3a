import type { Actor, Role } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { notFound, Problem, type Reason, refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { councilConflicts, type Identity, personsCalled } from '../people/index.js';
import { personsOf, type Seating } from './domain/seating.js';
import { staffNumberIn } from './domain/who-is-meant.js';

export interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}
/** What an act answers: its reference, and for a change whether it has taken effect. */
export type Done = { readonly reference: string; readonly applied: boolean };

/** The person who acts in the role chosen; nobody without an account gets here. */
export const personOf = (actor: Actor): { readonly personId: string; readonly role: Role } => {
  if (actor.personId === null) throw notFound();
  return { personId: actor.personId, role: actor.role as Role };
};

export const newSeatId = (): string => newId('s');

/** Fields of people as typed: the person's id, nobody where it was left empty, or what is wrong with it. */
export const readPeople = async (
  tx: Tx,
  typed: Readonly<Record<string, string>>,
): Promise<{ readonly ids: ReadonlyMap<string, string | null>; readonly wrong: readonly Reason[] }> => {
  const words = new Map(Object.entries(typed).map(([field, text]) => [field, staffNumberIn(text)]));
  const known = await personsCalled(
    tx,
    [...words.values()].filter((word) => word !== ''),
  );
  const wrong: Reason[] = [];
  const ids = new Map<string, string | null>();
  for (const [field, word] of words) {
    const byNumber = known.filter(({ staffNumber }) => staffNumber === word);
    const found = byNumber.length > 0 ? byNumber : known.filter(({ name }) => name.toLowerCase() === word.toLowerCase());
    if (word !== '' && found.length !== 1) wrong.push({ field, code: found.length === 0 ? 'person.unknown' : 'person.several' });
    ids.set(field, found.length === 1 ? (found[0]?.id ?? null) : null);
  }
  return { ids, wrong };
};

export const refuseWrong = (wrong: readonly Reason[]): void => {
  if (wrong.length > 0) throw new Problem(422, 'input.unusable', wrong);
};

/** Where somebody stands in a form of seats. */
const fieldOf = ({ seats }: Seating, personId: string): string => {
  const member = seats.findIndex((seat) => seat.personId === personId);
  return member >= 0 ? `member${member + 1}` : `deputy${seats.findIndex((seat) => seat.deputyId === personId) + 1}`;
};

/** Who is new here and cannot be in the council: no longer employed, or with a role on the employer's side. */
export const conflictsIn = async (tx: Tx, before: Seating, after: Seating): Promise<readonly Reason[]> => {
  const joining = personsOf(after).filter((id) => !personsOf(before).includes(id));
  const conflicts = await councilConflicts(tx, joining);
  return joining.flatMap((personId): Reason[] => {
    const field = fieldOf(after, personId);
    const roles = conflicts.get(personId);
    if (!roles) return [{ field, code: 'person.gone' }];
    return roles.map((role) => ({ field, code: `role.conflict.${role}`, turn: role }));
  });
};

/** The same where there is no form to mend it in. */
export const refuseConflicts = async (tx: Tx, before: Seating, after: Seating): Promise<void> => {
  const reasons = await conflictsIn(tx, before, after);
  if (reasons.length > 0)
    throw refused(
      'role.conflict',
      reasons.map(({ code }) => ({ code })),
    );
};
