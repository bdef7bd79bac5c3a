import {
  readVersion,
  type Version,
  writeDashboards,
  writeGrade,
  writeIndividualView,
  writeMetrics,
} from '../../src/features/tools/index.js';
import type { Tx } from '../../src/platform/database/index.js';
import type { Dashboard, Enforcement, Grade, IndividualView, Metric } from '../../src/policy/index.js';
import { actorIn } from './given-tools.js';

/** Of the category that the given tool declares (given-tools.ts). */
export const LOGINS: Metric = {
  code: 'logins',
  category: 'login_time',
  kind: 'count',
  unit: 'keer',
  level: 'group',
  min: 0,
  max: 50,
  titleNl: 'Aantal keer ingelogd',
  titleEn: 'Number of sign-ins',
};
export const PEOPLE: Metric = {
  ...LOGINS,
  code: 'people_signed_in',
  kind: 'people',
  unit: 'mensen',
  max: 1,
  titleNl: 'Mensen die inlogden',
  titleEn: 'People who signed in',
};

/** The share of people who signed in, a week, one group a unit. */
export const shareOf = (units: readonly string[], more: Partial<Dashboard> = {}): Dashboard => ({
  code: 'signed_in_share',
  metric: PEOPLE.code,
  shown: 'share',
  period: 'week',
  smallestGroup: 10,
  viewers: ['manager'],
  titleNl: 'Wie was er ingelogd?',
  titleEn: 'Who was signed in?',
  questionNl: 'Zijn er genoeg mensen om klanten te helpen?',
  questionEn: 'Are there enough people to help customers?',
  groups: units.map((unit, at) => ({ code: `group_${at + 1}`, titleNl: `Groep ${at + 1}`, titleEn: `Group ${at + 1}`, units: [unit] })),
  ...more,
});
export const totalOf = (units: readonly string[], more: Partial<Dashboard> = {}): Dashboard =>
  shareOf(units, {
    code: 'logins_total',
    metric: LOGINS.code,
    shown: 'total',
    titleNl: 'Hoe vaak ingelogd?',
    titleEn: 'How often?',
    ...more,
  });

export const GRADE: Grade = {
  stopsHow: 'Zonder startbewijs stopt het meetprogramma vanzelf.',
  stopsWithinMinutes: 15,
  cannotStop: 'Een laptop zonder netwerk meet door tot het startbewijs afloopt.',
  evidence: 'Op 2 laptops geprobeerd: na intrekken kwam er niets meer binnen.',
  evidenceFileId: null,
  testedOn: '2026-01-05',
};

export interface GivenDeclarations {
  readonly metrics?: readonly Metric[];
  readonly dashboards?: readonly Dashboard[];
  readonly grade?: { readonly enforcement: Enforcement } & Grade;
  readonly individualView?: IndividualView | null;
}

/** Declares on a version that is not fixed yet, each part by its own role; without parts: both metrics and a dashboard of each, a group a unit. */
export const givenDeclarations = async (tx: Tx, now: Date, version: Version, given?: GivenDeclarations): Promise<Version> => {
  const { units } = version.scope;
  const parts = given ?? { metrics: [LOGINS, PEOPLE], dashboards: [shareOf(units), totalOf(units)] };
  if (parts.metrics) await writeMetrics(tx, actorIn('it_admin'), now, version.id, parts.metrics);
  if (parts.dashboards) await writeDashboards(tx, actorIn('hr_registrar'), now, version.id, parts.dashboards);
  if (parts.grade) await writeGrade(tx, actorIn('it_admin'), now, version.id, parts.grade);
  if (parts.individualView !== undefined) await writeIndividualView(tx, actorIn('hr_registrar'), now, version.id, parts.individualView);
  return readVersion(tx, version.id);
};
