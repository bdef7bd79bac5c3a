import { type Dashboard, type Metric, VIEWERS } from '../../../policy/index.js';
import { starterOf } from '../starters/index.js';
import type { Version } from '../version.js';
import type { DeclaredChoices } from './declarations.service.js';
import { codesIn } from './declarable.js';
import { codeFrom } from './domain/typed-rows.js';

/** The metrics that were declared, or else what the starter proposes of the data that this version names. */
export const proposedMetrics = ({ declarations, tool, fixedAt, answers }: Version): readonly Metric[] => {
  if (declarations.metrics.length > 0 || fixedAt) return declarations.metrics;
  const categories = codesIn(answers, 'tool.dataCategories[].code');
  return (starterOf(tool.starter)?.declared?.metrics ?? [])
    .filter(({ category }) => categories.includes(category))
    .map(({ title, ...metric }) => ({ ...metric, titleNl: title.nl, titleEn: title.en }));
};

/** The dashboards that were declared, or else the starter's, with a group for each department. */
export const proposedDashboards = (
  { declarations, tool, fixedAt }: Version,
  { units, smallestGroup }: DeclaredChoices,
): readonly Dashboard[] => {
  if (declarations.dashboards.length > 0 || fixedAt) return declarations.dashboards;
  const known = declarations.metrics.map(({ code }) => code);
  const taken: string[] = [];
  const groups = units.map(({ id, name }) => {
    const code = codeFrom(name, taken);
    taken.push(code);
    return { code, titleNl: name, titleEn: name, units: [id] };
  });
  return (starterOf(tool.starter)?.declared?.dashboards ?? [])
    .filter(({ metric }) => known.includes(metric))
    .map(({ title, question, viewers, ...dashboard }) => ({
      ...dashboard,
      smallestGroup: Math.max(10, smallestGroup),
      viewers: VIEWERS.filter((role) => viewers.includes(role)),
      titleNl: title.nl,
      titleEn: title.en,
      questionNl: question.nl,
      questionEn: question.en,
      groups,
    }));
};
