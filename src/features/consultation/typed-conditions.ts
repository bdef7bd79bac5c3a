import type { Reason } from '../../kernel/problem.js';
import { typedLimit } from '../../policy/index.js';
import { CONDITION_PLACES, type VotedDecisionDto } from './consultation.dto.js';
import type { TypedCondition } from './domain/decide.js';

const PROMISE = 'promise';
/** "30" or "30, training": the days, and the purpose they are for. */
const parts = (typed: string): readonly [string, string] => {
  const [value = '', ...rest] = typed.split(',');
  return [value, rest.join(',').trim()];
};

const conditionAt = (dto: VotedDecisionDto, at: (typeof CONDITION_PLACES)[number]): TypedCondition | Reason | null => {
  const [text, kind, value] = [
    dto[`condition${at}Text`]?.trim() ?? '',
    dto[`condition${at}Kind`] ?? PROMISE,
    dto[`condition${at}Value`] ?? '',
  ];
  const [owner, dueOn] = [dto[`condition${at}Owner`]?.trim() ?? '', dto[`condition${at}Due`]];
  if (text === '') return value || owner || dueOn ? { code: 'condition.text-missing', field: `condition${at}Text` } : null;
  if (kind === PROMISE) {
    if (owner === '') return { code: 'condition.owner-missing', field: `condition${at}Owner` };
    return dueOn ? { text, limit: null, promiseOwner: owner, dueOn } : { code: 'condition.due-missing', field: `condition${at}Due` };
  }
  const [first, purpose] = kind === 'retention_max_days' ? parts(value) : [value, ''];
  const limit = typedLimit(kind, { value: first, purpose, roles: value.split(/[,;\s]+/).filter((role) => role !== '') });
  return limit ? { text, limit, promiseOwner: null, dueOn: null } : { code: 'condition.limit-unreadable', field: `condition${at}Value` };
};
const isWrong = (one: TypedCondition | Reason): one is Reason => 'code' in one;

/** The conditions as typed, one by one; each is a limit that a machine can keep, or a promise with an owner and a day. */
export const conditionsTyped = (
  dto: VotedDecisionDto,
): { readonly conditions: readonly TypedCondition[]; readonly wrong: readonly Reason[] } => {
  const read = CONDITION_PLACES.map((at) => conditionAt(dto, at)).filter((one) => one !== null);
  return { conditions: read.filter((one): one is TypedCondition => !isWrong(one)), wrong: read.filter(isWrong) };
};
