import type { Language } from '../../kernel/actor.js';
import { formatInstantDay } from '../../platform/i18n/index.js';
import type { Gate } from '../gate/index.js';
import { compiledTexts, valueLabel } from '../tools/index.js';
import { closedBecause, conditionsOf } from './closed.views.js';
import type { OverviewTool } from './dashboards.service.js';
import { dashboardPaths } from './dashboards.paths.js';
import { smallestGroupOf, smallestOfMetric } from './domain/shown.js';
import type { DashboardCard } from './web/dashboards-page.js';

const linksOf = ({ gate, dashboards }: OverviewTool, language: Language): DashboardCard['links'] =>
  dashboards.map((dashboard) => ({
    href: dashboardPaths.one(gate.version.toolId, dashboard.code),
    title: language === 'nl' ? dashboard.titleNl : dashboard.titleEn,
    question: language === 'nl' ? dashboard.questionNl : dashboard.questionEn,
  }));

/** No smaller group than this is shown on any of these dashboards. */
const smallestShown = ({ gate, dashboards }: OverviewTool, ofHouse: number): number => {
  const { declarations, limits } = gate;
  const metrics = declarations.metrics.filter(({ code }) => dashboards.some(({ metric }) => metric === code));
  const each = metrics.map((metric) => smallestOfMetric(limits, ofHouse, declarations, metric));
  return each.length > 0 ? Math.min(...each) : smallestGroupOf(gate.limits, ofHouse);
};

/** What a manager may know of a tool: its name, what it is for, the council's conditions, and its dashboards. */
export const cardOf = (tool: OverviewTool, role: string, ofHouse: number, language: Language): DashboardCard => {
  const gate: Gate = tool.gate;
  const { decidedOn } = gate.consultation.representation;
  return {
    toolId: gate.version.toolId,
    name: gate.version.toolName,
    attested: gate.version.enforcement === 'attested',
    closed: closedBecause(gate, role, language),
    conditions: conditionsOf(gate, language),
    kept: compiledTexts(gate.limits, language),
    smallestGroup: smallestShown(tool, ofHouse),
    decidedOn: decidedOn ?? null,
    purposes: (gate.dossier.purposes ?? []).map(
      ({ description, code }) => description ?? valueLabel('purposes[].code', code ?? '', language),
    ),
    activeSince: gate.activation ? formatInstantDay(gate.activation.activated_at, language) : null,
    links: linksOf(tool, language),
  };
};
