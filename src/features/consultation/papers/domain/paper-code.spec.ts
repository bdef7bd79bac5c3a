import type { CouncilDecision } from '../../domain/case-file.js';
import { isPaperCode, paperCode, paperFingerprint } from './paper-code.js';

const DECISION: CouncilDecision = {
  id: 'd_1',
  requestId: 'r_1',
  fingerprint: 'sha-256:version',
  decision: 'granted_with_conditions',
  reasons: 'Het is beperkt.',
  decidedOn: '2026-03-03',
  ballotId: null,
  votesFor: 7,
  votesAgainst: 1,
  votesAbstained: 0,
  expiresOn: null,
  reference: '7QX4-M2KP',
  recordedBy: 'p_1',
  recordedAt: new Date('2026-03-03T09:00:00Z'),
  confirmedBy: null,
  confirmedAt: null,
  rejectedAt: null,
  conditions: [{ id: 'c_1', text: 'Alleen overdag', limit: null, promiseOwner: 'HR', dueOn: '2026-06-01', finding: null }],
};

describe('the code of a paper that is signed by hand', () => {
  const print = paperFingerprint(DECISION);

  it('is of what the paper says: another word, reason, total or condition is another code', () => {
    const others: readonly Partial<CouncilDecision>[] = [
      { decision: 'granted' },
      { reasons: 'Het is beperkt' },
      { votesFor: 6 },
      { expiresOn: '2027-01-01' },
      { fingerprint: 'sha-256:other' },
      { conditions: [] },
      { id: 'd_2' },
    ];
    const codes = others.map((other) => paperCode(paperFingerprint({ ...DECISION, ...other })));
    expect(new Set([...codes, paperCode(print)]).size).toBe(others.length + 1);
  });

  it('does not change by what happens to the decision afterwards', () => {
    const [condition] = DECISION.conditions;
    const later = { ...DECISION, confirmedAt: new Date(), confirmedBy: 'p_2', conditions: [{ ...condition!, finding: 'kept' as const }] };
    expect(paperFingerprint(later)).toBe(print);
  });

  it('is typed as it is read: small letters, spaces and a letter O for a zero', () => {
    const code = paperCode(print);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    for (const typed of [code, code.toLowerCase(), code.replace('-', ' '), ` ${code.replaceAll('0', 'O')} `])
      expect([typed, isPaperCode(typed, print)]).toEqual([typed, true]);
    for (const typed of ['', code.slice(0, 8), `${code}0`, paperCode(paperFingerprint({ ...DECISION, votesFor: 6 }))])
      expect([typed, isPaperCode(typed, print)]).toEqual([typed, false]);
  });
});
