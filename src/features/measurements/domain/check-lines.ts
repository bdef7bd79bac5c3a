import { type Day, dayOf } from '../../../kernel/clock.js';
import { isWithinHours } from '../../../policy/index.js';
import type { AllowedMetric, LeaseLimits } from './lease-limits.js';
import { countingEndsAt, PERIODS, shownFrom, startOf } from './periods.js';
import { readLine, type SentLine, type UnreadReason } from './read-lines.js';

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
  /** When this agent held a lease for this person under the same activation: from, until. From the interval in which it began, where there are intervals. */
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
  /** A person can still be counted in its week and month. */
  readonly countable: boolean;
  /** Its week and month cannot be looked at yet. */
  readonly open: boolean;
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
      open: PERIODS.every((period) => shownFrom(period, startOf(period, day)) > now),
    };
    known.set(minute, made);
    return made;
  };
};

const faultOf = (line: SentLine, metric: AllowedMetric | undefined, facts: CheckFacts): LineReason | null => {
  if (!metric) return 'metric.not_allowed';
  if (line.unit !== metric.unit) return 'metric.unit';
  if (line.value < metric.min || line.value > metric.max) return 'metric.range';
  if (metric.kind !== 'sum' && !Number.isSafeInteger(line.value)) return 'metric.range';
  if (!facts.limits.places.includes(line.place)) return 'place.not_allowed';
  const interval = (facts.limits.intervalSeconds ?? 0) * 1000;
  if (interval > 0 && line.at % interval !== 0) return 'granularity.too_fine';
  if (line.at > facts.now.getTime() + SKEW_MS || !facts.held.some(([from, until]) => line.at >= from && line.at < until))
    return 'lease.not_then';
  return null;
};

/** Asked of a moment in which a lease was held: a line may bear any other, also one that no calendar here reaches. */
const faultOfMinute = (minute: Minute, { kind }: AllowedMetric): LineReason | null => {
  if (!minute.within) return 'hours.outside';
  if (!minute.inSample) return 'sample.outside';
  return minute.open && (kind !== 'people' || minute.countable) ? null : 'period.over';
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

/** So many that PostgreSQL is kept at work, and no request waits long for another's. */
const LINES_OF_A_PART = 1000;

/** Each line against what the lease allows: a part of the batch at a time, since what it accepts can go on its way while the rest is read. */
export class LineCheck {
  private readonly accepted: Accepted[] = [];
  private readonly refused = new Map<LineReason, number[]>();
  private readonly minuteOf: (at: number) => Minute;

  constructor(
    private readonly lines: readonly string[],
    private readonly facts: CheckFacts,
  ) {
    this.minuteOf = minutesOf(facts);
  }

  /** What may be taken in, part by part. */
  *parts(): Generator<readonly Accepted[]> {
    for (let from = 0; from < this.lines.length; from += LINES_OF_A_PART) {
      const before = this.accepted.length;
      const to = Math.min(from + LINES_OF_A_PART, this.lines.length);
      for (let at = from; at < to; at += 1) this.look(readLine(this.lines[at] ?? ''), at + 1);
      yield this.accepted.slice(before);
    }
  }

  /** What came of the parts that were read. */
  get checked(): Checked {
    return { accepted: this.accepted, refused: this.refused };
  }

  private look(line: SentLine | UnreadReason, number: number): void {
    if (typeof line === 'string') return addTo(this.refused, line, number);
    const metric = this.facts.limits.metrics.get(line.metric);
    const fault = faultOf(line, metric, this.facts);
    if (fault || !metric) return addTo(this.refused, fault ?? 'metric.not_allowed', number);
    const minute = this.minuteOf(line.at);
    const untimely = faultOfMinute(minute, metric);
    if (untimely) return addTo(this.refused, untimely, number);
    const keepDays = this.facts.keepDays(metric.category, line.place);
    if (keepDays === null) return addTo(this.refused, 'retention.unknown', number);
    this.accepted.push({ line, number, metric, day: minute.day, keepDays: metric.level === 'person' ? keepDays : null });
  }
}
