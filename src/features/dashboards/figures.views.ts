import type { Language } from '../../kernel/actor.js';
import { addDays } from '../../kernel/clock.js';
import { watchesOver } from '../../policy/index.js';
import { csvOf } from '../../platform/archive/index.js';
import { formatDay, formatMonth, formatNumber, formatShortDay, text } from '../../platform/i18n/index.js';
import { unitText, valueLabel } from '../tools/index.js';
import { closedBecause, conditionsOf } from './closed.views.js';
import { dashboardPaths } from './dashboards.paths.js';
import { type LineCell, shownOf, TOTAL } from './domain/dashboard-lines.js';
import type { Band } from '../../kernel/bands.js';
import type { Figure } from './domain/figures.js';
import { endOf } from './domain/periods.js';
import { figuresCatalogue } from './figures.catalogue.js';
import type { SeenDashboard } from './figures.service.js';
import type { ExportProps } from './web/export-page.js';
import type { FigureLine, FiguresProps } from './web/figures-page.js';

const words = (language: Language) => text(figuresCatalogue, language);

const sizeText = ({ from, below }: Band, language: Language): string => {
  const t = words(language);
  if (below === null) return t('people.over', { from: formatNumber(from, language) });
  return t('people', { from: formatNumber(from, language), to: formatNumber(below - 1, language) });
};

const figureText = (figure: Figure, unit: string, language: Language): string => {
  const t = words(language);
  if (figure.kind === 'share') return figure.edge ? t(`share.${figure.edge}`) : t('share.about', { percent: figure.percent });
  return t(`total.${figure.edge ?? 'about'}`, { about: formatNumber(figure.about, language), unit });
};

const cellText = ({ state, told }: LineCell, unit: string, language: Language): string => {
  if (told) return figureText(told.figure, unitText(unit, language), language);
  return state === 'shown' ? '' : words(language)(state);
};

/** Where the bar and the line end: the upper edge reads as the whole, the lower as half of it. */
const barOf = ({ told }: LineCell): number | null => {
  if (!told) return null;
  const { figure } = told;
  if (figure.kind === 'share') return figure.edge ? { under: 5, over: 95 }[figure.edge] : figure.percent;
  return figure.edge ? figure.about / 2 : figure.about;
};

const startText = (start: string, period: 'week' | 'month', language: Language): string =>
  period === 'month' ? formatMonth(start, language) : words(language)('week', { date: formatDay(start, language) });
const columnText = (start: string, period: 'week' | 'month', language: Language): string =>
  period === 'month' ? formatMonth(start, language) : formatShortDay(start, language);

const titleOf = ({ dashboard }: SeenDashboard, language: Language): string => (language === 'nl' ? dashboard.titleNl : dashboard.titleEn);
const groupTitle = ({ dashboard }: SeenDashboard, code: string, language: Language): string => {
  if (code === TOTAL) return words(language)('total');
  const group = dashboard.groups.find((one) => one.code === code);
  return (language === 'nl' ? group?.titleNl : group?.titleEn) ?? code;
};

const linesFor = (seen: SeenDashboard, language: Language): readonly FigureLine[] =>
  (seen.figures?.lines ?? []).map(({ group, cells }) => {
    const latest = cells.at(-1);
    return {
      title: groupTitle(seen, group, language),
      size: latest?.told ? sizeText(latest.told.size, language) : null,
      cells: cells.map((cell) => cellText(cell, seen.metric.unit, language)),
      bars: cells.map(barOf),
      state: latest?.state ?? 'small',
    };
  });

export const figuresProps = (seen: SeenDashboard, role: string, language: Language): FiguresProps => {
  const t = words(language);
  const { dashboard, gate, k, figures, metric } = seen;
  const lines = linesFor(seen, language);
  const starts = figures?.starts ?? [];
  const latest = starts.at(-1);
  const decidedOn = gate.consultation.representation.decidedOn;
  const states = new Set((figures?.lines ?? []).flatMap(({ cells }) => cells.map(({ state }) => state)));
  return {
    title: titleOf(seen, language),
    tool: gate.version.toolName,
    question: language === 'nl' ? dashboard.questionNl : dashboard.questionEn,
    metric: language === 'nl' ? metric.titleNl : metric.titleEn,
    closed: closedBecause(gate, role, language),
    conditions: conditionsOf(gate, language),
    latest: latest === undefined ? null : startText(latest, dashboard.period, language),
    period: dashboard.period,
    columns: starts.map((start) => columnText(start, dashboard.period, language)),
    lines,
    most: shownOf(dashboard, metric) === 'share' ? 100 : Math.max(1, ...lines.flatMap(({ bars }) => bars.map((bar) => bar ?? 0))),
    margin: shownOf(dashboard, metric) === 'share' ? 2.5 : 0,
    k,
    rule: decidedOn ? t('rule.kDecision', { k, date: formatDay(decidedOn, language) }) : t('rule.k', { k }),
    hidesSmall: states.has('small') || states.has('gone'),
    hidesSecond: states.has('second'),
    isLocked: states.has('locked'),
    isDeleted: states.has('deleted'),
    stoodStill: states.has('still'),
    exportHref: watchesOver(role) ? null : dashboardPaths.export(gate.version.toolId, dashboard.code),
  };
};

export const purposesOf = ({ gate }: SeenDashboard, language: Language): ExportProps['purposes'] =>
  (gate.dossier.purposes ?? []).flatMap(({ code, description }) =>
    code ? [{ value: code, text: description ?? valueLabel('purposes[].code', code, language) }] : [],
  );

export const exportProps = (seen: SeenDashboard, language: Language, hasFault: boolean): ExportProps => ({
  title: titleOf(seen, language),
  backHref: dashboardPaths.one(seen.gate.version.toolId, seen.dashboard.code),
  fileHref: dashboardPaths.file(seen.gate.version.toolId, seen.dashboard.code),
  purposes: purposesOf(seen, language),
  hasFault,
});

export interface FiguresAnswer {
  readonly toolId: string;
  readonly dashboard: string;
  readonly title: string;
  readonly question: string;
  readonly period: 'week' | 'month';
  readonly smallestGroup: number;
  /** Why nothing is shown; null while the dashboard is open. */
  readonly closed: string | null;
  readonly conditions: readonly string[];
  /** The first days of the periods, oldest first. */
  readonly periods: readonly string[];
  readonly groups: readonly {
    /** `*` for all groups together. */
    readonly code: string;
    readonly title: string;
    /** One for each period, in their order. */
    readonly figures: readonly {
      readonly state: LineCell['state'];
      readonly size: Band | null;
      readonly figure: Figure | null;
      readonly text: string;
    }[];
  }[];
}

/** What the page says, for programs. */
export const figuresAnswer = (seen: SeenDashboard, role: string, language: Language): FiguresAnswer => ({
  toolId: seen.gate.version.toolId,
  dashboard: seen.dashboard.code,
  title: titleOf(seen, language),
  question: language === 'nl' ? seen.dashboard.questionNl : seen.dashboard.questionEn,
  period: seen.dashboard.period,
  smallestGroup: seen.k,
  closed: closedBecause(seen.gate, role, language),
  conditions: conditionsOf(seen.gate, language),
  periods: seen.figures?.starts ?? [],
  groups: (seen.figures?.lines ?? []).map(({ group, cells }) => ({
    code: group,
    title: groupTitle(seen, group, language),
    figures: cells.map((cell) => ({
      state: cell.state,
      size: cell.told?.size ?? null,
      figure: cell.told?.figure ?? null,
      text: cellText(cell, seen.metric.unit, language),
    })),
  })),
});

/** The page as a table: one row for each group and period, with the same words for what is not shown. */
export const figuresCsv = (seen: SeenDashboard, language: Language): string => {
  const t = words(language);
  const { dashboard, figures, metric } = seen;
  const rows = (figures?.lines ?? []).flatMap(({ group, cells }) =>
    cells.map((cell, at) => {
      const start = figures?.starts[at] ?? '';
      return {
        [t('csv.period')]: start,
        [t('csv.until')]: start && addDays(endOf(dashboard.period, start), -1),
        [t('csv.group')]: groupTitle(seen, group, language),
        [t('csv.size')]: cell.told ? sizeText(cell.told.size, language) : '',
        [t('csv.figure')]: cellText(cell, metric.unit, language),
      };
    }),
  );
  return csvOf(rows);
};
