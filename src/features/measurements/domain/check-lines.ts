import { type Day, dayOf } from '../../../kernel/clock.js';
import { isWithinHours } from '../../../policy/index.js';
import type { AllowedMetric, LeaseLimits } from './lease-limits.js';
import { countingEndsAt, PERIODS, startOf } from './periods.js';
import type { ReadLine, SentLine, UnreadReason } from './read-lines.js';

/** Why a line was refused. Which person it was about is never among them: the lease is of one person. */
export type LineReason =
  | UnreadReason
  | 'metric.not_allowed'
  | 'metric.unit'
  | 'metric.range'
  | 'place.not_allowed'
  | 'hours.outside'
  | 'lease.not_then'
  | 'granularity.too_fine'
  | 'granularity.taken'
  | 'sample.outside'
  | 'period.over'
  | 'retention.unknown';

export interface Accepted {
  readonly line: SentLine;
  /** Its place in the batch, from 1. */
  readonly number: number;
  readonly metric: AllowedMetric;
  readonly day: Day;
  /** Null: nothing of it is kept per person. */
  readonly keepDays: number | null;
}

export interface Checked {
  readonly accepted: readonly Accepted[];
  readonly refused: ReadonlyMap<LineReason, readonly number[]>;
}

export interface CheckFacts {
  readonly limits: LeaseLimits;
  /** When this agent held a lease for this person under the same activation: from, until. */
  readonly held: readonly (readonly [from: number, until: number])[];
  /** Whether the minute of a moment belongs to the sample that the lease allows. */
  readonly inSample: (at: number) => boolean;
  readonly now: Date;
  /** How many days a metric is kept when it was measured at this place; null: nobody said. */
  readonly keepDays: (category: string, place: string) => number | null;
}

const MINUTE_MS = 60_000;
const SKEW_MS = 60_000;

interface Minute {
  readonly day: Day;
  readonly within: boolean;
  readonly inSample: boolean;
  readonly countable: boolean;
}

/** Lines lie close together: what only depends on the minute is worked out once a minute. */
const minutesOf = ({ limits, now, inSample }: CheckFacts): ((at: number) => Minute) => {
  const known = new Map<number, Minute>();
  return (at) => {
    const minute = Math.floor(at / MINUTE_MS);
    const found = known.get(minute);
    if (found) return found;
    const instant = new Date(at);
    const day = dayOf(instant);
    const made = {
      day,
      within: limits.hours === null || isWithinHours(limits.hours, instant),
      inSample: inSample(at),
      countable: PERIODS.every((period) => countingEndsAt(period, startOf(period, day)) > now),
    };
    known.set(minute, made);
    return made;
  };
};

const faultOf = (line: SentLine, metric: AllowedMetric | undefined, minute: Minute, facts: CheckFacts): LineReason | null => {
  if (!metric) return 'metric.not_allowed';
  if (line.unit !== metric.unit) return 'metric.unit';
  if (line.value < metric.min || line.value > metric.max) return 'metric.range';
  if (metric.kind !== 'sum' && !Number.isSafeInteger(line.value)) return 'metric.range';
  if (!facts.limits.places.includes(line.place)) return 'place.not_allowed';
  const interval = (facts.limits.intervalSeconds ?? 0) * 1000;
  if (interval > 0 && line.at % interval !== 0) return 'granularity.too_fine';
  const last = line.at + Math.max(0, interval - 1);
  if (line.at > facts.now.getTime() + SKEW_MS || !facts.held.some(([from, until]) => last >= from && line.at < until))
    return 'lease.not_then';
  if (!minute.within) return 'hours.outside';
  if (!minute.inSample) return 'sample.outside';
  return metric.kind === 'people' && !minute.countable ? 'period.over' : null;
};

const addTo = (refused: Map<LineReason, number[]>, reason: LineReason, number: number): void => {
  const numbers = refused.get(reason);
  if (numbers) numbers.push(number);
  else refused.set(reason, [number]);
};

/** The interval of a metric that an accepted line fills. */
export const slotIn = ({ line }: Accepted): string => `${line.metric} ${line.at}`;

/** The same lines, of which only one may fill an interval: the first of a batch, and none that an earlier batch filled. */
export const oneASlot = ({ accepted, refused }: Checked, isFree: (slot: string) => boolean): Checked => {
  const taken = new Set<string>();
  const left: Accepted[] = [];
  const reasons = new Map([...refused].map(([reason, numbers]): [LineReason, number[]] => [reason, [...numbers]]));
  for (const one of accepted) {
    const slot = slotIn(one);
    if (taken.has(slot) || !isFree(slot)) addTo(reasons, 'granularity.taken', one.number);
    else left.push(one);
    taken.add(slot);
  }
  return { accepted: left, refused: reasons };
};

/** Each line against what the lease allows. */
export const checkLines = (lines: readonly ReadLine[], facts: CheckFacts): Checked => {
  const minuteOf = minutesOf(facts);
  const accepted: Accepted[] = [];
  const refused = new Map<LineReason, number[]>();
  const refuse = (reason: LineReason, number: number): void => addTo(refused, reason, number);
  for (const [at, line] of lines.entries()) {
    if (typeof line === 'string') {
      refuse(line, at + 1);
      continue;
    }
    const metric = facts.limits.metrics.get(line.metric);
    const minute = minuteOf(line.at);
    const fault = faultOf(line, metric, minute, facts);
    if (fault || !metric) {
      refuse(fault ?? 'metric.not_allowed', at + 1);
      continue;
    }
    const keepDays = facts.keepDays(metric.category, line.place);
    if (keepDays === null) refuse('retention.unknown', at + 1);
    else accepted.push({ line, number: at + 1, metric, day: minute.day, keepDays: metric.level === 'person' ? keepDays : null });
  }
  return { accepted, refused };
};
