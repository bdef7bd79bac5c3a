import { representativeBodyOf } from './representative-body.js';

const bodies = { council: false, staffRepresentation: false, headcount: 214 };

describe('the representative body', () => {
  it('is the council once its officers have accepted, whatever the headcount says', () => {
    for (const headcount of [null, 3, 49, 214]) expect(representativeBodyOf({ ...bodies, council: true, headcount })).toBe('or');
  });

  it('is the staff representation where there is no council', () => {
    expect(representativeBodyOf({ ...bodies, staffRepresentation: true })).toBe('pvt');
    expect(representativeBodyOf({ ...bodies, staffRepresentation: true, council: true })).toBe('or');
  });

  it.each([
    [0, 'none'],
    [9, 'none'],
    [10, 'personnel_meeting'],
    [49, 'personnel_meeting'],
    [50, 'none'],
  ])('of %i people without either is %s', (headcount, body) => {
    expect(representativeBodyOf({ ...bodies, headcount })).toBe(body);
  });

  it('is unknown while nobody has said how many work there', () => {
    expect(representativeBodyOf({ ...bodies, headcount: null })).toBeNull();
  });
});
