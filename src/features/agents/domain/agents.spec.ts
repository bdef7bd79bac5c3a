import { agentState } from './agent-state.js';
import { compileLimits, instantAfter } from '../../../policy/index.js';
import { checkAgent } from './checks.js';
import { knownEnds } from './known-ends.js';
import { decideLease, type LeaseFacts } from './lease-decision.js';
import { leaseTerm } from './lease-term.js';
import { compareSettings } from './settings-sheet.js';

const OPEN: LeaseFacts = {
  missing: [],
  activated: true,
  suspension: null,
  platformActive: true,
  withinHours: true,
  settingsMatch: true,
  owesReceipt: false,
  covered: true,
};
const E9 = { id: 'E9', code: 'council_consent', rules: ['NL-WOR-27-01'], turn: 'or_chair' };
const E10 = { id: 'E10', code: 'employer_decision', rules: [], turn: 'director' };

const codesOf = (changes: Partial<LeaseFacts>): readonly string[] => {
  const decision = decideLease({ ...OPEN, ...changes });
  return decision.granted ? [] : decision.reasons.map(({ code }) => code);
};

describe('a lease', () => {
  it('is given when nothing stands in the way', () => expect(decideLease(OPEN)).toEqual({ granted: true }));
  it.each<[string, Partial<LeaseFacts>]>([
    ['requirement.missing', { missing: [E9] }],
    ['tool.not_activated', { activated: false }],
    ['receipt.missing', { owesReceipt: true }],
    ['tool.suspended', { suspension: 'suspended' }],
    ['tool.stopped', { suspension: 'stopped' }],
    ['settings.differ', { settingsMatch: false }],
    ['not_covered', { covered: false }],
  ])('is refused with %s alone', (code, changes) => expect(codesOf(changes)).toEqual([code]));
  it('names every missing requirement in its order, as codes and as reasons', () =>
    expect(decideLease({ ...OPEN, missing: [E9, E10] })).toEqual({
      granted: false,
      missing: ['council_consent', 'employer_decision'],
      reasons: [
        { code: 'requirement.missing', requirement: 'E9', rules: ['NL-WOR-27-01'], turn: 'or_chair' },
        { code: 'requirement.missing', requirement: 'E10', rules: [], turn: 'director' },
      ],
    }));
  it('needs Countersign itself only to be switched on, not to go on', () => {
    expect(codesOf({ platformActive: false })).toEqual([]);
    expect(codesOf({ platformActive: false, activated: false })).toEqual(['tool.not_activated', 'platform.not_active']);
  });
  it('gives every reason at once', () =>
    expect(codesOf({ missing: [E9], activated: false, suspension: 'suspended', settingsMatch: false })).toEqual([
      'requirement.missing',
      'tool.not_activated',
      'tool.suspended',
      'settings.differ',
    ]));
  it('says nothing about the person while anything else is missing', () => {
    const others: Partial<LeaseFacts>[] = [{ missing: [E9] }, { activated: false }, { suspension: 'stopped' }, { settingsMatch: false }];
    for (const other of others) expect(codesOf({ ...other, covered: false })).toEqual(codesOf(other));
  });
});

describe('its term', () => {
  const now = new Date('2026-03-05T09:00:00.700Z');
  it('is the agreed minutes, in whole seconds, renewed half-way', () =>
    expect(leaseTerm(now, 15, [])).toEqual({
      issuedAt: new Date('2026-03-05T09:00:00Z'),
      expiresAt: new Date('2026-03-05T09:15:00Z'),
      renewAfter: new Date('2026-03-05T09:07:30Z'),
    }));
  it('ends with the last day of what it rests on, in Amsterdam', () => {
    const late = new Date('2026-03-05T22:55:00Z');
    expect(leaseTerm(late, 15, ['2026-03-05']).expiresAt).toEqual(new Date('2026-03-05T23:00:00Z'));
    expect(leaseTerm(late, 15, ['2026-03-06', '2026-03-05']).expiresAt).toEqual(new Date('2026-03-05T23:00:00Z'));
    expect(leaseTerm(late, 15, ['2026-03-06']).expiresAt).toEqual(new Date('2026-03-05T23:10:00Z'));
  });
  it('lasts at least a second until the very end of that day', () => {
    const term = leaseTerm(new Date('2026-03-05T22:59:59.999Z'), 15, ['2026-03-05']);
    expect(term.expiresAt.getTime() - term.issuedAt.getTime()).toBe(1000);
  });
  it.each([
    ['2026-01-10', '2026-01-10T23:00:00Z'],
    ['2026-07-10', '2026-07-10T22:00:00Z'],
    ['2026-03-28', '2026-03-28T23:00:00Z'],
    ['2026-03-29', '2026-03-29T22:00:00Z'],
    ['2026-10-24', '2026-10-24T22:00:00Z'],
    ['2026-10-25', '2026-10-25T23:00:00Z'],
    ['2026-12-31', '2026-12-31T23:00:00Z'],
  ])('the day %s ends at %s', (day, end) => expect(instantAfter(day)).toEqual(new Date(end)));
});

describe('a settings sheet', () => {
  const sheet = { Websites: 'uit', Aanmeldtijden: 'aan' };
  it('shows what differs first, and what one side does not know', () =>
    expect(compareSettings(sheet, { Websites: 'aan', Toetsen: 'aan', Aanmeldtijden: 'aan' })).toEqual([
      { name: 'Toetsen', approved: null, here: 'aan', same: false },
      { name: 'Websites', approved: 'uit', here: 'aan', same: false },
      { name: 'Aanmeldtijden', approved: 'aan', here: 'aan', same: true },
    ]));
});

describe('what a lease rests on', () => {
  const limits = compileLimits([{ kind: 'ends_on', value: '2026-05-01' }]);
  it('ends with each known last day that is still to come', () =>
    expect(
      knownEnds(
        { representation: { expiresOn: '2026-06-01' }, dpia: { reviewDue: '2026-04-01' }, transfers: [{ validUntil: '2026-02-01' }, {}] },
        limits,
        '2026-03-05',
      ),
    ).toEqual(['2026-06-01', '2026-04-01', '2026-05-01']));
  it('has no end that nobody named', () => expect(knownEnds({}, compileLimits([]), '2026-03-05')).toEqual([]));
});

describe('what IT sees of an agent', () => {
  const known = { retired: false, blocked: false, settingsMatch: true, bound: true };
  it.each([
    ['known', {}],
    ['silent', { settingsMatch: null }],
    ['unbound', { bound: false }],
    ['differs', { settingsMatch: false, bound: false }],
    ['blocked', { blocked: true, settingsMatch: false }],
    ['retired', { retired: true, blocked: true }],
  ])('is %s', (state, changes) => expect(agentState({ ...known, ...changes })).toBe(state));
  it('puts the open checks first', () => {
    const facts = { activated: true, suspended: false, blocked: false, settingsMatch: false, requirementsMet: true, bound: true };
    expect(checkAgent(facts).map(({ check }) => check)).toEqual(['L3', 'L1', 'L2', 'L4', 'L5']);
    expect(checkAgent({ ...facts, suspended: true, requirementsMet: false, bound: false }).map(({ check }) => check)).toEqual([
      'L3',
      'L4',
      'L1',
      'L5',
      'L2',
    ]);
    expect(checkAgent({ ...facts, settingsMatch: null })[0]).toEqual({ check: 'L3', holds: false });
  });
});
