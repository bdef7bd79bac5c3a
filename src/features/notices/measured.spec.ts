import { CAPABILITIES, type CapabilityAnswer } from '../../policy/index.js';
import { measuredBy, notMeasuredBy } from './measured.catalogue.js';

const all = (on: boolean | null): readonly CapabilityAnswer[] => CAPABILITIES.map(({ code }) => ({ code, can: true, on, reach: null }));

describe('what is not measured', () => {
  it('begins with what people ask first, and leaves nothing out', () => {
    const { nl } = notMeasuredBy(all(false));
    expect(nl.slice(0, 3)).toEqual(['Wat u typt', 'Foto’s van uw scherm', 'Beeld van uw camera']);
    expect(new Set(nl).size).toBe(CAPABILITIES.length);
  });
  it('names nothing that nobody answered', () => {
    expect(notMeasuredBy(all(null)).en).toEqual([]);
    expect(measuredBy(all(null)).en).toHaveLength(CAPABILITIES.length);
  });
});
