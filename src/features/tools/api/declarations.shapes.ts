import { aCount, aDay, aNumber, aText, listOf, oneOf, orNull, record } from '../../../platform/http/index.js';
import { DASHBOARD_PERIODS, DASHBOARD_SHOWS, INDIVIDUAL_GROUNDS, METRIC_KINDS, METRIC_LEVELS, VIEWERS } from '../../../policy/index.js';

const METRIC = record({
  code: aText(),
  category: aText('A data category that the version declares'),
  kind: oneOf(METRIC_KINDS),
  unit: aText(),
  level: oneOf(METRIC_LEVELS),
  min: aNumber('The smallest that one value may be'),
  max: aNumber(),
  titleNl: aText(),
  titleEn: aText(),
});
const GROUP = record({ code: aText(), titleNl: aText(), titleEn: aText(), units: listOf(aText()) });
const DASHBOARD = record({
  code: aText(),
  metric: aText(),
  shown: oneOf(DASHBOARD_SHOWS),
  period: oneOf(DASHBOARD_PERIODS),
  smallestGroup: aCount(),
  viewers: listOf(oneOf(VIEWERS)),
  titleNl: aText(),
  titleEn: aText(),
  questionNl: aText(),
  questionEn: aText(),
  groups: listOf(GROUP),
});
const GRADE = record({
  stopsHow: aText(),
  stopsWithinMinutes: aCount(),
  cannotStop: aText('What nobody here can stop'),
  evidence: aText(),
  evidenceFileId: orNull(aText()),
  testedOn: aDay(),
});
const INDIVIDUAL_VIEW = record({ purpose: aText(), grounds: oneOf(INDIVIDUAL_GROUNDS), maxHours: aCount() });

/** What a version declares: it is approved with it. */
export const DECLARED = record({
  metrics: listOf(METRIC, 'What is measured'),
  dashboards: listOf(DASHBOARD, 'What managers see'),
  grade: orNull(GRADE),
  individualView: orNull(INDIVIDUAL_VIEW),
});
