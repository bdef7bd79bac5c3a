import { canonicalJson, type Json } from '../kernel/canonical.js';
import type { Change, ChangeKind } from './changes.js';
import { type Declarations, type Enforcement, GRADES, inOrder } from './declarations.js';

/** What a version declares, and how it is held. */
export interface Declared extends Declarations {
  readonly enforcement: Enforcement;
}
type Members = { readonly [name: string]: Json };
type Judge = (before: Json, after: Json) => ChangeKind;

const ranked =
  (stricterWhen: (before: number, after: number) => boolean): Judge =>
  (before, after) =>
    typeof before === 'number' && typeof after === 'number' && stricterWhen(before, after) ? 'stricter' : 'wider';
const lower = ranked((before, after) => after < before);
const higher = ranked((before, after) => after > before);
const later: Judge = (before, after) => (typeof before === 'string' && typeof after === 'string' && after > before ? 'stricter' : 'wider');
const toGroup: Judge = (_, after) => (after === 'group' ? 'stricter' : 'wider');
const words = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const fewer: Judge = (before, after) => (words(after).every((one) => words(before).includes(one)) ? 'stricter' : 'wider');

/** What a change of one part is; a part that is not here is wider at any change, for nobody approved the other one. */
const JUDGES: Readonly<Record<string, Judge>> = {
  'declared.metrics[].min': higher,
  'declared.metrics[].max': lower,
  'declared.metrics[].level': toGroup,
  'declared.dashboards[].smallestGroup': higher,
  'declared.dashboards[].viewers': fewer,
  'declared.grade.stopsWithinMinutes': lower,
  'declared.grade.testedOn': later,
  'declared.individualView.maxHours': lower,
  enforcement: (before, after) => {
    const [was, is] = [before, after].map((grade) => GRADES.findIndex((one) => one === grade));
    return is! < was! ? 'stricter' : 'wider';
  },
};

/** What was declared is JSON by its types; here it is read part by part. */
const membersOf = (declared: object): Members => ({ ...declared }) as Members;

const differ = (a: Json, b: Json): boolean => canonicalJson(a) !== canonicalJson(b);
const changed = (path: string, before: Json, after: Json, item?: string): readonly Change[] =>
  differ(before, after) ? [{ path, ...(item ? { item } : {}), before, after, kind: JUDGES[path]?.(before, after) ?? 'wider' }] : [];

const members = (path: string, before: Members, after: Members, skip: readonly string[], item?: string): readonly Change[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !skip.includes(name))
    .sort()
    .flatMap((name) => changed(`${path}.${name}`, before[name] ?? null, after[name] ?? null, item));

/** Something that there is once, or not at all. `added` is what it means that it came. */
const single = (path: string, before: object | null, after: object | null, added: ChangeKind): readonly Change[] => {
  if (before && after) return members(path, membersOf(before), membersOf(after), []);
  if (!before && !after) return [];
  const removed: ChangeKind = added === 'wider' ? 'stricter' : 'wider';
  return [{ path, before: before && membersOf(before), after: after && membersOf(after), kind: after ? added : removed }];
};

type Coded = { readonly code: string };
interface List<T> {
  readonly path: string;
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly item: (code: string) => string;
  /** Parts that are lists of their own. */
  readonly within?: (before: T, after: T) => readonly Change[];
  readonly skip?: readonly string[];
}
/** Whatever is new is wider, whatever went is stricter. */
const listed = <T extends Coded>({ path, before, after, item, within, skip = [] }: List<T>): readonly Change[] =>
  [...new Set([...before, ...after].map(({ code }) => code))].sort().flatMap((code): readonly Change[] => {
    const [was, is] = [before.find((one) => one.code === code), after.find((one) => one.code === code)];
    if (was && is)
      return [...members(`${path}[]`, membersOf(was), membersOf(is), ['code', ...skip], item(code)), ...(within?.(was, is) ?? [])];
    const kind: ChangeKind = is ? 'wider' : 'stricter';
    return [{ path, item: item(code), before: was ? membersOf(was) : null, after: is ? membersOf(is) : null, kind }];
  });

/** What differs in what two versions declare: wider is a lower grade, anything new to measure or to show, and whatever nobody can call stricter. */
export const classifyDeclared = (before: Declared, after: Declared): readonly Change[] => {
  const [old, fresh] = [inOrder(before), inOrder(after)];
  return [
    ...changed('enforcement', before.enforcement, after.enforcement),
    ...single('declared.grade', old.grade, fresh.grade, 'stricter'),
    ...listed({ path: 'declared.metrics', before: old.metrics, after: fresh.metrics, item: (code) => code }),
    ...listed({
      path: 'declared.dashboards',
      before: old.dashboards,
      after: fresh.dashboards,
      item: (code) => code,
      skip: ['groups'],
      within: (was, is) =>
        listed({ path: 'declared.dashboards[].groups', before: was.groups, after: is.groups, item: (code) => `${is.code} / ${code}` }),
    }),
    ...single('declared.individualView', old.individualView, fresh.individualView, 'wider'),
  ];
};
