export type Body = Record<string, unknown>;

/** What was typed in a field, as text. */
export const typedIn = (typed: Body | undefined, field: string): string | undefined => {
  const value = typed?.[field];
  return typeof value === 'string' ? value : undefined;
};
export const typedListIn = (typed: Body | undefined, field: string): readonly string[] | undefined => {
  const value = typed?.[field];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined;
};
