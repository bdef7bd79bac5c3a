import { NO_CASE } from './domain/case-file.js';
import { nextOf, phaseOf } from './consultation.views.js';

type Course = Parameters<typeof phaseOf>[0];
const course = (run: Course['run'], withdrawnAt: Date | null = null): Course => {
  const request = { id: 'r_1', withdrawnAt } satisfies Partial<Course['request']>;
  return { request: request as Course['request'], inHand: { file: NO_CASE } as Course['inHand'], run };
};

describe('how far a case has come', () => {
  it('is what the version does, once it ran', () => {
    expect([phaseOf(course('running')), nextOf(course('running'))]).toEqual(['running', 'next.running']);
    expect([phaseOf(course('ended')), nextOf(course('ended'))]).toEqual(['ended', 'next.ended']);
  });
  it('is the last act while it never ran', () => expect(phaseOf(course(null))).toBe('asked'));
  it('is over once the request was taken back', () => expect(phaseOf(course('running', new Date('2026-03-02')))).toBe('withdrawn'));
});
