import { canonicalJson, type Json } from '../kernel/canonical.js';

/** A tree of attribute names; a leaf holds nothing further. */
export interface Shape {
  readonly [name: string]: Shape;
}
/** The tree of dotted paths; the items of `list[]` are described by the member `list`. */
export const shapeOf = (paths: readonly string[]): Shape => {
  const root: Record<string, Shape> = {};
  for (const path of paths) {
    let at: Record<string, Shape> = root;
    for (const step of path.replaceAll('[]', '').split('.')) at = (at[step] ??= {}) as Record<string, Shape>;
  }
  return root;
};

const isObject = (value: unknown): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const byText = (a: Json, b: Json): number => {
  const one = canonicalJson(a);
  const other = canonicalJson(b);
  return one < other ? -1 : one > other ? 1 : 0;
};

/** The parts of a value that the shape names. Unanswered is null, an object without any answer too; lists are sorted, for their order means nothing. */
export const project = (value: Json | undefined, shape: Shape): Json => {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => project(item, shape)).sort(byText);
  const names = Object.keys(shape);
  if (names.length === 0 || !isObject(value)) return value;
  const members = names.map((name): [string, Json] => [name, project(value[name], shape[name] ?? {})]);
  return members.every(([, member]) => member === null) ? null : Object.fromEntries(members);
};
