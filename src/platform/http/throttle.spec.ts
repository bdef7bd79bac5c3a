import { describe, expect, it } from '@jest/globals';
import { Throttle } from './throttle.js';

const AT = new Date('2026-03-02T09:00:00Z');
const after = (ms: number): Date => new Date(AT.getTime() + ms);

describe('a throttle', () => {
  it('lets through what it may in a minute, and then again in the next', () => {
    const throttle = new Throttle(2);
    const let_ = (ms: number, key = 'a') => throttle.lets(key, after(ms));
    expect([let_(0), let_(1), let_(2), let_(59_999), let_(60_000)]).toEqual([true, true, false, false, true]);
  });

  it('says how long that takes, in whole seconds', () => {
    const throttle = new Throttle(1);
    throttle.lets('a', AT);
    expect([throttle.secondsLeft(AT), throttle.secondsLeft(after(500)), throttle.secondsLeft(after(59_999))]).toEqual([60, 60, 1]);
  });

  it('counts each key by itself', () => {
    const throttle = new Throttle(1);
    expect([throttle.lets('a', AT), throttle.lets('b', AT), throttle.lets('a', AT)]).toEqual([true, true, false]);
  });

  it('forgets what is over, so that it never grows', () => {
    const throttle = new Throttle(1);
    for (let n = 0; n < 5000; n += 1) throttle.lets(`k${n}`, AT);
    expect(throttle.lets('later', after(60_000))).toBe(true);
    expect(throttle.size).toBe(1);
  });
});
