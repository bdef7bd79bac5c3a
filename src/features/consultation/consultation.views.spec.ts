import { NO_CASE } from '../../../test/support/no-case.js';
import type { CaseFile, CouncilDecision } from './domain/case-file.js';
import { phaseOf, turnIn } from './consultation.views.js';

type Course = Parameters<typeof phaseOf>[0];
const decided = (word: CouncilDecision['decision']): CaseFile => {
  const on = new Date('2026-03-02T09:00:00Z');
  const decision: CouncilDecision = {
    id: 'd_1',
    requestId: 'r_1',
    fingerprint: 'f',
    decision: word,
    reasons: 'x',
    decidedOn: '2026-03-02',
    ballotId: null,
    votesFor: 5,
    votesAgainst: 4,
    votesAbstained: 0,
    expiresOn: null,
    reference: 'AAAA-BBBB',
    recordedBy: 'p_1',
    recordedAt: on,
    confirmedBy: 'p_2',
    confirmedAt: on,
    rejectedAt: null,
    conditions: [],
  };
  return { ...NO_CASE, decisions: [decision] };
};
const course = (run: Course['run'], withdrawnAt: Date | null = null, file: CaseFile = NO_CASE): Course => {
  const request = { id: 'r_1', body: 'or' as const, withdrawnAt } satisfies Partial<Course['request']>;
  return { request: request as Course['request'], inHand: { file } as Course['inHand'], run };
};

describe('how far a case has come', () => {
  it('is what the version does, once it ran', () => {
    expect([phaseOf(course('running')), turnIn(course('running')).next]).toEqual(['running', 'next.running']);
    expect([phaseOf(course('ended')), turnIn(course('ended')).next]).toEqual(['ended', 'next.ended']);
  });
  it('is the last act while it never ran', () => expect(phaseOf(course(null))).toBe('asked'));
  it('tells a refusal from a consent', () => {
    expect(phaseOf(course(null, null, decided('refused')))).toBe('refused');
    expect(turnIn(course(null, null, decided('refused'))).next).toBe('next.refused');
    expect(phaseOf(course(null, null, decided('granted')))).toBe('decided');
  });
  it('is over once the request was taken back', () => expect(phaseOf(course('running', new Date('2026-03-02')))).toBe('withdrawn'));
});
