import { runsOnLeases, runsOnList } from './declarations.js';
import type { Dossier } from './dossier.js';

/** One in ten people is without measuring at any moment, and at least five; in a small group that would tell too much about those who are left. */
const ONE_IN = 10;
const AT_LEAST = 5;
export const SMALLEST_COVERED_SCOPE = 50;

/** Purposes that fail when anybody may be left out: one device that nobody looks at undoes the protection, one hour that is missing the record. */
const NEED_EVERYBODY: readonly string[] = [
  'security',
  'dlp',
  'fraud_investigation',
  'evidence',
  'legal_proceedings',
  'time_registration',
  'safety',
];

/** Why nobody is left out by lot: the tool obeys IT alone, a purpose or the law needs everybody, or the group is too small. */
export type WithoutCover = 'grade' | 'purpose' | 'scope';

/**
 * What in a version stands in the way of cover; null when it allows it. What is unanswered stands in the way. `byList`: IT listed the devices of a tool
 * that device management or the vendor holds, so that nobody has to be taken out by hand.
 */
export const coverObstacle = (
  { enforcement, purposes }: Pick<Dossier, 'enforcement' | 'purposes'>,
  byList = false,
): Exclude<WithoutCover, 'scope'> | null => {
  if (!runsOnLeases(enforcement) && !(byList && runsOnList(enforcement))) return 'grade';
  const free = (purposes ?? []).filter(
    ({ code, legalBasis }) =>
      typeof code === 'string' && typeof legalBasis === 'string' && !NEED_EVERYBODY.includes(code) && legalBasis !== 'legal_obligation',
  );
  return free.length > 0 && free.length === purposes?.length ? null : 'purpose';
};

export interface Cover {
  /** How many people are without measuring at any moment, for whatever reason. */
  readonly seats: number;
  readonly without: WithoutCover | null;
}

export const coverOf = (dossier: Pick<Dossier, 'enforcement' | 'purposes'>, peopleInScope: number, byList = false): Cover => {
  const without = coverObstacle(dossier, byList) ?? (peopleInScope < SMALLEST_COVERED_SCOPE ? 'scope' : null);
  return { seats: without ? 0 : Math.max(AT_LEAST, Math.ceil(peopleInScope / ONE_IN)), without };
};

/**
 * How many of the seats the lot fills. Whoever is paused takes a seat, so that an objection does not change how many are measured; but half of the
 * seats are always drawn, so that being out never means that somebody objected.
 */
export const seatsToDraw = (seats: number, paused: number): number => Math.max(seats - paused, Math.ceil(seats / 2));
