import type { Grade, IndividualView } from '../../../../policy/index.js';
import { type Body, numberIn, strayIn, typedNumber, typedText } from './typed-rows.js';

const GRADE_PARTS = ['stopsHow', 'stopsWithinMinutes', 'cannotStop', 'evidence', 'evidenceFileId', 'testedOn'] as const;
export type TypedGrade = Readonly<Record<(typeof GRADE_PARTS)[number], string>>;
export const typedGrade = (grade: Grade | null): TypedGrade => ({
  stopsHow: grade?.stopsHow ?? '',
  stopsWithinMinutes: grade ? typedNumber(grade.stopsWithinMinutes) : '',
  cannotStop: grade?.cannotStop ?? '',
  evidence: grade?.evidence ?? '',
  evidenceFileId: grade?.evidenceFileId ?? '',
  testedOn: grade?.testedOn ?? '',
});
export const readGrade = (body: Body): { readonly typed: TypedGrade; readonly grade: Grade; readonly stray: readonly string[] } => {
  const typed = Object.fromEntries(GRADE_PARTS.map((part) => [part, typedText(body, part)])) as TypedGrade;
  const grade = { ...typed, stopsWithinMinutes: numberIn(typed.stopsWithinMinutes), evidenceFileId: typed.evidenceFileId || null };
  return { typed, grade, stray: strayIn(body, GRADE_PARTS) };
};

const VIEW_PARTS = ['allowed', 'purpose', 'grounds', 'maxHours'] as const;
export type TypedView = Readonly<Record<(typeof VIEW_PARTS)[number], string>>;
export const typedView = (view: IndividualView | null): TypedView => ({
  allowed: view ? 'yes' : 'no',
  purpose: view?.purpose ?? '',
  grounds: view?.grounds ?? '',
  maxHours: view ? typedNumber(view.maxHours) : '24',
});
/** `undefined`: neither yes nor no was chosen. */
export const readView = (
  body: Body,
): { readonly typed: TypedView; readonly view: IndividualView | null | undefined; readonly stray: readonly string[] } => {
  const typed = Object.fromEntries(VIEW_PARTS.map((part) => [part, typedText(body, part)])) as TypedView;
  const { allowed, purpose, grounds, maxHours } = typed;
  const view = { purpose, grounds: grounds as IndividualView['grounds'], maxHours: numberIn(maxHours) };
  return { typed, view: allowed === 'yes' ? view : allowed === 'no' ? null : undefined, stray: strayIn(body, VIEW_PARTS) };
};
