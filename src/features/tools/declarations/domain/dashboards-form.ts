import type { Dashboard, DashboardGroup, Viewer } from '../../../../policy/index.js';
import { type Body, codeFrom, numberIn, strayIn, typedCount, typedNumber, typedText, typedTexts } from './typed-rows.js';

const GROUP_PARTS = ['code', 'titleNl', 'titleEn'] as const;
const PARTS = ['code', 'metric', 'shown', 'period', 'smallestGroup', 'titleNl', 'titleEn', 'questionNl', 'questionEn'] as const;
export type TypedGroup = Readonly<Record<(typeof GROUP_PARTS)[number], string>> & { readonly units: readonly string[] };
/** A dashboard as it stands in the form: texts, perhaps not usable yet. */
export type TypedDashboard = Readonly<Record<(typeof PARTS)[number], string>> & {
  readonly viewers: readonly string[];
  readonly groups: readonly TypedGroup[];
};
const MAX_ROWS = 13;
const MAX_GROUPS = 61;

interface Unit {
  readonly id: string;
  readonly name: string;
}
const groupPerUnit = (units: readonly Unit[]): readonly TypedGroup[] =>
  units.slice(0, MAX_GROUPS).map(({ id, name }) => ({ code: '', titleNl: name, titleEn: name, units: [id] }));
const EMPTY_GROUP: TypedGroup = { code: '', titleNl: '', titleEn: '', units: [] };
const emptyDashboard = (smallestGroup: number): TypedDashboard => ({
  code: '',
  metric: '',
  shown: '',
  period: 'week',
  smallestGroup: String(smallestGroup),
  titleNl: '',
  titleEn: '',
  questionNl: '',
  questionEn: '',
  viewers: ['manager'],
  groups: [EMPTY_GROUP],
});
export const dashboardRows = (dashboards: readonly Dashboard[]): readonly TypedDashboard[] =>
  dashboards.map((one) => ({ ...one, smallestGroup: typedNumber(one.smallestGroup) }));

/** What has no code yet gets one from its English title. */
const coded = <T extends { readonly code: string; readonly titleEn: string }>(rows: readonly T[]): readonly T[] => {
  const taken = rows.map(({ code }) => code).filter((code) => code !== '');
  return rows.map((row) => {
    if (row.code !== '') return row;
    const code = codeFrom(row.titleEn, taken);
    taken.push(code);
    return { ...row, code };
  });
};
/** Choices are checked where they are written: here they stand as they were typed. */
const dashboardOf = (row: TypedDashboard): Dashboard => ({
  ...row,
  shown: row.shown as Dashboard['shown'],
  period: row.period as Dashboard['period'],
  viewers: row.viewers as readonly Viewer[],
  smallestGroup: numberIn(row.smallestGroup),
  groups: coded(row.groups) as readonly DashboardGroup[],
});

const groupName = (at: number, group: number): string => `dashboards|${at}|groups|${group}`;
const groupIn = (body: Body, name: string): TypedGroup => ({
  code: typedText(body, `${name}|code`),
  titleNl: typedText(body, `${name}|titleNl`),
  titleEn: typedText(body, `${name}|titleEn`),
  units: typedTexts(body, `${name}|units`),
});
const rowIn = (body: Body, at: number): TypedDashboard => {
  const texts = Object.fromEntries(PARTS.map((part) => [part, typedText(body, `dashboards|${at}|${part}`)]));
  const groups = Array.from({ length: typedCount(body, `dashboards|${at}|groups`, MAX_GROUPS) }, (_, group) =>
    groupIn(body, groupName(at, group)),
  );
  return { ...(texts as Record<(typeof PARTS)[number], string>), viewers: typedTexts(body, `dashboards|${at}|viewers`), groups };
};
const knownIn = (rows: readonly TypedDashboard[]): readonly string[] => [
  'rows',
  ...rows.flatMap(({ groups }, at) => [
    ...[...PARTS, 'viewers', 'groups'].map((part) => `dashboards|${at}|${part}`),
    ...groups.flatMap((_, group) => [...GROUP_PARTS, 'units'].map((part) => `${groupName(at, group)}|${part}`)),
  ]),
];

/** The rows after "add", "remove" or "a group for each department" was pressed: `3` is a dashboard, `3.1` a group of it. */
const edited = (rows: readonly TypedDashboard[], body: Body, { units, smallestGroup }: Given): readonly TypedDashboard[] => {
  const change = (at: string, groups: (row: TypedDashboard) => readonly TypedGroup[]) =>
    rows.map((row, n) => (String(n) === at ? { ...row, groups: groups(row) } : row));
  const [add, remove, each] = ['_add', '_remove', '_each'].map((button) => typedText(body, button)) as [string, string, string];
  if (add === 'dashboard') return rows.length < MAX_ROWS ? [...rows, emptyDashboard(smallestGroup)] : rows;
  if (add !== '') return change(add, ({ groups }) => (groups.length < MAX_GROUPS ? [...groups, EMPTY_GROUP] : groups));
  if (each !== '') return change(each, () => groupPerUnit(units));
  const [at = '', group] = remove.split('.');
  if (group === undefined) return rows.filter((_, n) => String(n) !== at);
  return change(at, ({ groups }) => groups.filter((_, n) => String(n) !== group));
};

interface Given {
  readonly units: readonly Unit[];
  readonly smallestGroup: number;
}
export interface ReadDashboards {
  readonly rows: readonly TypedDashboard[];
  readonly dashboards: readonly Dashboard[];
  readonly isEdit: boolean;
  readonly stray: readonly string[];
}
/** Rows `dashboards|n|part`, their groups `dashboards|n|groups|m|part`. */
export const readDashboards = (body: Body, given: Given): ReadDashboards => {
  const all = Array.from({ length: typedCount(body, 'rows', MAX_ROWS) }, (_, at) => rowIn(body, at));
  const isEdit = ['_add', '_remove', '_each'].some((button) => typeof body[button] === 'string');
  return {
    rows: isEdit ? edited(all, body, given) : all,
    dashboards: coded(all).map(dashboardOf),
    isEdit,
    stray: strayIn(body, knownIn(all)),
  };
};
