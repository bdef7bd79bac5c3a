import { heldSince } from './held-since.js';

const day = (on: string): Date => new Date(`${on}T09:00:00Z`);
const ACTS = [
  { type: 'tool.registered', at: day('2026-03-02') },
  { type: 'dpia.fixed', at: day('2026-03-04') },
  { type: 'advice.given', at: day('2026-03-09') },
];

describe('since when a requirement is held up', () => {
  it('counts the assessment from the registration of the version', () => {
    expect(heldSince('E1', day('2026-03-02'), ACTS)).toEqual(day('2026-03-02'));
    expect(heldSince('E12', null, ACTS)).toBeNull();
  });
  it('counts the advice from the DPIA, and its conditions from the advice', () => {
    expect(heldSince('E5', day('2026-03-02'), ACTS)).toEqual(day('2026-03-04'));
    expect(heldSince('E6', day('2026-03-02'), ACTS)).toEqual(day('2026-03-09'));
  });
  it('takes nothing from an act on an earlier version, or one that is not there yet', () => {
    expect(heldSince('E5', day('2026-06-01'), ACTS)).toBeNull();
    expect(heldSince('E11', day('2026-03-02'), ACTS)).toBeNull();
  });
});
