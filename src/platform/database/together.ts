import { sqlState } from './sql-state.js';

/** What PostgreSQL says to whatever comes after the statement that failed. */
const CAME_AFTER = '25P02';

/** What failed by itself; else what failed first. */
const causeOf = (errors: readonly unknown[]): unknown => errors.find((error) => sqlState(error) !== CAME_AFTER) ?? errors[0];

/**
 * What is asked of one transaction without waiting for each other's answers: it is sent at once, and PostgreSQL answers in turn. All of it has come back
 * when this ends, also when something failed, so that nothing is asked any more after a rollback.
 */
export const together = async <T extends Readonly<Record<string, Promise<unknown>>>>(
  asked: T,
): Promise<{ readonly [K in keyof T]: Awaited<T[K]> }> => {
  const settled = await Promise.allSettled(Object.values(asked));
  const errors = settled.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
  if (errors.length > 0) throw causeOf(errors);
  const found = Object.keys(asked).map((name, at) => [name, (settled[at] as PromiseFulfilledResult<unknown>).value]);
  return Object.fromEntries(found) as { readonly [K in keyof T]: Awaited<T[K]> };
};
