import { isLimitKind, type LimitKind, type MachineLimit, typedLimit } from '../../../policy/index.js';

export const MAX_CONDITIONS = 12;
export const MAX_CONDITION = 2000;
export const MAX_REASONS = 10_000;
export const ADVICES = ['positive', 'conditional', 'negative'] as const;
export type AdviceChoice = (typeof ADVICES)[number];

/** A condition as typed: words, and perhaps a limit that a machine can hold. */
export interface TypedCondition {
  readonly text: string;
  readonly limit: string;
  readonly value: string;
  readonly purpose: string;
  readonly days: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly days2: readonly string[];
  readonly from2: string;
  readonly to2: string;
  readonly days3: readonly string[];
  readonly from3: string;
  readonly to3: string;
  readonly roles: readonly string[];
}
export const EMPTY_CONDITION: TypedCondition = {
  text: '',
  limit: '',
  value: '',
  purpose: '',
  days: [],
  from: '',
  to: '',
  days2: [],
  from2: '',
  to2: '',
  days3: [],
  from3: '',
  to3: '',
  roles: [],
};
export interface TypedAdvice {
  readonly advice: string;
  readonly reasons: string;
  readonly conditions: readonly TypedCondition[];
}
export interface AdviceInput {
  readonly advice: AdviceChoice;
  readonly reasons: string;
  readonly conditions: readonly { readonly text: string; readonly limit: MachineLimit | null }[];
}
export interface AdviceFault {
  readonly field: string;
  readonly code:
    | 'advice.choose'
    | 'reasons.empty'
    | 'field.too-long'
    | 'field.characters'
    | 'conditions.missing'
    | 'conditions.superfluous'
    | 'condition.empty'
    | 'limit.unusable'
    | 'field.unknown'
    | 'field.rows';
}
export type ReadAdvice =
  | { readonly ok: true; readonly input: AdviceInput; readonly typed: TypedAdvice }
  | { readonly ok: false; readonly faults: readonly AdviceFault[]; readonly typed: TypedAdvice };

export const conditionField = (row: number, field: keyof TypedCondition): string => `condition-${row}-${field}`;
const LISTS = ['days', 'days2', 'days3', 'roles'] as const satisfies readonly (keyof TypedCondition)[];
const LINES = [
  'text',
  'limit',
  'value',
  'purpose',
  'from',
  'to',
  'from2',
  'to2',
  'from3',
  'to3',
] as const satisfies readonly (keyof TypedCondition)[];
const FIELDS: readonly (keyof TypedCondition)[] = [...LINES, ...LISTS];

const MOST_CHOICES = 20;
const textsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value])
    .slice(0, MOST_CHOICES)
    .map(textOf)
    .filter((one) => one !== '');
const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '');
const isUsable = (text: string): boolean => !/\p{Surrogate}/u.test(text) && !/(?![\t\n])\p{Cc}/u.test(text);
const isChoice = (value: string): value is AdviceChoice => ADVICES.some((one) => one === value);

const rowsOf = (body: Record<string, unknown>): number | null => {
  const raw = body['rows'] ?? '0';
  if (typeof raw !== 'string' || !/^\d{1,2}$/.test(raw)) return null;
  return Number(raw) <= MAX_CONDITIONS ? Number(raw) : null;
};
export const typedAdvice = (body: Record<string, unknown>): TypedAdvice => ({
  advice: textOf(body['advice']),
  reasons: textOf(body['reasons']),
  conditions: Array.from({ length: rowsOf(body) ?? 0 }, (_, row) => ({
    ...EMPTY_CONDITION,
    ...Object.fromEntries(LINES.map((field) => [field, textOf(body[conditionField(row, field)])])),
    ...Object.fromEntries(LISTS.map((field) => [field, textsOf(body[conditionField(row, field)])])),
  })),
});

const lengthFault = (field: string, text: string, most: number): AdviceFault[] => {
  if (text.length > most) return [{ field, code: 'field.too-long' }];
  return isUsable(text) ? [] : [{ field, code: 'field.characters' }];
};
const isBlank = (typed: TypedCondition): boolean => FIELDS.every((field) => typed[field].length === 0);

/** Where the fields of a limit begin. */
const ERROR_FIELDS: Readonly<Partial<Record<LimitKind, 'days' | 'roles'>>> = { hours: 'days', viewers_only: 'roles' };
const errorFieldOf = (limit: string): keyof TypedCondition =>
  isLimitKind(limit) ? (ERROR_FIELDS[limit] ?? 'value') : limit === '' ? 'value' : 'limit';

/** A kind of limit that was sent twice, or as no text, is none that was chosen. */
const kindFaults = (body: Record<string, unknown>, rows: number): AdviceFault[] =>
  Array.from({ length: rows }, (_, row) => conditionField(row, 'limit'))
    .filter((field) => field in body && typeof body[field] !== 'string')
    .map((field) => ({ field, code: 'limit.unusable' }));

const conditionFaults = (typed: TypedCondition, row: number): AdviceFault[] => {
  if (isBlank(typed)) return [];
  const faults = lengthFault(conditionField(row, 'text'), typed.text, MAX_CONDITION);
  if (typed.text === '') faults.push({ field: conditionField(row, 'text'), code: 'condition.empty' });
  const isWrong = typed.limit === '' ? typed.value !== '' : typedLimit(typed.limit, typed) === null;
  return isWrong ? [...faults, { field: conditionField(row, errorFieldOf(typed.limit)), code: 'limit.unusable' }] : faults;
};

const choiceFaults = ({ advice, conditions }: TypedAdvice): AdviceFault[] => {
  if (!isChoice(advice)) return [{ field: 'advice', code: 'advice.choose' }];
  const count = conditions.filter((one) => !isBlank(one)).length;
  if (advice === 'conditional' && count === 0) return [{ field: 'advice', code: 'conditions.missing' }];
  return advice !== 'conditional' && count > 0 ? [{ field: 'advice', code: 'conditions.superfluous' }] : [];
};

const strays = (body: Record<string, unknown>, rows: number): AdviceFault[] => {
  const known = new Set(['rows', 'advice', 'reasons']);
  for (let row = 0; row < rows; row += 1) for (const field of FIELDS) known.add(conditionField(row, field));
  return Object.keys(body)
    .filter((field) => !known.has(field))
    .map((field) => ({ field: field.slice(0, 60), code: 'field.unknown' }));
};

const inputFrom = (typed: TypedAdvice, advice: AdviceChoice): AdviceInput => ({
  advice,
  reasons: typed.reasons,
  conditions: typed.conditions
    .filter((one) => !isBlank(one))
    .map((typed) => ({ text: typed.text, limit: typed.limit === '' ? null : typedLimit(typed.limit, typed) })),
});

/** The advice as the DPO typed it. A conditional one has conditions; the others have none. */
export const readAdvice = (body: Record<string, unknown>): ReadAdvice => {
  const typed = typedAdvice(body);
  const rows = rowsOf(body);
  const faults: AdviceFault[] = [
    ...(rows === null ? [{ field: 'rows', code: 'field.rows' } as const] : strays(body, rows)),
    ...kindFaults(body, rows ?? 0),
    ...choiceFaults(typed),
    ...(typed.reasons === '' ? [{ field: 'reasons', code: 'reasons.empty' } as const] : lengthFault('reasons', typed.reasons, MAX_REASONS)),
    ...typed.conditions.flatMap(conditionFaults),
  ];
  if (faults.length > 0 || !isChoice(typed.advice)) return { ok: false, faults, typed };
  return { ok: true, input: inputFrom(typed, typed.advice), typed };
};
