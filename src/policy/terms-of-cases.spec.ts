import {
  acknowledgementLastDay,
  complaintLastDay,
  consequenceLastDay,
  detrimentLastDay,
  disclosureLastDay,
  disclosureReceiptLastDay,
  lockLastDay,
  objectionAdviceLastDay,
  remedyLastDay,
  extendedRightsLastDay,
  rejectionLastDay,
  rightsLastDay,
  TERMS,
  type TermName,
} from './terms-catalogue.js';

describe('the month to decide on an objection or a request', () => {
  it.each([
    ['2026-03-02', '2026-04-02', 'on a working day'],
    ['2026-03-05', '2026-04-07', 'over Easter'],
    ['2026-01-31', '2026-03-02', 'no 31st, and a Saturday'],
    ['2028-01-31', '2028-02-29', 'the leap day'],
    ['2028-02-29', '2028-03-29', 'from the leap day'],
    ['2026-11-25', '2026-12-28', 'over Christmas and a weekend'],
    ['2026-12-01', '2027-01-04', 'over the turn of the year'],
    ['2026-09-25', '2026-10-26', 'over the change of the clock, on a Sunday'],
  ])('from %s ends on %s: %s', (lodgedOn, lastDay) => expect(rightsLastDay(lodgedOn)).toBe(lastDay));

  it.each([
    ['2026-03-02', '2026-06-02', 'on a working day'],
    ['2025-11-30', '2026-03-02', 'no 30th, and a Saturday'],
    ['2026-02-14', '2026-05-15', 'over Ascension Day'],
    ['2026-02-25', '2026-05-26', 'over Whit Monday'],
  ])('is three months in all when it was extended: from %s to %s, %s', (lodgedOn, lastDay) =>
    expect(extendedRightsLastDay(lodgedOn)).toBe(lastDay),
  );

  it('never ends before the month without the extension', () => {
    for (let day = 1; day <= 28; day += 1) {
      const on = `2026-0${1 + (day % 9)}-${String(day).padStart(2, '0')}`;
      expect(extendedRightsLastDay(on) > rightsLastDay(on)).toBe(true);
    }
  });
});

describe('the other terms of a case', () => {
  it.each([
    ['2026-03-06', '2026-03-10', 'from a Friday'],
    ['2026-03-07', '2026-03-10', 'from a Saturday'],
    ['2026-12-24', '2026-12-29', 'over Christmas'],
  ])('receipt is confirmed within two working days: %s, %s (%s)', (lodgedOn, lastDay) =>
    expect(acknowledgementLastDay(lodgedOn)).toBe(lastDay),
  );
  it('six weeks for a complaint are 42 days, whatever the month', () => {
    expect(complaintLastDay('2026-03-02')).toBe('2026-04-13');
    expect(complaintLastDay('2026-12-01')).toBe('2027-01-12');
  });
  it('a rejected objection waits seven days', () => {
    expect(rejectionLastDay('2026-03-02')).toBe('2026-03-09');
    expect(rejectionLastDay('2028-02-26')).toBe('2028-03-04');
  });
  it('six weeks to a court end on a working day', () => {
    expect(remedyLastDay('2026-03-02')).toBe('2026-04-13');
    expect(remedyLastDay('2026-02-23')).toBe('2026-04-07');
    expect(remedyLastDay('2026-11-14')).toBe('2026-12-28');
  });
  it('what is stored is locked within one working day, what follows from an objection done in five, and advice waits five', () => {
    expect(lockLastDay('2026-03-06')).toBe('2026-03-09');
    expect([consequenceLastDay('2026-03-06'), objectionAdviceLastDay('2026-03-06')]).toEqual(['2026-03-13', '2026-03-13']);
    expect(consequenceLastDay('2026-12-24')).toBe('2027-01-04');
  });
  it('detriment can be reported for twelve months, from the leap day until the last of February', () => {
    expect(detrimentLastDay('2026-03-02')).toBe('2027-03-02');
    expect(detrimentLastDay('2028-02-29')).toBe('2029-02-28');
  });
  it('a report of wrongdoing is confirmed within seven days and answered within three months', () => {
    expect(disclosureReceiptLastDay('2026-02-25')).toBe('2026-03-04');
    expect([disclosureLastDay('2026-03-02'), disclosureLastDay('2025-11-30')]).toEqual(['2026-06-02', '2026-02-28']);
  });
  it('all stand in the catalogue with their source, and none ends in a yes', () => {
    const of: readonly TermName[] = ['rights', 'rights_extended', 'rejection', 'lock', 'consequence', 'acknowledgement', 'complaint'];
    for (const name of of) expect(TERMS.find((term) => term.name === name)?.afterwards).toMatch(/^(overdue|waiting_is_over)$/);
  });
});
