import { meetingLastDay } from '../../../policy/index.js';
import { agreedOf, openProposals, type Proposal, reminderDue } from './planning.js';

const proposal = (id: string, startsAt: string, choice: number | null = null): Proposal => ({
  id,
  side: 'council',
  startsAt: new Date(startsAt),
  place: 'Kamer 3',
  proposedAt: new Date('2026-03-02T09:00:00Z'),
  chosenAt: choice === null ? null : new Date('2026-03-03T09:00:00Z'),
  choice,
});

describe('the date of a meeting', () => {
  it('is the one that the other side chose last', () => {
    const dates = [
      proposal('a', '2026-03-10T13:00:00Z', 1),
      proposal('b', '2026-03-11T13:00:00Z', 0),
      proposal('c', '2026-03-12T13:00:00Z'),
    ];
    expect(agreedOf(dates)?.id).toBe('a');
    expect(agreedOf(dates.slice(1))?.id).toBe('b');
    expect(agreedOf(dates.slice(2))).toBeNull();
  });
  it('can be chosen while it lies ahead', () => {
    const dates = [proposal('a', '2026-03-10T13:00:00Z'), proposal('b', '2026-03-11T13:00:00Z', 0), proposal('c', '2026-03-12T13:00:00Z')];
    expect(openProposals(dates, new Date('2026-03-10T13:00:00Z')).map(({ id }) => id)).toEqual(['c']);
    expect(openProposals(dates, new Date('2026-03-10T12:59:59Z')).map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('the two weeks for a meeting', () => {
  const lastDay = meetingLastDay('2026-03-02');
  it('end on the fourteenth day, or the first working day after it', () => {
    expect(lastDay).toBe('2026-03-16');
    expect(meetingLastDay('2026-03-20')).toBe('2026-04-07');
    expect(meetingLastDay('2026-12-11')).toBe('2026-12-28');
  });
  it('are reminded of at seven and two days, and once when they have passed', () => {
    expect(reminderDue(lastDay, '2026-03-08', [], null)).toBeNull();
    expect(reminderDue(lastDay, '2026-03-09', [], null)).toBe(7);
    expect(reminderDue(lastDay, '2026-03-13', [7], null)).toBeNull();
    expect(reminderDue(lastDay, '2026-03-14', [7], null)).toBe(2);
    expect(reminderDue(lastDay, '2026-03-16', [7, 2], null)).toBeNull();
    expect(reminderDue(lastDay, '2026-03-17', [7, 2], null)).toBe(-1);
    expect(reminderDue(lastDay, '2026-03-30', [7, 2, -1], null)).toBeNull();
  });
  it('are reminded of once after a job that did not run for days', () => expect(reminderDue(lastDay, '2026-03-20', [], null)).toBe(-1));
  it('need no reminder while a date within them is agreed and lies ahead', () => {
    expect(reminderDue(lastDay, '2026-03-09', [], proposal('a', '2026-03-12T13:00:00Z', 0))).toBeNull();
    expect(reminderDue(lastDay, '2026-03-14', [], proposal('a', '2026-03-12T13:00:00Z', 0))).toBe(2);
    expect(reminderDue(lastDay, '2026-03-09', [], proposal('a', '2026-03-18T13:00:00Z', 0))).toBe(7);
  });
});
