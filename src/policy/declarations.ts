/** How a tool is held, strongest first. A lower one is a wider change. */
export const GRADES = ['native', 'supervised', 'managed', 'vendor_api', 'attested'] as const;
export type Enforcement = (typeof GRADES)[number];

/** Whether the tool runs on leases: the agent asks for one itself, or our guard holds it. The others run on orders that somebody carries out. */
export const runsOnLeases = (grade: string | null | undefined): boolean => grade === 'native' || grade === 'supervised';

/** Whether device management or the vendor decides on which devices it runs: by a list of ours, where IT listed devices. */
export const runsOnList = (grade: string | null | undefined): boolean => grade === 'managed' || grade === 'vendor_api';

/** How one person is taken out: the lease ends, the next list leaves the device out, or somebody carries out an order of ours. */
export type WayOut = 'lease' | 'managed' | 'vendor_api' | 'order';
/** `byList`: IT listed the devices on which the tool may run. */
export const wayOut = (grade: Enforcement, byList: boolean): WayOut => {
  if (runsOnLeases(grade)) return 'lease';
  return byList && (grade === 'managed' || grade === 'vendor_api') ? grade : 'order';
};

export const METRIC_KINDS = ['count', 'sum', 'people'] as const;
export const METRIC_LEVELS = ['group', 'person'] as const;
/** A measured thing, of a data category that the version declares. */
export interface Metric {
  readonly code: string;
  readonly category: string;
  /** `people`: how many different people, counted with a key per group and period that is destroyed at its end. */
  readonly kind: (typeof METRIC_KINDS)[number];
  readonly unit: string;
  /** `group`: added up on arrival; the person never reaches the disk. */
  readonly level: (typeof METRIC_LEVELS)[number];
  /** The range of one value. */
  readonly min: number;
  readonly max: number;
  readonly titleNl: string;
  readonly titleEn: string;
}

/** A fixed group of a dashboard: one unit, or units that were merged and approved so. Units of one dashboard stand in one group only. */
export interface DashboardGroup {
  readonly code: string;
  readonly titleNl: string;
  readonly titleEn: string;
  readonly units: readonly string[];
}

/** The roles that a dashboard may be shown to. */
export const VIEWERS = ['manager', 'hr_registrar', 'director', 'tool_owner', 'privacy_officer'] as const;
/** A week or month can be seen so many days after it ended; what was measured in it arrives before that, or not at all. */
export const FIGURES_SHOWN_AFTER_DAYS = 1;
export type Viewer = (typeof VIEWERS)[number];
export const DASHBOARD_SHOWS = ['share', 'total'] as const;
export const DASHBOARD_PERIODS = ['week', 'month'] as const;
/** What managers see of a metric, as the council approved it. */
export interface Dashboard {
  readonly code: string;
  /** The code of a metric of the same version. */
  readonly metric: string;
  /** `share`: of the group's people, only of a metric that counts people. */
  readonly shown: (typeof DASHBOARD_SHOWS)[number];
  readonly period: (typeof DASHBOARD_PERIODS)[number];
  readonly smallestGroup: number;
  readonly viewers: readonly Viewer[];
  readonly titleNl: string;
  readonly titleEn: string;
  readonly questionNl: string;
  readonly questionEn: string;
  readonly groups: readonly DashboardGroup[];
}

/** What stops the tool, how fast, what nobody here can stop, and how that was found out. */
export interface Grade {
  readonly stopsHow: string;
  readonly stopsWithinMinutes: number;
  readonly cannotStop: string;
  readonly evidence: string;
  readonly evidenceFileId: string | null;
  /** A calendar day. */
  readonly testedOn: string;
}

export const INDIVIDUAL_GROUNDS = ['security', 'single_investigation'] as const;
/** Looking at one person: only by this purpose, on these grounds, for so many hours. */
export interface IndividualView {
  /** The code of a purpose of the same version. */
  readonly purpose: string;
  readonly grounds: (typeof INDIVIDUAL_GROUNDS)[number];
  readonly maxHours: number;
}

/** What a version declares beside its facts. Lists stand in the order of their codes. */
export interface Declarations {
  readonly metrics: readonly Metric[];
  readonly dashboards: readonly Dashboard[];
  /** Null: nobody described yet how the tool is stopped. */
  readonly grade: Grade | null;
  /** Null: nobody may look at one person. */
  readonly individualView: IndividualView | null;
}

export const NOTHING_DECLARED: Declarations = { metrics: [], dashboards: [], grade: null, individualView: null };

const byCode = <T extends { readonly code: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** The same declarations in one order, whoever wrote them down. */
export const inOrder = ({ metrics, dashboards, grade, individualView }: Declarations): Declarations => ({
  metrics: byCode(metrics),
  dashboards: byCode(dashboards).map((one) => ({
    ...one,
    viewers: [...one.viewers].sort(),
    groups: byCode(one.groups).map((group) => ({ ...group, units: [...group.units].sort() })),
  })),
  grade,
  individualView,
});
