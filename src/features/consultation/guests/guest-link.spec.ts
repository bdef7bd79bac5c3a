import { describe, expect, it } from '@jest/globals';
import { beginsVisit, expiryOf, isOpen, LINK_DAYS, linkState } from './guest-link.js';

const AT = new Date('2026-03-02T09:00:00Z');
const after = (ms: number): Date => new Date(AT.getTime() + ms);

describe('a guest link', () => {
  it('lasts at most ninety days', () => {
    expect(Math.max(...LINK_DAYS.map(Number))).toBe(90);
    expect(expiryOf(AT, 90).toISOString()).toBe('2026-05-31T09:00:00.000Z');
  });

  it('is open until the very instant of its end, not at it', () => {
    const link = { expiresAt: after(1000), endedAt: null };
    expect([isOpen(link, after(999)), isOpen(link, after(1000))]).toEqual([true, false]);
    expect([linkState(link, after(999)), linkState(link, after(1000))]).toEqual(['open', 'expired']);
  });

  it('is closed once it was taken back, however long it would have lasted', () => {
    const link = { expiresAt: after(1000), endedAt: AT };
    expect([isOpen(link, AT), linkState(link, AT)]).toEqual([false, 'ended']);
  });

  it('counts a visit once, however many pages are opened in it', () => {
    expect([beginsVisit(null, AT), beginsVisit(AT, after(899_999)), beginsVisit(AT, after(900_000))]).toEqual([true, false, true]);
  });
});
