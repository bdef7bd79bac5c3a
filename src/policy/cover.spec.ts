import { coverObstacle, coverOf, seatsToDraw } from './cover.js';
import type { Dossier } from './dossier.js';
import { beyondOf, limitHolds } from './limit-check.js';

const purpose = (code: string | null, legalBasis: string | null = 'public_task') => ({ code, legalBasis });
const version = (...purposes: readonly ReturnType<typeof purpose>[]): Dossier => ({ enforcement: 'native', purposes });
const ALLOWS = version(purpose('attendance'), purpose('quality', 'legitimate_interest'));

describe('cover by lot', () => {
  it.each([
    [0, 0],
    [49, 0],
    [50, 5],
    [51, 6],
    [99, 10],
    [100, 10],
    [101, 11],
    [100_000, 10_000],
  ])('in a scope of %i people leaves out %i at any moment', (people, seats) => expect(coverOf(ALLOWS, people).seats).toBe(seats));

  it('says that the group is too small, where the version itself allows it', () => {
    expect(coverOf(ALLOWS, 49).without).toBe('scope');
    expect(coverOf(ALLOWS, 50).without).toBeNull();
  });

  it.each(['security', 'dlp', 'fraud_investigation', 'evidence', 'legal_proceedings', 'time_registration', 'safety'])(
    'is not possible for %s, beside whatever other purpose',
    (code) => {
      expect(coverOf(version(purpose('attendance'), purpose(code)), 1000)).toEqual({ seats: 0, without: 'purpose' });
    },
  );

  it('is not possible where the law obliges, where IT switches by hand, or where nobody answered', () => {
    expect(coverObstacle(version(purpose('attendance', 'legal_obligation')))).toBe('purpose');
    expect(coverObstacle({ ...ALLOWS, enforcement: 'attested' })).toBe('grade');
    for (const unknown of [version(purpose(null)), version(purpose('attendance', null)), version(), { enforcement: 'native' }])
      expect(coverObstacle(unknown)).toBe('purpose');
    expect(coverObstacle({ purposes: ALLOWS.purposes })).toBe('grade');
  });
});

describe('people who are paused', () => {
  it('take a seat, so that the number of people who are out stays the same', () => {
    for (const paused of [0, 1, 2, 5]) expect(seatsToDraw(10, paused) + paused).toBe(10);
  });
  it('never take all: half of the seats are drawn whatever happens', () => {
    for (const paused of [6, 10, 500]) expect(seatsToDraw(10, paused)).toBe(5);
    expect(seatsToDraw(5, 4)).toBe(3);
  });
});

describe('a condition that demands cover', () => {
  const demanded = { kind: 'cover', value: true } as const;
  it('is kept by a version that allows it', () => expect(limitHolds(demanded, ALLOWS)).toBe(true));
  it('names what stands in the way in any other', () => {
    expect(beyondOf(demanded, { ...ALLOWS, enforcement: 'attested' })).toEqual([
      { attribute: 'enforcement', item: null, found: 'attested' },
    ]);
    expect(beyondOf(demanded, version(purpose('attendance'), purpose('security')))).toEqual([
      { attribute: 'purposes[].code', item: 'security', found: 'security' },
    ]);
    expect(limitHolds(demanded, version())).toBe(false);
    expect(limitHolds(demanded, {})).toBe(false);
  });
});
