import { Problem, type Reason } from '../../../kernel/problem.js';

/** Services name a field as their form does. A program is told where in its body that is: `whereOf` answers it for a field and the code of what is wrong with it. */
export const saidInBody = async <T>(work: Promise<T>, whereOf: (field: string, code: string) => string): Promise<T> => {
  const inBody = (reason: Reason): Reason =>
    reason.field === undefined ? reason : { ...reason, field: whereOf(reason.field, reason.code) };
  return work.catch((error: unknown) => {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.status, error.code, error.reasons.map(inBody), error.members);
  });
};
