import fc from 'fast-check';
import type { CouncilRules, Roster } from '../../council/index.js';
import { forAndAgainst, quorumReached, type Result, resultOf, secretResultOf, totalsShown } from './result.js';
import { type Choice, CHOICES, takingPart, type Vote } from './vote.js';

const RULES: CouncilRules = {
  id: 'r',
  quorum: 'more_than_half',
  majority: 'simple',
  ballot: 'open',
  tie: 'no_consent',
  deputising: 'named',
};
const councilOf = (seats: number, deputies: Readonly<Record<number, string>> = {}): Roster => ({
  seatCount: seats,
  seats: Array.from({ length: seats }, (_, at) => ({ id: `s${at}`, personId: `p${at}`, deputyId: deputies[at] ?? null })),
});
const LETTERS: Readonly<Record<string, Choice>> = { c: 'consent', k: 'conditions', n: 'no_consent', a: 'abstention' };
/** `ccn`: the first two consent, the third does not. */
const votesOf = (letters: string): Vote[] =>
  letters.split('').map((letter, at) => ({ personId: `p${at}`, turn: 1, choice: LETTERS[letter] ?? 'abstention' }));
const said = ({ state, outcome }: Result): string => (state === 'decided' ? outcome : state);

describe('a result', () => {
  it.each([
    // seats, votes, majority, result
    [9, 'cccnn', 'simple', 'granted'],
    [9, 'cccnna', 'simple', 'granted'],
    [9, 'ccnna', 'simple', 'refused'],
    [9, 'ccnnn', 'simple', 'refused'],
    [9, 'cccnna', 'absolute', 'refused'],
    [9, 'ccccna', 'absolute', 'granted'],
    [9, 'cccnn', 'absolute', 'granted'],
    [9, 'ccccnn', 'two_thirds', 'granted'],
    [9, 'cccnn', 'two_thirds', 'refused'],
    [9, 'cccaaa', 'two_thirds', 'refused'],
    [9, 'aaaaa', 'simple', 'refused'],
    [9, 'ccckkn', 'simple', 'granted_with_conditions'],
    [9, 'cccckn', 'simple', 'granted'],
    [9, 'kkkkk', 'simple', 'granted_with_conditions'],
    [9, 'cckkkkn', 'two_thirds', 'granted_with_conditions'],
    [9, 'cknnn', 'simple', 'refused'],
    [9, 'cccc', 'simple', 'no_quorum'],
    [8, 'cccc', 'simple', 'no_quorum'],
    [8, 'ccaaa', 'simple', 'granted'],
  ] as const)('of %i seats, %s by %s majority: %s', (seats, letters, majority, expected) => {
    expect(said(resultOf(councilOf(seats), { ...RULES, majority }, votesOf(letters)))).toBe(expected);
  });

  it('counts only the last vote of somebody who changed it', () => {
    const changed: Vote[] = [
      ...votesOf('nnn'),
      { personId: 'p0', turn: 2, choice: 'consent' },
      { personId: 'p1', turn: 3, choice: 'consent' },
    ];
    expect(said(resultOf(councilOf(5), RULES, [...changed, { personId: 'p1', turn: 2, choice: 'no_consent' }]))).toBe('granted');
  });

  it('counts nobody without a seat', () => {
    const stranger: Vote = { personId: 'p_other', turn: 1, choice: 'no_consent' };
    expect(resultOf(councilOf(3), RULES, [...votesOf('cc'), stranger]).takingPart).toBe(2);
  });

  it.each([
    [9, 'more_than_half', 4, false],
    [9, 'more_than_half', 5, true],
    [8, 'more_than_half', 4, false],
    [9, 'two_thirds', 5, false],
    [9, 'two_thirds', 6, true],
    [9, 7, 6, false],
    [9, 7, 7, true],
    [0, 'more_than_half', 0, false],
    [3, 0, 0, false],
  ] as const)('of %i seats filled, a quorum of %s is reached by %i: %s', (seats, quorum, voters, reached) => {
    expect(quorumReached(quorum, councilOf(seats), voters)).toBe(reached);
  });

  describe('with a tie', () => {
    const chair: CouncilRules = { ...RULES, tie: 'chair_decides' };
    it.each([
      ['ccnn', undefined, 'tied'],
      ['ccnn', 'for', 'granted'],
      ['ccnn', 'against', 'refused'],
      ['cknn', undefined, 'tied'],
      ['cknn', 'for', 'granted_with_conditions'],
      ['cccnn', 'against', 'granted'],
      ['ccnnn', 'for', 'refused'],
      ['aaaa', 'for', 'refused'],
    ] as const)('%s, the chair %s: %s', (letters, casting, expected) => {
      expect(said(resultOf(councilOf(6), chair, votesOf(letters), casting))).toBe(expected);
    });
    it('has no chair deciding unless the rules say so, nor for two thirds, nor where one vote more is no absolute majority', () => {
      expect(said(resultOf(councilOf(6), RULES, votesOf('ccnn'), 'for'))).toBe('refused');
      expect(said(resultOf(councilOf(6), { ...chair, majority: 'two_thirds' }, votesOf('ccnn'), 'for'))).toBe('refused');
      expect(said(resultOf(councilOf(6), { ...chair, majority: 'absolute' }, votesOf('ccnna'), 'for'))).toBe('granted');
      expect(said(resultOf(councilOf(6), { ...chair, majority: 'absolute' }, votesOf('ccnnaa'), 'for'))).toBe('refused');
    });
  });

  it('hides the totals of a secret ballot with fewer than five voters or without a quorum, and of no open one', () => {
    expect([totalsShown('secret', 'decided', 4), totalsShown('secret', 'decided', 5), totalsShown('open', 'decided', 1)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([totalsShown('secret', 'no_quorum', 9), totalsShown('open', 'no_quorum', 1)]).toEqual([false, true]);
  });
  it('reads as for and against what was decided', () => {
    const counts = { consent: 3, conditions: 2, no_consent: 1, abstention: 1 };
    expect([forAndAgainst('granted', counts), forAndAgainst('granted_with_conditions', counts)]).toEqual([
      [3, 3],
      [5, 1],
    ]);
  });
});

describe('a secret result', () => {
  const secret: CouncilRules = { ...RULES, ballot: 'secret' };
  it('is that of the choices, when everyone who took part has a vote', () => {
    const result = secretResultOf(councilOf(3), secret, { participants: ['p0', 'p1'], choices: ['consent', 'consent'] });
    expect(result && said(result)).toBe('granted');
  });
  it('is none when somebody who took part lost the seat, when a member and the deputy both did, or when the numbers differ', () => {
    const choices: Choice[] = ['consent', 'consent'];
    expect(secretResultOf(councilOf(3), secret, { participants: ['p0', 'p9'], choices })).toBeNull();
    expect(secretResultOf(councilOf(3, { 0: 'd' }), secret, { participants: ['p0', 'd'], choices })).toBeNull();
    expect(secretResultOf(councilOf(3), secret, { participants: ['p0'], choices })).toBeNull();
    expect(secretResultOf(councilOf(3, { 0: 'd' }), secret, { participants: ['p1', 'd'], choices })).not.toBeNull();
  });
});

const RUNS = { numRuns: 1000, seed: 20_260_302 };
const person = fc.integer({ min: 0, max: 30 }).map((at) => `p${at}`);
const rosters: fc.Arbitrary<Roster> = fc
  .uniqueArray(person, { minLength: 1, maxLength: 25 })
  .chain((holders) =>
    fc.tuple(
      fc.constant(holders),
      fc.array(fc.option(person), { minLength: holders.length, maxLength: holders.length }),
      fc.integer({ min: 0, max: 5 }),
    ),
  )
  .map(([holders, deputies, empty]) => ({
    seatCount: holders.length + empty,
    seats: holders.map((personId, at) => ({ id: `s${at}`, personId, deputyId: deputies[at] === personId ? null : (deputies[at] ?? null) })),
  }));
const rules: fc.Arbitrary<CouncilRules> = fc.record({
  id: fc.constant('r'),
  quorum: fc.oneof(fc.constantFrom('more_than_half' as const, 'two_thirds' as const), fc.integer({ min: 1, max: 25 })),
  majority: fc.constantFrom('simple' as const, 'absolute' as const, 'two_thirds' as const),
  ballot: fc.constantFrom('open' as const, 'secret' as const),
  tie: fc.constantFrom('no_consent' as const, 'chair_decides' as const),
  deputising: fc.constant('named' as const),
});
const ballots: fc.Arbitrary<Vote[]> = fc.uniqueArray(
  fc.record({ personId: person, turn: fc.integer({ min: 1, max: 3 }), choice: fc.constantFrom(...CHOICES) }),
  { maxLength: 40, selector: ({ personId, turn }) => `${personId} ${turn}` },
);
const casting = fc.constantFrom(undefined, 'for' as const, 'against' as const);

describe('whatever the roster, the rules and the votes', () => {
  it('no result depends on the order of the votes', () => {
    const shuffled = ballots.chain((votes) => fc.tuple(fc.constant(votes), fc.shuffledSubarray(votes, { minLength: votes.length })));
    fc.assert(
      fc.property(rosters, rules, shuffled, casting, (roster, by, [votes, otherwise], chair) => {
        expect(resultOf(roster, by, otherwise, chair)).toEqual(resultOf(roster, by, votes, chair));
      }),
      RUNS,
    );
  });

  it('nor on the order of the seats', () => {
    const turned = rosters.chain((roster) =>
      fc.tuple(fc.constant(roster), fc.shuffledSubarray([...roster.seats], { minLength: roster.seats.length })),
    );
    fc.assert(
      fc.property(turned, rules, ballots, ([roster, seats], by, votes) => {
        expect(resultOf({ ...roster, seats }, by, votes)).toEqual(resultOf(roster, by, votes));
      }),
      RUNS,
    );
  });

  it('quorum and majority are apart: an abstention counts for the one alone, and what was chosen never changes the quorum', () => {
    fc.assert(
      fc.property(rosters, rules, ballots, fc.constantFrom(...CHOICES), (roster, by, votes, choice) => {
        const result = resultOf(roster, by, votes);
        const otherwise = resultOf(
          roster,
          by,
          votes.map((vote) => ({ ...vote, choice })),
        );
        expect(otherwise.quorumReached).toBe(result.quorumReached);
        expect(result.outcome === null).toBe(!result.quorumReached || result.state === 'tied');
        const another: CouncilRules['majority'] = by.majority === 'simple' ? 'two_thirds' : 'simple';
        expect(resultOf(roster, { ...by, majority: another }, votes).quorumReached).toBe(result.quorumReached);
        if (!result.quorumReached || by.majority !== 'simple') return;
        const { consent, conditions, no_consent: against } = result.counts;
        expect(result.outcome === 'granted' || result.outcome === 'granted_with_conditions').toBe(consent + conditions > against);
      }),
      RUNS,
    );
  });

  it('a deputy counts once, and not when the member voted', () => {
    fc.assert(
      fc.property(rosters, rules, ballots, (roster, by, votes) => {
        const voted = new Set(votes.map(({ personId }) => personId));
        const holders = new Set(roster.seats.map(({ personId }) => personId));
        const standIns = new Set(
          roster.seats
            .filter(({ personId, deputyId }) => !voted.has(personId) && deputyId !== null && voted.has(deputyId))
            .map(({ deputyId }) => deputyId ?? ''),
        );
        const expected = [...voted].filter((id) => holders.has(id) || standIns.has(id));
        const { counts, takingPart: counted } = resultOf(roster, by, votes);
        expect(counted).toBe(expected.length);
        expect(CHOICES.reduce((sum, choice) => sum + counts[choice], 0)).toBe(counted);
        expect(counted).toBeLessThanOrEqual(roster.seats.length);
        expect([...takingPart(roster, voted)].sort()).toEqual(expected.sort());
      }),
      RUNS,
    );
  });

  it('a secret ballot ends as the open one with the same votes would, or is held again', () => {
    fc.assert(
      fc.property(rosters, rules, ballots, casting, (roster, by, votes, chair) => {
        const once = votes.filter((vote, at) => votes.findIndex(({ personId }) => personId === vote.personId) === at);
        const secret = secretResultOf(
          roster,
          by,
          { participants: once.map(({ personId }) => personId), choices: once.map(({ choice }) => choice).sort() },
          chair,
        );
        const open = resultOf(roster, by, once, chair);
        if (secret) expect(secret).toEqual(open);
        expect(secret === null).toBe(open.takingPart < once.length);
      }),
      RUNS,
    );
  });
});
