/** What was typed, to show it again beside its mistakes. */
export const typedIn = (body: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
export const textIn = (body: Readonly<Record<string, unknown>>, name: string): string => {
  const value = body[name];
  return typeof value === 'string' ? value : '';
};
export const keyIn = (body: Readonly<Record<string, unknown>>): string | undefined => textIn(body, '_idempotency') || undefined;
