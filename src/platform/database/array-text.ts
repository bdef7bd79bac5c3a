/** What means the same in an array with quotes and without them, whatever the type of its elements is. */
const PLAIN = /^(?!null$)[\w.:+-]+$/i;

/**
 * An array as PostgreSQL reads it (PostgreSQL manual, 8.15.2), where none of its elements needs quotes: names, numbers and times are most of what is sent,
 * hundreds at a time. Null for any other array, which the library writes element by element.
 */
export const arrayText = (values: readonly unknown[]): string | null => {
  const parts: string[] = [];
  for (const value of values) {
    if (value === null) parts.push('NULL');
    else if (typeof value === 'string' && PLAIN.test(value)) parts.push(value);
    else return null;
  }
  return `{${parts.join(',')}}`;
};
