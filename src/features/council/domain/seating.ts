import type { Day } from '../../../kernel/clock.js';
import type { Reason } from '../../../kernel/problem.js';

/** The council as it lays itself down: every seat, who leads it, its committees and its term of office. Ids of persons throughout. */
export interface Seating {
  readonly seats: readonly PlannedSeat[];
  readonly chairId: string | null;
  readonly secretaryId: string | null;
  readonly committees: readonly Committee[];
  readonly termStartsOn: Day | null;
  readonly termEndsOn: Day | null;
}
export interface PlannedSeat {
  readonly id: string;
  readonly personId: string | null;
  readonly deputyId: string | null;
}
export interface Committee {
  readonly name: string;
  readonly members: readonly string[];
}

export const MOST_SEATS = 25;
export const MOST_COMMITTEES = 6;
const LONGEST_TERM_YEARS = 4;

const present = (id: string | null): id is string => id !== null;
const membersOf = ({ seats }: Pick<Seating, 'seats'>): string[] => seats.map(({ personId }) => personId).filter(present);
/** Holders of seats and deputies, each once. */
export const personsOf = ({ seats }: Pick<Seating, 'seats'>): string[] => [
  ...new Set(seats.flatMap(({ personId, deputyId }) => [personId, deputyId]).filter(present)),
];

const yearsLater = (day: Day, years: number): Day => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

const wrongSeats = ({ seats }: Seating): Reason[] =>
  seats.flatMap(({ personId, deputyId }, at) => {
    const members = seats.map((seat) => seat.personId);
    return [
      ...(personId !== null && members.indexOf(personId) !== at ? [{ field: `member${at + 1}`, code: 'seat.person-twice' }] : []),
      ...(deputyId !== null && members.includes(deputyId) ? [{ field: `deputy${at + 1}`, code: 'seat.deputy-is-member' }] : []),
      ...(deputyId !== null && personId === null ? [{ field: `deputy${at + 1}`, code: 'seat.deputy-of-nobody' }] : []),
    ];
  });

const wrongOfficers = (seating: Seating): Reason[] => {
  const members = membersOf(seating);
  const officer = (id: string | null, field: string): Reason[] => {
    if (id === null) return [{ field, code: 'officer.missing' }];
    return members.includes(id) ? [] : [{ field, code: 'officer.without-seat' }];
  };
  const both = seating.chairId !== null && seating.chairId === seating.secretaryId;
  return [
    ...officer(seating.chairId, 'chair'),
    ...officer(seating.secretaryId, 'secretary'),
    ...(both ? [{ field: 'secretary', code: 'officer.both' }] : []),
  ];
};

const wrongCommittees = (seating: Seating): Reason[] => {
  const persons = personsOf(seating);
  const names = seating.committees.map(({ name }) => name.toLowerCase());
  return seating.committees.flatMap(({ name, members }, at) => [
    ...(name === '' ? [{ field: `committee${at + 1}`, code: 'committee.without-name' }] : []),
    ...(names.indexOf(name.toLowerCase()) !== at ? [{ field: `committee${at + 1}`, code: 'committee.name-twice' }] : []),
    ...(members.length === 0 ? [{ field: `members${at + 1}`, code: 'committee.empty' }] : []),
    ...(members.some((id) => !persons.includes(id)) ? [{ field: `members${at + 1}`, code: 'committee.not-in-council' }] : []),
  ]);
};

const wrongTerm = ({ termStartsOn: from, termEndsOn: to }: Seating): Reason[] => {
  if (from === null && to === null) return [];
  if (from === null) return [{ field: 'termStartsOn', code: 'term.half' }];
  if (to === null) return [{ field: 'termEndsOn', code: 'term.half' }];
  if (to <= from) return [{ field: 'termEndsOn', code: 'term.backwards' }];
  return to > yearsLater(from, LONGEST_TERM_YEARS) ? [{ field: 'termEndsOn', code: 'term.too-long' }] : [];
};

/** What cannot be laid down, by field of the form. */
export const wrongIn = (seating: Seating): readonly Reason[] => [
  ...(seating.seats.length < 2 || seating.seats.length > MOST_SEATS ? [{ field: 'seats', code: 'seats.number' }] : []),
  ...wrongSeats(seating),
  ...wrongOfficers(seating),
  ...wrongCommittees(seating),
  ...wrongTerm(seating),
];

/** Whoever leaves the council leaves its committees; one that falls empty is no committee. */
export const withoutStrangers = (seating: Seating): Seating => {
  const persons = personsOf(seating);
  return {
    ...seating,
    committees: seating.committees
      .map(({ name, members }) => ({ name, members: members.filter((id) => persons.includes(id)) }))
      .filter(({ members }) => members.length > 0),
  };
};

/** Puts both officers in a seat: their own, else an empty one, else a new one. Whoever serves no longer gives up the seat. */
export const seatOfficers = (
  seating: Seating,
  officers: { readonly chairId: string; readonly secretaryId: string; readonly serving: readonly string[]; readonly newSeat: () => string },
): Seating => {
  const { chairId, secretaryId, serving, newSeat } = officers;
  const stays = (id: string | null): string | null => (id !== null && serving.includes(id) ? id : null);
  let seats = seating.seats.map((seat): PlannedSeat => {
    const personId = stays(seat.personId);
    const deputyId = personId === null ? null : stays(seat.deputyId);
    return { id: seat.id, personId, deputyId: deputyId === chairId || deputyId === secretaryId ? null : deputyId };
  });
  for (const personId of [chairId, secretaryId].filter((id) => !membersOf({ seats }).includes(id))) {
    const empty = seats.findIndex((seat) => seat.personId === null);
    seats = empty < 0 ? [...seats, { id: newSeat(), personId, deputyId: null }] : seats.with(empty, { ...seats[empty]!, personId });
  }
  return withoutStrangers({ ...seating, seats, chairId, secretaryId });
};

const STEPS: readonly (readonly [below: number, seats: number])[] = [
  [50, 3],
  [100, 5],
  [200, 7],
  [400, 9],
  [600, 11],
  [1000, 13],
  [2000, 15],
];
/** How many seats WOR art. 6 names for a number of people; the council's regulation may say otherwise. */
export const lawfulSeats = (headcount: number): number =>
  STEPS.find(([below]) => headcount < below)?.[1] ?? Math.min(MOST_SEATS, 15 + 2 * (Math.floor(headcount / 1000) - 1));
