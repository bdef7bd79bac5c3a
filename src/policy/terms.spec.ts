import {
  addWorkingDays,
  easterSunday,
  isWorkingDay,
  monthsAfter,
  oneMonthAfter,
  publicHolidays,
  sameDateAfter,
  weekdayOf,
  workingDayFrom,
} from './terms.js';

describe('the days of the week', () => {
  it.each([
    ['1970-01-01', 4],
    ['1969-12-31', 3],
    ['2026-03-29', 0],
    ['2028-02-29', 2],
  ])('%s is day %i', (day, weekday) => expect(weekdayOf(day)).toBe(weekday));
});

describe('Easter Sunday', () => {
  it.each([
    ['1961-04-02'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2019-04-21'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2038-04-25'],
    ['2049-04-18'],
    ['2076-04-19'],
  ])('falls on %s', (day) => expect(easterSunday(Number(day.slice(0, 4)))).toBe(day));
});

describe('the Dutch public holidays', () => {
  it('are nine days in 2026', () =>
    expect(publicHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-04-03',
      '2026-04-06',
      '2026-04-27',
      '2026-05-05',
      '2026-05-14',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]));
  it("keep the King's birthday a day earlier when the 27th is a Sunday", () => {
    expect(publicHolidays(2025)).toContain('2025-04-26');
    expect(publicHolidays(2025)).not.toContain('2025-04-27');
  });
  it('are no working days, like the weekend and unlike the day before', () => {
    expect(isWorkingDay('2026-04-27')).toBe(false);
    expect(isWorkingDay('2026-04-25')).toBe(false);
    expect(isWorkingDay('2026-04-26')).toBe(false);
    expect(isWorkingDay('2026-04-24')).toBe(true);
  });
  it('are joined by the days that a royal decree equates', () => {
    expect(isWorkingDay('2026-05-15')).toBe(true);
    expect(isWorkingDay('2026-05-15', ['2026-05-15'])).toBe(false);
  });
});

describe('a count of working days', () => {
  it('does not count the day itself', () => expect(addWorkingDays('2026-03-02', 1)).toBe('2026-03-03'));
  it('steps over a weekend', () => expect(addWorkingDays('2026-03-06', 1)).toBe('2026-03-09'));
  it('steps over Easter and its Friday', () => expect(addWorkingDays('2026-04-02', 1)).toBe('2026-04-07'));
  it('steps over the turn of the year', () => expect(addWorkingDays('2026-12-24', 2)).toBe('2026-12-29'));
  it('starts on the next working day from a Saturday', () => expect(addWorkingDays('2026-03-07', 1)).toBe('2026-03-09'));
  it('of none is the day itself', () => expect(addWorkingDays('2026-03-07', 0)).toBe('2026-03-07'));
  it('of twenty over May', () => expect(addWorkingDays('2026-04-24', 20)).toBe('2026-05-28'));
  it('steps over an equated day', () => expect(addWorkingDays('2026-05-14', 1, ['2026-05-15'])).toBe('2026-05-18'));
});

describe('a term in months', () => {
  it('ends on the same date', () => expect(oneMonthAfter('2026-03-05', 'gdpr')).toBe('2026-04-07'));
  it('ends on the same date when that is a working day', () => expect(oneMonthAfter('2026-02-05', 'gdpr')).toBe('2026-03-05'));
  it('ends on the last day of a shorter month', () => {
    expect(sameDateAfter('2026-01-31', 1)).toBe('2026-02-28');
    expect(sameDateAfter('2028-01-31', 1)).toBe('2028-02-29');
    expect(sameDateAfter('2028-01-30', 1)).toBe('2028-02-29');
    expect(sameDateAfter('2026-08-31', 1)).toBe('2026-09-30');
  });
  it('from the leap day ends on the 29th', () => expect(oneMonthAfter('2028-02-29', 'gdpr')).toBe('2028-03-29'));
  it('runs over the turn of the year', () => {
    expect(sameDateAfter('2026-12-15', 1)).toBe('2027-01-15');
    expect(sameDateAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(sameDateAfter('2026-12-31', 12)).toBe('2027-12-31');
  });
  it('moves from a Saturday to the Monday', () => expect(oneMonthAfter('2026-01-14', 'wor')).toBe('2026-02-16'));
  it('moves over a holiday behind a weekend', () => expect(oneMonthAfter('2026-03-04', 'wor')).toBe('2026-04-07'));
  it("moves over the King's birthday", () => expect(oneMonthAfter('2026-03-27', 'gdpr')).toBe('2026-04-28'));
  it('minds a royal decree in Dutch law only', () => {
    expect(oneMonthAfter('2026-04-15', 'wor', ['2026-05-15'])).toBe('2026-05-18');
    expect(oneMonthAfter('2026-04-15', 'gdpr', ['2026-05-15'])).toBe('2026-05-15');
  });
  it('counts an extension from the same start', () => expect(monthsAfter('2026-03-05', 3, 'gdpr')).toBe('2026-06-05'));
});

describe('the working day from a day', () => {
  it('is the day itself when it works', () => expect(workingDayFrom('2026-03-03')).toBe('2026-03-03'));
  it('is found behind Christmas and a weekend', () => expect(workingDayFrom('2026-12-25')).toBe('2026-12-28'));
});
