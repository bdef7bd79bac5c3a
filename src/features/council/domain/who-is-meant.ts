/** How a person is written in a field of a form: the name, and the staff number that nobody else has. */
export const writtenAs = ({ name, staffNumber }: { readonly name: string; readonly staffNumber: string }): string =>
  `${name} (${staffNumber})`;

const NUMBER_AT_THE_END = /\(([^()]+)\)$/u;

/** What to look for in such a field: the number between brackets, else all of it. */
export const staffNumberIn = (typed: string): string => {
  const text = typed.trim();
  return NUMBER_AT_THE_END.exec(text)?.[1]?.trim() ?? text;
};
