import type { Language } from '../../../kernel/actor.js';
import { formatDay, formatNumber, roleName, text } from '../../../platform/i18n/index.js';
import {
  type Dashboard,
  type Declarations,
  type Enforcement,
  type IndividualView,
  type Metric,
  runsOnLeases,
  runsOnList,
  type WayOut,
} from '../../../policy/index.js';
import { valueLabel } from '../questionnaire/shown-value.js';
import { declaredCatalogue } from './words.catalogue.js';
import { unitText } from './unit-words.js';

const words = (language: Language) => text(declaredCatalogue, language);
const said = <T>(language: Language, nl: T, en: T): T => (language === 'nl' ? nl : en);
const HOUR = 60;
const DAY = 24 * HOUR;
const DEFAULT_LEASE_MINUTES = 15;

/** "15 minutes", "2 hours", "1 day": whole units where they fit. */
const durationText = (minutes: number, language: Language): string => {
  const t = words(language);
  if (minutes >= DAY && minutes % DAY === 0) return t('days', { n: minutes / DAY });
  if (minutes >= HOUR && minutes % HOUR === 0) return t('hours', { n: minutes / HOUR });
  return t('minutes', { n: minutes });
};

/** How a tool is held, in a few words. */
export const gradeName = (enforcement: Enforcement, language: Language): string => words(language)(`grade.${enforcement}`);

/** How a tool is held, and by whose words. */
export interface Held {
  readonly enforcement: Enforcement;
  readonly grade: Declarations['grade'];
  /** As the dossier has it; null: not answered, then the usual lifetime holds. */
  readonly leaseMinutes: number | null;
}
export interface StopWord {
  readonly key: string;
  readonly lines: readonly string[];
}

const fastLines = ({ enforcement, grade, leaseMinutes }: Held, language: Language): readonly string[] => {
  const t = words(language);
  const bound = runsOnLeases(enforcement)
    ? t('fast.leases', { minutes: durationText(leaseMinutes ?? DEFAULT_LEASE_MINUTES, language) })
    : t('fast.orders');
  const list = runsOnList(enforcement) ? [t('fast.list')] : [];
  if (!grade) return [bound, ...list];
  const { stopsWithinMinutes: minutes } = grade;
  return [bound, ...list, minutes === 0 ? t('fast.atOnce') : t('fast.said', { minutes: durationText(minutes, language) })];
};

/** What stops a tool, how fast, and what nobody here can stop: what holds for its grade, and what IT wrote of this one. */
export const stopWords = (held: Held, language: Language): readonly StopWord[] => {
  const t = words(language);
  const { enforcement, grade } = held;
  const proof = grade ? t('proof.tested', { date: formatDay(grade.testedOn, language), evidence: grade.evidence }) : t('proof.none');
  return [
    { key: t('stops.what'), lines: [t(`what.${enforcement}`), ...(grade ? [grade.stopsHow] : [])] },
    { key: t('stops.fast'), lines: fastLines(held, language) },
    { key: t('stops.cannot'), lines: [t(`cannot.${enforcement}`), ...(grade ? [grade.cannotStop] : [])] },
    { key: t('stops.proof'), lines: [proof] },
  ];
};

/** How one person gets out of a tool, how fast, and by whom. */
export const outWords = (way: WayOut, language: Language): string => words(language)(`out.${way}`);

/** What holds a tool and how fast it stops, as running text. */
export const heldWords = (held: Omit<Held, 'grade'>, language: Language): string => {
  const [what, fast] = stopWords({ ...held, grade: null }, language);
  return [what, fast].flatMap((word) => word?.lines ?? []).join(' ');
};

export const metricText = (metric: Metric, language: Language): string => {
  const t = words(language);
  const title = said(language, metric.titleNl, metric.titleEn);
  if (metric.kind === 'people') return t('metric.peopleLine', { title, kept: t('kept.people') });
  const [min, max] = [metric.min, metric.max].map((value) => formatNumber(value, language));
  return t('metric.line', { title, unit: unitText(metric.unit, language), min: min!, max: max!, kept: t(`kept.${metric.level}`) });
};

const GROUPS_NAMED = 6;
export const dashboardText = (dashboard: Dashboard, language: Language): string => {
  const t = words(language);
  const ended = (title: string): string => (/[.?!]$/.test(title) ? title : `${title}.`);
  const names = dashboard.groups.map(({ titleNl, titleEn }) => said(language, titleNl, titleEn));
  const shown = names.slice(0, GROUPS_NAMED).join(', ');
  const n = names.length - GROUPS_NAMED;
  return t('dashboard.line', {
    title: ended(said(language, dashboard.titleNl, dashboard.titleEn)),
    question: ended(said(language, dashboard.questionNl, dashboard.questionEn)),
    shown: t(`shown.${dashboard.shown}`),
    period: dashboard.period,
    k: dashboard.smallestGroup,
    groups: n > 0 ? t('groups.more', { groups: shown, n }) : shown,
    viewers: dashboard.viewers.map((role) => roleName(role, language)).join(', '),
  });
};

export const allowedLookText = (view: IndividualView, language: Language): string => {
  const t = words(language);
  const purpose = valueLabel('purposes[].code', view.purpose, language);
  return t(`individual.${view.grounds}`, { purpose, hours: t('hours', { n: view.maxHours }) });
};
/** Of a tool that does not run on leases nobody here knows who can look in the program itself. */
export const individualText = (view: IndividualView | null, enforcement: Enforcement, language: Language): string =>
  view ? allowedLookText(view, language) : words(language)(runsOnLeases(enforcement) ? 'individual.none' : 'individual.elsewhere');

export interface DeclaredSection {
  readonly code: 'stops' | 'metrics' | 'dashboards' | 'individual';
  readonly title: string;
  /** Each with its own question, or with none. */
  readonly rows: readonly { readonly key: string | null; readonly lines: readonly string[] }[];
}

/** Everything that a version declares, in the reader's words. */
export const declaredSections = (
  { metrics, dashboards, grade, individualView }: Declarations,
  held: Omit<Held, 'grade'>,
  language: Language,
): readonly DeclaredSection[] => {
  const t = words(language);
  const listed = (lines: readonly string[], none: string) => [{ key: null, lines: lines.length > 0 ? lines : [none] }];
  return [
    { code: 'stops', title: t('stops.title'), rows: stopWords({ ...held, grade }, language) },
    {
      code: 'metrics',
      title: t('metrics.title'),
      rows: listed(
        metrics.map((one) => metricText(one, language)),
        t('metrics.none'),
      ),
    },
    {
      code: 'dashboards',
      title: t('dashboards.title'),
      rows: listed(
        dashboards.map((one) => dashboardText(one, language)),
        t('dashboards.none'),
      ),
    },
    { code: 'individual', title: t('individual.title'), rows: listed([individualText(individualView, held.enforcement, language)], '') },
  ];
};
