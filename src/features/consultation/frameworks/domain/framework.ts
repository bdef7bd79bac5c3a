import type { Day } from '../../../../kernel/clock.js';
import type { Reason } from '../../../../kernel/problem.js';
import type { FrameworkScope, LightColour, MachineLimit } from '../../../../policy/index.js';

/** A limit of a class, with the sentence that the council agreed to. */
export interface ClassLimit {
  readonly id: string;
  readonly text: string;
  readonly limit: MachineLimit;
}
export interface AgreedClass {
  readonly id: string;
  readonly colour: LightColour;
  readonly scope: FrameworkScope;
  readonly limits: readonly ClassLimit[];
}
export type FrameworkWord = 'granted' | 'refused' | 'ended';
export interface FrameworkDecision {
  readonly id: string;
  readonly decision: FrameworkWord;
  readonly reasons: string;
  /** The consultation meeting on the framework; only where it is agreed. */
  readonly metOn: Day | null;
  readonly minutes: string | null;
  readonly presentCouncil: string | null;
  readonly presentEmployer: string | null;
  readonly decidedOn: Day;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
  readonly reference: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedAt: Date | null;
  readonly rejectedAt: Date | null;
  /** When somebody of the employer confirmed that the employer was at the meeting. */
  readonly presentAt: Date | null;
}
/** What the council is asked to agree once. */
export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly reasons: string;
  readonly consequences: string;
  readonly grounds: readonly string[];
  readonly endsOn: Day;
  readonly reference: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly classes: readonly AgreedClass[];
  readonly decisions: readonly FrameworkDecision[];
}

/** `waiting`: recorded, and not yet confirmed by all who must. `lapsed`: its last day has passed. */
export type FrameworkState = 'proposed' | 'waiting' | 'standing' | 'refused' | 'ended' | 'lapsed';

const counts = ({ decision, confirmedAt, rejectedAt, presentAt }: FrameworkDecision): boolean =>
  confirmedAt !== null && rejectedAt === null && (decision !== 'granted' || presentAt !== null);
const decided = ({ decisions }: Pick<Framework, 'decisions'>, word: FrameworkWord): FrameworkDecision | null =>
  decisions.find((one) => one.decision === word && counts(one)) ?? null;

export const grantOf = (framework: Pick<Framework, 'decisions'>): FrameworkDecision | null => decided(framework, 'granted');
export const endOf = (framework: Pick<Framework, 'decisions'>): FrameworkDecision | null => decided(framework, 'ended');
/** Recorded by one officer; another has neither confirmed it nor sent it back, or the employer's presence still waits. */
export const pendingOf = ({ decisions }: Pick<Framework, 'decisions'>): FrameworkDecision | null =>
  decisions.find((one) => one.rejectedAt === null && !counts(one)) ?? null;

export const stateOf = (framework: Pick<Framework, 'decisions' | 'endsOn'>, today: Day): FrameworkState => {
  if (endOf(framework)) return 'ended';
  if (grantOf(framework)) return today > framework.endsOn ? 'lapsed' : 'standing';
  if (decided(framework, 'refused')) return 'refused';
  return pendingOf(framework) ? 'waiting' : 'proposed';
};

export interface TypedFrameworkDecision {
  readonly decision: FrameworkWord;
  readonly reasons: string;
  readonly metOn: Day | null;
  readonly minutes: string | null;
  readonly presentCouncil: string | null;
  readonly presentEmployer: string | null;
  readonly decidedOn: Day;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

/** Why this cannot be decided on the framework now; null when it can. */
export const keptFromDeciding = (framework: Framework, word: FrameworkWord, today: Day): string | null => {
  if (pendingOf(framework)) return 'framework.waiting';
  const state = stateOf(framework, today);
  if (word === 'ended') return state === 'standing' ? null : 'framework.not-standing';
  if (state !== 'proposed') return 'framework.decided';
  return word === 'granted' && today > framework.endsOn ? 'framework.past' : null;
};

/** Fields that cannot be used, in the order of the form. `proposedOn`: a meeting before it was about something else. */
export const wrongIn = (typed: TypedFrameworkDecision, proposedOn: Day, today: Day): readonly Reason[] => {
  const wrong: Reason[] = [];
  const check = (bad: boolean, field: string, code: string): void => {
    if (bad) wrong.push({ code, field });
  };
  if (typed.decision === 'granted') {
    check(typed.metOn === null, 'metOn', 'framework.meeting-missing');
    check(typed.metOn !== null && (typed.metOn < proposedOn || typed.metOn > typed.decidedOn), 'metOn', 'framework.meeting-day');
    check(!typed.minutes, 'minutes', 'framework.minutes-missing');
    check(!typed.presentCouncil, 'presentCouncil', 'framework.present-missing');
    check(!typed.presentEmployer, 'presentEmployer', 'framework.present-missing');
  }
  check(typed.decidedOn > today, 'decidedOn', 'day.future');
  check(typed.decidedOn < proposedOn, 'decidedOn', 'day.past');
  return wrong;
};
