const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const QUARTER_MS = 15 * MINUTE_MS;

/** A list holds for at most so long: whoever fetched no newer one by then empties the group. */
export const LIST_MINUTES = 60;

/** What a list says. */
export interface DeviceList {
  /** One higher with each change. */
  readonly serial: number;
  /** Devices that may run the tool: ids that mean nothing outside this tool, in their own order. */
  readonly devices: readonly string[];
  /** Why nothing may run, as codes; none where the tool may be on. */
  readonly reasons: readonly string[];
  /** For which instant it was worked out who is on it. */
  readonly asOf: Date;
  readonly changedAt: Date;
}

const sameHour = (a: Date, b: Date): boolean => Math.floor(a.getTime() / HOUR_MS) === Math.floor(b.getTime() / HOUR_MS);

/**
 * Whether it has to be worked out anew who is on it: once in an hour, on the clock's, so that everything that happened in an hour shows together;
 * when the tool may be on again, and when a version was switched on since, of which others may have been told. That nothing may run any more never waits.
 */
export const isDue = (kept: Pick<DeviceList, 'reasons' | 'asOf'>, now: Date, onSince?: Date): boolean =>
  kept.reasons.length > 0 || !sameHour(kept.asOf, now) || (onSince !== undefined && onSince > kept.asOf);

const equal = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, at) => value === other[at]);

/** The list that follows: the same one while it says the same. */
export const nextList = (
  kept: DeviceList | null,
  said: { readonly devices: readonly string[]; readonly reasons: readonly string[]; readonly asOf: Date },
  now: Date,
): DeviceList => {
  const same = kept !== null && equal(kept.devices, said.devices) && equal(kept.reasons, said.reasons);
  return same ? { ...kept, asOf: said.asOf } : { ...said, serial: (kept?.serial ?? 0) + 1, changedAt: now };
};

/** When a list that is asked for now is signed: on the quarter, or when it changed after that, so that whoever asks again gets the same one. */
export const signedAt = (list: Pick<DeviceList, 'changedAt'>, now: Date): Date =>
  new Date(Math.max(Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS, Math.floor(list.changedAt.getTime() / 1000) * 1000));

/** When a list must have been fetched that has devices for the first time, or again: nobody was told before. */
export const dueAfter = (now: Date): Date => new Date(now.getTime() + LIST_MINUTES * MINUTE_MS);
