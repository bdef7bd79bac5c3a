import { asksEnrolment, firstRole, isLive, isThrottled, needsTouch, passwordRefusal } from './sessions.js';

const START = new Date('2026-03-05T09:00:00Z');
const after = (minutes: number, ms = 0) => new Date(START.getTime() + minutes * 60_000 + ms);

describe('a session', () => {
  it('ends at the very instant that it was idle for an hour, not before', () => {
    const session = { createdAt: START, seenAt: START };
    expect(isLive(session, after(60, -1))).toBe(true);
    expect(isLive(session, after(60))).toBe(false);
  });

  it('ends twelve hours after it began, however busy', () => {
    expect(isLive({ createdAt: START, seenAt: after(719) }, after(720, -1))).toBe(true);
    expect(isLive({ createdAt: START, seenAt: after(719) }, after(720))).toBe(false);
  });

  it('is touched once a minute at most', () => {
    expect(needsTouch({ createdAt: START, seenAt: START }, after(1, -1))).toBe(false);
    expect(needsTouch({ createdAt: START, seenAt: START }, after(1))).toBe(true);
  });

  it('begins in the first role beyond employee, an officer only after enrolment', () => {
    expect(firstRole(['employee'], false)).toBe('employee');
    expect(firstRole(['employee', 'or_chair', 'manager'], true)).toBe('or_chair');
    expect(firstRole(['employee', 'or_chair', 'manager'], false)).toBe('manager');
    expect(firstRole(['employee', 'or_secretary'], false)).toBe('employee');
    expect(asksEnrolment('or_chair', false)).toBe(true);
    expect(asksEnrolment('or_chair', true)).toBe(false);
    expect(asksEnrolment('or_member', false)).toBe(false);
  });
});

describe('attempts', () => {
  it('are stopped at the eleventh within a quarter of an hour', () => {
    expect(isThrottled(10)).toBe(false);
    expect(isThrottled(11)).toBe(true);
  });
});

describe('a password', () => {
  it.each([
    ['elf tekens.', 'password.short'],
    ['x'.repeat(201), 'password.long'],
    ['aaaaaaaaaaaaaa', 'password.guessable'],
    ['Jan@voorbeeld.nl', 'password.guessable'],
    ['twaalf teken', null],
    ['x'.repeat(199) + 'y', null],
  ])('%j gives %s', (password, code) => {
    expect(passwordRefusal(password, ['jan@voorbeeld.nl', null])).toBe(code);
  });
});
