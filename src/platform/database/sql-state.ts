import { QueryFailedError } from 'typeorm';

/** The SQLSTATE of a refusal by PostgreSQL, or undefined for any other error. */
export const sqlState = (error: unknown): string | undefined => {
  if (!(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
};
