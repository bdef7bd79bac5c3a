/** Where class-validator's messages name what it expects. */
const EXPECTED: Readonly<Record<string, RegExp>> = {
  isIn: /following values: (.*)$/,
  matches: /must match (.*) regular expression$/,
  max: /(-?[\d.]+)$/,
  min: /(-?[\d.]+)$/,
  maxLength: /(\d+) characters$/,
  minLength: /(\d+) characters$/,
  arrayMaxSize: /(\d+) elements$/,
  arrayMinSize: /(\d+) elements$/,
};

export const expectedBy = (code: string, message: string): { readonly expected?: string } => {
  const expected = EXPECTED[code]?.exec(message)?.[1];
  return expected === undefined ? {} : { expected };
};

/** What kind of thing a value is and how long, for whoever sent it; never what it says. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string') return `string of ${value.length}`;
  return Array.isArray(value) ? `list of ${value.length}` : typeof value;
};
