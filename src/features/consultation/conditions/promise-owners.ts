import type { Role } from '../../../kernel/actor.js';
import { unusable } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { type Holder, holdersOf } from '../../people/index.js';
import type { TypedCondition } from '../domain/decide.js';
import { conditionField } from './typed-conditions.js';

/** On the employer's side: who can make a promise to the council. */
export const PROMISERS: readonly Role[] = ['director', 'hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'];

/** Each of them once, in the first of these roles. */
export const promisers = async (tx: Tx): Promise<readonly Holder[]> => {
  const holders = [...(await holdersOf(tx, PROMISERS))].sort((a, b) => PROMISERS.indexOf(a.role) - PROMISERS.indexOf(b.role));
  return holders.filter(({ personId }, at) => holders.findIndex((other) => other.personId === personId) === at);
};

/** The conditions with the name of each owner as it is now; somebody who cannot make a promise is refused. */
export const withOwners = async (tx: Tx, conditions: readonly TypedCondition[]): Promise<readonly TypedCondition[]> => {
  if (!conditions.some(({ promiseOwnerId }) => promiseOwnerId)) return conditions;
  const known = await promisers(tx);
  return conditions.map((condition, at) => {
    if (!condition.promiseOwnerId) return condition;
    const owner = known.find(({ personId }) => personId === condition.promiseOwnerId);
    if (!owner) throw unusable(conditionField(at + 1, 'Owner'), 'condition.owner-unknown');
    return { ...condition, promiseOwner: owner.name };
  });
};
