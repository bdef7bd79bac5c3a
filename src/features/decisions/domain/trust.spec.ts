import { Trust, TRUSTED_MS } from './trust.js';

describe('what is kept', () => {
  it('is trusted by nobody before a heartbeat came back', () => {
    const trust = new Trust();
    trust.sent('a', 0);
    expect(trust.holds(0)).toBe(false);
    expect([trust.cameBack('b'), trust.holds(1)]).toEqual([false, false]);
  });
  it('is trusted for a second from when the heartbeat was sent, and not at its very end', () => {
    const trust = new Trust();
    trust.sent('a', 5000);
    expect(trust.cameBack('a')).toBe(true);
    expect([trust.holds(5000 + TRUSTED_MS - 1), trust.holds(5000 + TRUSTED_MS)]).toEqual([true, false]);
  });
  it('is not trusted by a heartbeat that took longer than that', () => {
    const trust = new Trust();
    trust.sent('a', 0);
    trust.cameBack('a');
    expect(trust.holds(TRUSTED_MS + 1)).toBe(false);
  });
  it('goes by the last one sent, in whatever order they come back, and each counts once', () => {
    const trust = new Trust();
    trust.sent('a', 0);
    trust.sent('b', 400);
    trust.cameBack('b');
    trust.cameBack('a');
    expect([trust.holds(1399), trust.holds(1400), trust.cameBack('b')]).toEqual([true, false, false]);
  });
  it('is trusted no more once something was missed, also by what was under way then', () => {
    const trust = new Trust();
    trust.sent('a', 0);
    trust.cameBack('a');
    trust.sent('b', 100);
    trust.end();
    expect([trust.holds(1), trust.cameBack('b'), trust.holds(101)]).toEqual([false, false, false]);
  });
  it('forgets heartbeats that were lost', () => {
    const trust = new Trust();
    trust.sent('a', 0);
    trust.sent('b', 5001);
    expect([trust.cameBack('a'), trust.cameBack('b')]).toEqual([false, true]);
  });
});
