import type { PlaceProfile } from './dossier.js';
import { dpiaDue } from './derived.js';
import type { Facts } from './facts.js';
import { ERROR, holds, isUnreadable, mayHold, of } from './reading.js';

/** An attribute that must be answered: its name, and where it stands. A reader of its own is read twelve times as fast as a name looked up. */
type Field<T> = readonly [name: string, read: (owner: T) => unknown];

const ALWAYS: readonly Field<Facts>[] = [
  ['organisation.jurisdiction', (f) => f.organisation.jurisdiction],
  ['organisation.headcount', (f) => f.organisation.headcount],
  ['organisation.representativeBody', (f) => f.organisation.representativeBody],
  ['organisation.publicBody', (f) => f.organisation.publicBody],
  ['organisation.dpoAppointed', (f) => f.organisation.dpoAppointed],
  ['tool.category', (f) => f.tool.category],
  ['tool.suitableForMonitoring', (f) => f.tool.suitableForMonitoring],
  ['tool.groupScope', (f) => f.tool.groupScope],
  ['tool.covert', (f) => f.tool.covert],
  ['tool.controllerRole', (f) => f.tool.controllerRole],
  ['tool.dataSubjects', (f) => f.tool.dataSubjects],
  ['tool.deviceOwnership', (f) => f.tool.deviceOwnership],
  ['tool.profiling', (f) => f.tool.profiling],
  ['tool.behaviourDetection', (f) => f.tool.behaviourDetection],
  ['capture.modes', (f) => f.capture.modes],
  ['capture.contentLevel', (f) => f.capture.contentLevel],
  ['capture.audio', (f) => f.capture.audio],
  ['capture.video', (f) => f.capture.video],
  ['capture.location', (f) => f.capture.location],
  ['capture.stores', (f) => f.capture.stores],
  ['home.enabled', (f) => f.home.enabled],
  ['office.enabled', (f) => f.office.enabled],
  ['tool.emotion.inferredByAi', (f) => of(f.tool.emotion).inferredByAi],
  ['tool.ai.isAi', (f) => of(f.tool.ai).isAi],
  ['tool.automatedDecisions.solelyAutomated', (f) => of(f.tool.automatedDecisions).solelyAutomated],
  ['tool.automatedDecisions.significantEffect', (f) => of(f.tool.automatedDecisions).significantEffect],
  ['tool.automatedDecisions.payOrDisciplineFromRawMetric', (f) => of(f.tool.automatedDecisions).payOrDisciplineFromRawMetric],
  ['capture.pause.required', (f) => of(f.capture.pause).required],
];
/** Where people are watched: at home, at the office. */
const OF_A_PLACE: readonly Field<PlaceProfile>[] = [
  ['contentLevel', (place) => place.contentLevel],
  ['modeRank', (place) => place.modeRank],
  ['audioVideo', (place) => place.audioVideo],
  ['liveView', (place) => place.liveView],
  ['retentionDays', (place) => place.retentionDays],
  ['viewers', (place) => place.viewers],
];

const isUnanswered = (value: unknown): boolean => value === null || value === undefined || value === ERROR;
const isComplete = <T>(owner: T, fields: readonly Field<T>[]): boolean => {
  for (let index = 0; index < fields.length; index += 1) if (isUnanswered(fields[index]?.[1](owner))) return false;
  return true;
};
const missingAmong = <T>(owner: T, fields: readonly Field<T>[], prefix = ''): string[] =>
  fields.flatMap(([name, read]) => (isUnanswered(read(owner)) ? [`${prefix}${name}`] : []));
const ofPlace = (place: PlaceProfile, name: 'home' | 'office'): string[] =>
  mayHold(place.enabled) ? missingAmong(place, OF_A_PLACE, `${name}.`) : [];
const placeIsComplete = (place: PlaceProfile): boolean => !mayHold(place.enabled) || isComplete(place, OF_A_PLACE);

/** What another answer makes mandatory: the risk that a DPIA leaves, and the deliveries of the notice once a day to start is set. */
const missingAfterOthers = (f: Facts): string[] => {
  const due = dpiaDue(f);
  const activation = f.runtime.activationOn;
  return [
    ...(due === ERROR ? ['tool.dataCategories'] : []),
    ...(due !== false && isUnanswered(f.dpia.residualRisk) ? ['dpia.residualRisk'] : []),
    ...(isUnreadable(activation) ? ['runtime.activationOn'] : []),
    ...(holds(activation) && isUnanswered(f.notice.undeliveredActive) ? ['notice.undeliveredActive'] : []),
  ];
};
const othersAreComplete = (f: Facts): boolean => {
  const due = dpiaDue(f);
  const activation = f.runtime.activationOn;
  if (due === ERROR || isUnreadable(activation)) return false;
  return (!due || !isUnanswered(f.dpia.residualRisk)) && (!holds(activation) || !isUnanswered(f.notice.undeliveredActive));
};

/** The mandatory attributes that are unanswered (or cannot be read), in the order of the catalogue. */
export const missingMandatory = (f: Facts): readonly string[] => [
  ...missingAmong(f, ALWAYS),
  ...ofPlace(f.home, 'home'),
  ...ofPlace(f.office, 'office'),
  ...missingAfterOthers(f),
];
/** Whether none is missing. */
export const allMandatory = (f: Facts): boolean =>
  isComplete(f, ALWAYS) && placeIsComplete(f.home) && placeIsComplete(f.office) && othersAreComplete(f);
