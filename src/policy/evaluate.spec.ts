import { BASELINE, CASES, overlaid, scenario } from '../../test/support/published-dossiers.js';
import { evaluate } from './evaluate.js';
import type { RuleId } from './rules/rule.js';

const failing = (dossier: unknown): string[] =>
  evaluate(dossier)
    .rules.filter((rule) => rule.outcome === 'FAIL')
    .map((rule) => rule.id)
    .sort();
const ruleIn = (dossier: unknown, id: RuleId) => evaluate(dossier).rules.find((rule) => rule.id === id);

describe('the published dossiers', () => {
  it('hold the baseline open', () => {
    expect(failing(BASELINE)).toEqual([]);
    expect(evaluate(BASELINE).verdict).toBe('OPEN');
  });
  it.each(CASES.map((one) => [one.id, one] as const))('%s fails exactly its rules', (_id, one) => {
    const dossier = overlaid(one.overlay);
    expect(failing(dossier)).toEqual([...one.expectFailing].sort());
    if (one.expectVerdict) expect(evaluate(dossier).verdict).toBe(one.expectVerdict);
  });
  it('include the bypass group', () => expect(CASES.filter((one) => one.group === 'bypass').length).toBeGreaterThanOrEqual(9));
});

describe('what cannot be read', () => {
  it.each([
    ['a number where a list belongs, in WHEN', { capture: { modes: 7 } }, 'EU-GDPR-04-01'],
    ['true where a number belongs', { objectionHandling: { slaDays: true } }, 'EU-GDPR-12-01'],
    ['a day that does not exist', { dpia: { reviewDue: '2027-02-29' } }, 'EU-GDPR-35-03'],
    ['a day with a time', { notice: { publishedOn: '2026-10-26T09:00' } }, 'EU-GDPR-13-03'],
    ['a word where a list belongs', { tool: { deviceOwnership: 'private' } }, 'EU-WP249-02'],
    ['an attribute of nothing', { tool: { emotion: null } }, 'EU-AIA-05-01'],
    [
      'a list where the name of an item of the notice belongs',
      { notice: { contentItems: [...(BASELINE.notice?.contentItems ?? []), ['N21']] } },
      'EU-GDPR-13-01',
    ],
    ['a missing list of transfers', { transfers: null }, 'EU-GDPR-44-01'],
  ] as const)('closes: %s', (_title, overlay, id) => expect(failing(overlaid(overlay))).toContain(id));

  it('is no match for a change of severity', () => {
    expect(ruleIn(overlaid({ today: null }), 'EU-AIA-26-01')?.severity).toBe('warns');
    expect(ruleIn(overlaid({ assessment: { parityException: null } }), 'NL-PAR-01')?.severity).toBe('blocks');
  });
  it('judges a dossier without an object as an empty one', () => {
    for (const value of [null, 7, 'dossier', [BASELINE], true]) expect(evaluate(value)).toEqual(evaluate({}));
    expect(evaluate({}).verdict).toBe('PROHIBITED');
  });
});

describe('jurisdictions', () => {
  it('judges an unanswered one by the Dutch pack', () => {
    expect(failing(overlaid({ organisation: { jurisdiction: null } }))).toEqual(['GEN-DOS-01']);
  });
  it.each(['DE', 'nl', '', '__proto__'])('blocks %p, which has no pack, and says so', (jurisdiction) => {
    expect(evaluate(overlaid({ organisation: { jurisdiction } }))).toEqual({
      verdict: 'BLOCKED',
      rules: [],
      reason: 'jurisdiction.without_pack',
    });
  });
});

describe('days', () => {
  const on = (overlay: object, id: RuleId) => ruleIn(overlaid(overlay), id)?.outcome;
  it('holds a review until its very day', () => {
    expect(on({ today: '2027-10-01' }, 'EU-GDPR-35-03')).toBe('PASS');
    expect(on({ today: '2027-10-02' }, 'EU-GDPR-35-03')).toBe('FAIL');
  });
  it('holds a consent until the very day it ends', () => {
    expect(on({ today: '2027-12-31' }, 'NL-WOR-27-08')).toBe('PASS');
    expect(on({ today: '2028-01-01' }, 'NL-WOR-27-08')).toBe('FAIL');
  });
  it('asks one whole day between notice and activation, and warns under 14', () => {
    expect(on({ notice: { publishedOn: '2026-11-15' } }, 'EU-GDPR-13-03')).toBe('PASS');
    expect(on({ notice: { publishedOn: '2026-11-16' } }, 'EU-GDPR-13-03')).toBe('FAIL');
    expect(on({ notice: { publishedOn: '2026-11-02' } }, 'EU-GDPR-13-04')).toBe('PASS');
    expect(on({ notice: { publishedOn: '2026-11-03' } }, 'EU-GDPR-13-04')).toBe('FAIL');
  });
  it('opens on the effective day, not a day before', () => {
    expect(on({ runtime: { activationOn: '2026-11-16' } }, 'NL-WOR-27-05')).toBe('PASS');
    expect(on({ runtime: { activationOn: '2026-11-15' } }, 'NL-WOR-27-05')).toBe('FAIL');
  });
  it('counts a meeting on the day of the request and on that of the decision', () => {
    for (const day of ['2026-09-01', '2026-10-06']) expect(on({ representation: { meetings: [day] } }, 'NL-WOR-27-03')).toBe('PASS');
    for (const day of ['2026-08-31', '2026-10-07']) expect(on({ representation: { meetings: [day] } }, 'NL-WOR-27-03')).toBe('FAIL');
  });
  it('closes for an objection of 31 days, or of 91 after an extension', () => {
    const aged = (ageDays: number, extensionNotified: boolean) =>
      on({ runtime: { openObjections: [{ ageDays, suspended: true, extensionNotified }] } }, 'EU-GDPR-21-03');
    expect([aged(30, false), aged(31, false), aged(90, true), aged(91, true)]).toEqual(['PASS', 'FAIL', 'PASS', 'FAIL']);
  });
});

describe('severities that change', () => {
  it('makes the duties for high-risk AI block from 2 December 2027', () => {
    expect(ruleIn(overlaid({ today: '2027-12-01' }), 'EU-AIA-26-01')?.severity).toBe('warns');
    expect(ruleIn(overlaid({ today: '2027-12-02' }), 'EU-AIA-26-01')?.severity).toBe('blocks');
  });
  it('asks proof of effect at a renewal', () => {
    expect(evaluate(overlaid({ runtime: { isRenewal: true } })).verdict).toBe('BLOCKED');
    expect(ruleIn(BASELINE, 'EU-NEC-03')).toMatchObject({ outcome: 'PASS', severity: 'warns' });
  });
  it('only warns when a sample is told of afterwards', () => expect(evaluate(scenario('S14')).verdict).toBe('OPEN_WITH_WARNINGS'));
  it('only warns for a stricter home when the DPO endorsed the measure', () => {
    const stricter = { home: { viewers: 2 } };
    const endorsed = { assessment: { parityException: { securityMeasure: 'vault room', dpoEndorsed: true } } };
    expect(evaluate(overlaid(stricter)).verdict).toBe('BLOCKED');
    expect(evaluate(overlaid({ ...stricter, ...endorsed })).verdict).toBe('OPEN_WITH_WARNINGS');
  });
});
