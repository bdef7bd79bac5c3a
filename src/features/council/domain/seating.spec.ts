import { lawfulSeats, seatOfficers, type Seating, withoutStrangers, wrongIn } from './seating.js';

const seat = (id: string, personId: string | null, deputyId: string | null = null) => ({ id, personId, deputyId });
const seating: Seating = {
  seats: [seat('1', 'ayse'), seat('2', 'bram', 'reserve'), seat('3', null)],
  chairId: 'ayse',
  secretaryId: 'bram',
  committees: [{ name: 'Techniek', members: ['bram', 'reserve'] }],
  termStartsOn: '2026-01-01',
  termEndsOn: '2029-01-01',
};
const faults = (changed: Partial<Seating>): string[] => wrongIn({ ...seating, ...changed }).map(({ field, code }) => `${field} ${code}`);

describe('what a council can lay down', () => {
  it('is taken when it hangs together', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ termStartsOn: null, termEndsOn: null, committees: [] })).toEqual([]);
  });

  it.each<[string, Partial<Seating>, string]>([
    ['too few seats', { seats: [seat('1', 'ayse')], secretaryId: 'ayse' }, 'seats seats.number'],
    ['somebody twice', { seats: [seat('1', 'ayse'), seat('2', 'bram'), seat('3', 'ayse')] }, 'member3 seat.person-twice'],
    ['a member who deputises', { seats: [seat('1', 'ayse', 'bram'), seat('2', 'bram')] }, 'deputy1 seat.deputy-is-member'],
    [
      'a deputy of an empty seat',
      { seats: [seat('1', 'ayse'), seat('2', 'bram'), seat('3', null, 'reserve')] },
      'deputy3 seat.deputy-of-nobody',
    ],
    ['no chair', { chairId: null }, 'chair officer.missing'],
    ['a chair without a seat', { chairId: 'reserve' }, 'chair officer.without-seat'],
    ['one person in both offices', { secretaryId: 'ayse' }, 'secretary officer.both'],
    ['a committee without a name', { committees: [{ name: '', members: ['ayse'] }] }, 'committee1 committee.without-name'],
    ['a committee without members', { committees: [{ name: 'A', members: [] }] }, 'members1 committee.empty'],
    ['a committee with a stranger', { committees: [{ name: 'A', members: ['x'] }] }, 'members1 committee.not-in-council'],
    ['a term that ends before it starts', { termEndsOn: '2026-01-01' }, 'termEndsOn term.backwards'],
    ['half a term', { termEndsOn: null }, 'termEndsOn term.half'],
    ['a term of more than four years', { termEndsOn: '2030-01-02' }, 'termEndsOn term.too-long'],
  ])('is refused with %s', (_what, changed, fault) => {
    expect(faults(changed)).toContain(fault);
  });

  it('takes 25 seats and a term of four years, and no more', () => {
    const seats = (n: number) => Array.from({ length: n }, (_, at) => seating.seats[at] ?? seat(String(at), null));
    expect(faults({ seats: seats(25) })).toEqual([]);
    expect(faults({ seats: seats(26) })).toEqual(['seats seats.number']);
    expect(faults({ termEndsOn: '2030-01-01' })).toEqual([]);
  });

  it('lets whoever leaves the council leave its committees', () => {
    expect(withoutStrangers({ ...seating, seats: [seat('1', 'ayse'), seat('2', 'bram')] }).committees).toEqual([
      { name: 'Techniek', members: ['bram'] },
    ]);
    expect(withoutStrangers({ ...seating, seats: [seat('1', 'ayse')] }).committees).toEqual([]);
  });
});

describe('seats for the officers after a reset', () => {
  const officers = (chairId: string, secretaryId: string, serving: readonly string[]) =>
    seatOfficers(seating, { chairId, secretaryId, serving, newSeat: () => 'new' });

  it('are their own, else an empty one, else a new one', () => {
    expect(officers('bram', 'chantal', ['bram', 'reserve']).seats).toEqual([
      seat('1', 'chantal'),
      seat('2', 'bram', 'reserve'),
      seat('3', null),
    ]);
    expect(officers('chantal', 'daan', ['ayse', 'bram']).seats.map(({ id, personId }) => [id, personId])).toEqual([
      ['1', 'ayse'],
      ['2', 'bram'],
      ['3', 'chantal'],
      ['new', 'daan'],
    ]);
  });

  it('a deputy who becomes an officer deputises no longer; the result can be laid down', () => {
    const reset = officers('reserve', 'bram', ['ayse', 'bram', 'reserve']);
    expect(reset.seats).toEqual([seat('1', 'ayse'), seat('2', 'bram'), seat('3', 'reserve')]);
    expect(wrongIn(reset)).toEqual([]);
  });
});

describe('the number of seats that the law names', () => {
  it.each([
    [49, 3],
    [50, 5],
    [199, 7],
    [214, 9],
    [400, 11],
    [999, 13],
    [1999, 15],
    [2000, 17],
    [3000, 19],
    [6000, 25],
    [60000, 25],
  ])('for %i people is %i', (people, seats) => {
    expect(lawfulSeats(people)).toBe(seats);
  });
});
