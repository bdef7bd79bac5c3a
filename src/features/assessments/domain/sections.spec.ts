import { finishedParts, isSection, SECTIONS, unfinished } from './sections.js';

describe('the four parts of a DPIA', () => {
  it('are there when all seven sections are finished', () =>
    expect(finishedParts(SECTIONS)).toEqual({ description: true, necessity: true, risks: true, measures: true }));
  it.each(['purpose', 'basis', 'data', 'capture'])('has no description while %s is open', (open) =>
    expect(finishedParts(SECTIONS.filter((section) => section !== open))).toEqual({
      description: false,
      necessity: true,
      risks: true,
      measures: true,
    }),
  );
  it('are each missing with their own section', () => {
    expect(finishedParts(SECTIONS.filter((section) => section !== 'alternatives')).necessity).toBe(false);
    expect(finishedParts(SECTIONS.filter((section) => section !== 'risks')).risks).toBe(false);
    expect(finishedParts(SECTIONS.filter((section) => section !== 'measures')).measures).toBe(false);
  });
  it('names what is unfinished in order', () =>
    expect(unfinished(['risks', 'basis'])).toEqual(['purpose', 'data', 'capture', 'alternatives', 'measures']));
  it('knows no other sections', () => expect([isSection('risks'), isSection('toString'), isSection('')]).toEqual([true, false, false]));
});
