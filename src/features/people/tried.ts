import { Problem } from '../../kernel/problem.js';
import type { FieldError } from '../../platform/http/index.js';

export type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly mistakes: readonly FieldError[] };

/** Does `work`; what the person can mend in the form comes back as mistakes, everything else is thrown on. */
export const tried = async <T>(work: () => Promise<T>): Promise<Tried<T>> => {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || error.reasons.some(({ field }) => field === undefined)) throw error;
    return { ok: false, mistakes: error.reasons.map(({ field, code }) => ({ field: field ?? '', code })) };
  }
};
