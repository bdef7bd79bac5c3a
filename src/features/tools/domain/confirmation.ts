import type { Actor, Role } from '../../../kernel/actor.js';
import { attributeOf, type Owner } from '../../../policy/index.js';
import type { StoredAnswer } from '../version.js';

/** The roles that may confirm what another role answered. */
const CONFIRMERS: Readonly<Partial<Record<Owner, readonly Role[]>>> = {
  tool_owner: ['tool_owner', 'it_admin'],
  council: ['or_chair', 'or_secretary'],
};

export const confirmersOf = (path: string): readonly Role[] => {
  const owner = attributeOf(path)?.confirmedBy;
  if (!owner) return [];
  return CONFIRMERS[owner] ?? [owner as Role];
};

/** Answered, but it counts only once another role has confirmed it. */
export const needsConfirmation = ({ attribute, confirmedBy }: Pick<StoredAnswer, 'attribute' | 'confirmedBy'>): boolean =>
  confirmedBy === null && confirmersOf(attribute).length > 0;

/** What this actor can confirm: open, of its role, and not typed by the same person. */
export const confirmableBy = (actor: Actor, answers: readonly StoredAnswer[]): readonly StoredAnswer[] =>
  answers.filter(
    (answer) =>
      needsConfirmation(answer) && confirmersOf(answer.attribute).includes(actor.role as Role) && answer.answeredBy !== actor.personId,
  );
