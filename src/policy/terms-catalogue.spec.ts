import { dayOf } from '../kernel/clock.js';
import {
  EXPIRY_REMINDERS,
  meetingLastDay,
  nextEvaluationLastDay,
  nullityLastDay,
  remindersDueBy,
  TERMS,
  type Afterwards,
} from './terms-catalogue.js';
import { instantAfter, isOver, isWorkingDay } from './terms.js';

describe('the month to invoke nullity', () => {
  it.each([
    ['2026-03-03', '2026-04-07', 'over Good Friday and Easter'],
    ['2026-03-02', '2026-04-02', 'on a working day'],
    ['2026-01-31', '2026-03-02', 'no 31st, and a Saturday'],
    ['2028-01-31', '2028-02-29', 'the leap day'],
    ['2028-02-29', '2028-03-29', 'from the leap day'],
    ['2026-11-26', '2026-12-28', 'over Christmas and a weekend'],
    ['2026-12-01', '2027-01-04', 'over the turn of the year'],
    ['2026-03-27', '2026-04-28', 'over the King’s birthday'],
    ['2025-03-26', '2025-04-28', 'over the King’s birthday on a Saturday'],
    ['2026-04-05', '2026-05-06', 'over 5 May'],
    ['2026-04-14', '2026-05-15', 'over Ascension Day'],
    ['2026-04-25', '2026-05-26', 'over Whit Monday'],
  ])('from %s ends on %s: %s', (startedOn, lastDay) => expect(nullityLastDay(startedOn)).toBe(lastDay));
  it('minds a day that a royal decree equates', () => expect(nullityLastDay('2026-04-14', ['2026-05-15'])).toBe('2026-05-18'));
});

describe('the two weeks to meet', () => {
  it.each([
    ['2026-03-02', '2026-03-16'],
    ['2026-03-20', '2026-04-07'],
    ['2026-12-11', '2026-12-28'],
  ])('from %s end on %s', (askedOn, lastDay) => expect(meetingLastDay(askedOn)).toBe(lastDay));
});

/** When a term begins: around both changes of the clock, a leap day, the turn of the year and every holiday. */
const BEGINNINGS = [
  '2026-02-27T22:59:59.999Z',
  '2026-02-27T23:00:00.000Z',
  '2026-02-28T12:00:00.000Z',
  '2026-03-03T08:00:00.000Z',
  '2026-03-28T23:30:00.000Z',
  '2026-03-29T00:59:59.999Z',
  '2026-04-30T22:00:00.000Z',
  '2026-09-24T21:59:59.999Z',
  '2026-10-25T00:30:00.000Z',
  '2026-11-25T12:00:00.000Z',
  '2026-12-31T22:59:59.999Z',
  '2026-12-31T23:00:00.000Z',
  '2028-01-31T12:00:00.000Z',
  '2028-02-29T12:00:00.000Z',
  '2028-02-29T23:00:00.000Z',
].map((at) => new Date(at));

describe.each(TERMS.map((term) => [term.name, term] as const))('the term %s', (_name, term) => {
  it('runs on at its last instant and is over at the instant after', () => {
    for (const beganAt of BEGINNINGS) {
      const overAt = term.overAt(beganAt);
      const last = new Date(overAt.getTime() - 1);
      if (term.reckoning === 'hours') {
        expect(overAt.getTime() - beganAt.getTime()).toBe(Number.parseInt(term.length.en, 10) * 3_600_000);
        continue;
      }
      const lastDay = dayOf(last);
      expect([isOver(lastDay, last), isOver(lastDay, overAt)]).toEqual([false, true]);
      expect(dayOf(overAt) > lastDay).toBe(true);
      expect(instantAfter(lastDay)).toEqual(overAt);
      expect(lastDay >= dayOf(beganAt)).toBe(true);
    }
  });

  it('ends on a working day where the law says so', () => {
    if (!['termijnenwet', 'regulation_1182', 'working_days'].includes(term.reckoning)) return;
    for (const beganAt of BEGINNINGS) expect(isWorkingDay(dayOf(new Date(term.overAt(beganAt).getTime() - 1)))).toBe(true);
  });

  it('says where it comes from and never ends in a yes', () => {
    const endings: readonly Afterwards[] = ['right_lapses', 'overdue', 'gate_closes', 'may_be_recorded', 'waiting_is_over', 'erased'];
    expect(endings).toContain(term.afterwards);
    expect([...Object.values(term.source), ...Object.values(term.length)].every((said) => said.length > 3)).toBe(true);
  });
});

it('each term stands in the catalogue once', () => expect(new Set(TERMS.map(({ name }) => name)).size).toBe(TERMS.length));

describe('the instant after a day', () => {
  it.each([
    ['2026-03-28', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29', '2026-03-29T22:00:00.000Z'],
    ['2026-10-24', '2026-10-24T22:00:00.000Z'],
    ['2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', '2026-12-31T23:00:00.000Z'],
    ['2028-02-29', '2028-02-29T23:00:00.000Z'],
  ])('%s is %s', (day, at) => expect(instantAfter(day).toISOString()).toBe(at));
});

describe('reminders', () => {
  it('of an end come 90, 60 and 30 days before it', () => {
    const due = (today: string) => remindersDueBy('2026-12-31', EXPIRY_REMINDERS, today);
    expect([due('2026-10-01'), due('2026-10-02'), due('2026-10-31'), due('2026-11-01'), due('2026-12-01')]).toEqual([
      [],
      [90],
      [90],
      [90, 60],
      [90, 60, 30],
    ]);
  });
  it('a day late come the day after', () => {
    expect(remindersDueBy('2026-03-16', [-1], '2026-03-16')).toEqual([]);
    expect(remindersDueBy('2026-03-16', [-1], '2026-03-17')).toEqual([-1]);
  });
});

it('an evaluation a year after the leap day is on the last of February', () =>
  expect(nextEvaluationLastDay('2028-02-29')).toBe('2029-02-28'));
