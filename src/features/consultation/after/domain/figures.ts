import type { Reason } from '../../../../kernel/problem.js';

/** What one purpose promised to change, and what was measured before and after. */
export interface Figure {
  readonly purpose: string;
  readonly goal: string;
  readonly unit: string;
  readonly before: string;
  readonly after: string;
  readonly reached: 'yes' | 'partly' | 'no';
  readonly explanation: string;
}
export const REACHED = ['yes', 'partly', 'no'] as const;
const FIGURE_FIELDS = ['unit', 'before', 'after', 'reached', 'explanation'] as const;
export type FigureField = (typeof FIGURE_FIELDS)[number];

/** The name of a field in the form: one group for each purpose. */
export const figureField = (purpose: string, field: FigureField): string => `${field}-${purpose}`;

const NUMBER = /^-?\d{1,9}([.,]\d{1,4})?$/;
const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;
const LONGEST = { unit: 60, explanation: 2000 } as const;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export interface Goal {
  readonly purpose: string;
  readonly goal: string;
}

/** The figures as typed, one for each purpose of the tool, and what is wrong with them. */
export const readFigures = (
  typed: Readonly<Record<string, unknown>>,
  goals: readonly Goal[],
): { readonly figures: readonly Figure[]; readonly wrong: readonly Reason[]; readonly rest: Readonly<Record<string, unknown>> } => {
  const wrong: Reason[] = [];
  const known = new Set<string>();
  const figures = goals.map(({ purpose, goal }): Figure => {
    const value = (field: FigureField): string => {
      known.add(figureField(purpose, field));
      return textOf(typed[figureField(purpose, field)]);
    };
    const check = (bad: boolean, field: FigureField, code: string): void => {
      if (bad) wrong.push({ field: figureField(purpose, field), code });
    };
    const [unit, before, after, reached, explanation] = FIGURE_FIELDS.map(value) as [string, string, string, string, string];
    const found = REACHED.find((each) => each === reached);
    for (const [field, said] of [
      ['unit', unit],
      ['explanation', explanation],
    ] as const)
      check(
        said === '' || said.length > LONGEST[field] || !PRINTABLE.test(said),
        field,
        said.length > LONGEST[field] ? 'field.too-long' : 'field.text',
      );
    check(!NUMBER.test(before), 'before', 'figure.unreadable');
    check(!NUMBER.test(after), 'after', 'figure.unreadable');
    check(!found, 'reached', 'field.choice');
    return { purpose, goal, unit, before: before.replace(',', '.'), after: after.replace(',', '.'), reached: found ?? 'no', explanation };
  });
  const rest = Object.fromEntries(Object.entries(typed).filter(([name]) => !known.has(name)));
  return { figures, wrong, rest };
};
