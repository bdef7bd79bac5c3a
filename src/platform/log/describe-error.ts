/** Messages of these are written by the JavaScript engine about code, not about data. */
const ABOUT_CODE = ['TypeError', 'ReferenceError'];

export interface ErrorDescription {
  readonly kind: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly message?: string;
  readonly stack?: readonly string[];
}

const textOf = (error: Error, key: string): string | undefined => {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : undefined;
};

/** What a log may say of an error: its kind, its code, its place. */
export const describeError = (error: unknown): ErrorDescription => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const cause: unknown = Reflect.get(error, 'driverError');
  const source = cause instanceof Error ? cause : error;
  return {
    kind: error.name,
    code: textOf(source, 'code'),
    constraint: textOf(source, 'constraint'),
    table: textOf(source, 'table'),
    message: ABOUT_CODE.includes(error.name) ? error.message : undefined,
    stack: error.stack
      ?.split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 12),
  };
};
