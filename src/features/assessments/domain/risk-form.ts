import { GRADES, isGrade, type Grade, type Risk } from './residual-risk.js';

export const MAX_RISKS = 20;
export const MAX_RISK_TEXT = 1000;
const TEXTS = ['who', 'what', 'measure', 'measureOwner'] as const;
const CHOICES = ['chance', 'harm', 'rest'] as const;
type TextField = (typeof TEXTS)[number];
type ChoiceField = (typeof CHOICES)[number];
export type RiskField = TextField | ChoiceField;

/** A row as typed: every field a text, perhaps empty. */
export type TypedRisk = Readonly<Record<RiskField, string>>;
export interface RiskFault {
  readonly field: string;
  readonly code: 'field.empty' | 'field.too-long' | 'field.choice' | 'field.unknown' | 'field.rows' | 'field.characters';
}
export type ReadRisks =
  | { readonly ok: true; readonly risks: readonly Risk[]; readonly typed: readonly TypedRisk[] }
  | { readonly ok: false; readonly faults: readonly RiskFault[]; readonly typed: readonly TypedRisk[] };

export const riskFieldName = (row: number, field: RiskField): string => `risk-${row}-${field}`;
export const EMPTY_RISK: TypedRisk = { who: '', what: '', chance: '', harm: '', measure: '', measureOwner: '', rest: '' };

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '');
const hasStrangeCharacters = (text: string): boolean => /\p{Surrogate}/u.test(text) || /(?![\t\n])\p{Cc}/u.test(text);

const rowCount = (body: Record<string, unknown>): number | null => {
  const raw = body['rows'];
  if (typeof raw !== 'string' || !/^\d{1,2}$/.test(raw)) return null;
  const count = Number(raw);
  return count <= MAX_RISKS ? count : null;
};

const typedRow = (body: Record<string, unknown>, row: number): TypedRisk => {
  const field = (name: RiskField): string => textOf(body[riskFieldName(row, name)]);
  return {
    who: field('who'),
    what: field('what'),
    chance: field('chance'),
    harm: field('harm'),
    measure: field('measure'),
    measureOwner: field('measureOwner'),
    rest: field('rest'),
  };
};
const isEmpty = (typed: TypedRisk): boolean => Object.values(typed).every((value) => value === '');

const textFault = (typed: TypedRisk, row: number, name: TextField): RiskFault[] => {
  const field = riskFieldName(row, name);
  if (typed[name] === '') return [{ field, code: 'field.empty' }];
  if (typed[name].length > MAX_RISK_TEXT) return [{ field, code: 'field.too-long' }];
  return hasStrangeCharacters(typed[name]) ? [{ field, code: 'field.characters' }] : [];
};
const choiceFault = (typed: TypedRisk, row: number, name: ChoiceField): RiskFault[] =>
  isGrade(typed[name]) ? [] : [{ field: riskFieldName(row, name), code: 'field.choice' }];
const faultsOf = (typed: TypedRisk, row: number): RiskFault[] => [
  ...TEXTS.flatMap((name) => textFault(typed, row, name)),
  ...CHOICES.flatMap((name) => choiceFault(typed, row, name)),
];
const riskFrom = (typed: TypedRisk): Risk => ({
  ...typed,
  chance: typed.chance as Grade,
  harm: typed.harm as Grade,
  rest: typed.rest as Grade,
});

const strays = (body: Record<string, unknown>, rows: number): RiskFault[] => {
  const known = new Set(['rows']);
  for (let row = 0; row < rows; row += 1) for (const name of [...TEXTS, ...CHOICES]) known.add(riskFieldName(row, name));
  return Object.keys(body)
    .filter((field) => !known.has(field))
    .map((field) => ({ field: field.slice(0, 60), code: 'field.unknown' }));
};

/** The rows as they came in, without those left wholly empty. */
export const readRisks = (body: Record<string, unknown>): ReadRisks => {
  const count = rowCount(body);
  if (count === null) return { ok: false, faults: [{ field: 'rows', code: 'field.rows' }], typed: [] };
  const typed = Array.from({ length: count }, (_, row) => typedRow(body, row));
  const faults = [...strays(body, count), ...typed.flatMap((row, at) => (isEmpty(row) ? [] : faultsOf(row, at)))];
  if (faults.length > 0) return { ok: false, faults, typed };
  const filled = typed.filter((row) => !isEmpty(row));
  return { ok: true, risks: filled.map(riskFrom), typed: filled };
};
export const GRADE_CHOICES: readonly Grade[] = GRADES;
