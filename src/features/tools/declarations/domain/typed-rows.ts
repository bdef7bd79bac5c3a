/** What was typed in a form. */
export type Body = Readonly<Record<string, unknown>>;

const LONGEST = 10_000;
const MOST = 200;
export const typedText = (body: Body, name: string): string => {
  const raw = body[name];
  return typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n').trim().slice(0, LONGEST) : '';
};
export const typedTexts = (body: Body, name: string): readonly string[] =>
  [body[name]]
    .flat()
    .filter((one): one is string => typeof one === 'string' && one !== '')
    .slice(0, MOST);
/** How many rows the form had. */
export const typedCount = (body: Body, name: string, most: number): number =>
  Math.min(Number(/^\d{1,3}$/.exec(typedText(body, name))?.[0] ?? 0), most);

/** A number as people type it, with a comma or a point; not a number where nothing usable stands. */
export const numberIn = (typed: string): number =>
  /^-?\d{1,15}([.,]\d{1,6})?$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
/** As it stands in a form. */
export const typedNumber = (value: number): string => (Number.isFinite(value) ? String(value) : '');

/** A code made from an English title, that none of the others has. */
export const codeFrom = (title: string, taken: readonly string[]): string => {
  const made = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 36);
  const base = made === '' ? 'x' : made;
  for (let count = 1; ; count += 1) {
    const code = count === 1 ? base : `${base}_${count}`;
    if (!taken.includes(code)) return code;
  }
};

const FORM = ['_csrf', '_idempotency', '_next', '_add', '_remove', '_each', '_save'];
/** Fields that do not belong to the form. */
export const strayIn = (body: Body, known: readonly string[]): readonly string[] => {
  const all = new Set([...FORM, ...known]);
  return Object.keys(body).filter((field) => !all.has(field));
};
