import { dueOf, type Pending, type Subject, subjectsOf } from './reminders.js';

const NOTHING: Pending = { withoutConsent: [], unratified: [], consents: [], frameworks: [], concerns: [], equated: [] };
const consent = {
  decisionId: 'd_1',
  requestId: 'r_1',
  toolId: 't_1',
  toolName: 'Aanmelden',
  number: 1,
  evaluationOn: '2026-09-01',
  expiresOn: '2026-12-31',
  limits: [{ kind: 'ends_on', value: '2026-11-30' }],
  reviews: [],
  runs: true,
  isStopped: false,
} as const;
const named = (pending: Partial<Pending>, name: Subject['name']): Subject | undefined =>
  subjectsOf({ ...NOTHING, ...pending }).find((subject) => subject.name === name);
const moments = (subject: Subject | undefined, today: string): string[] =>
  subject ? dueOf(subject, today).map(({ moment }) => moment) : [];

describe('people are reminded', () => {
  it('of the end of a trial, 90, 60 and 30 days before, and not after it', () => {
    const subject = named({ consents: [consent] }, 'expiry');
    expect(subject?.lastDay).toBe('2026-11-30');
    expect(moments(subject, '2026-08-31')).toEqual([]);
    expect(moments(subject, '2026-09-01')).toEqual(['2026-11-30/90']);
    expect(moments(subject, '2026-11-30')).toEqual(['2026-11-30/90', '2026-11-30/60', '2026-11-30/30']);
    expect(moments(subject, '2026-12-01')).toEqual([]);
  });
  it('of the last day of a framework, 90, 60 and 30 days before it', () => {
    const subject = named({ frameworks: [{ id: 'k_1', endsOn: '2026-11-30' }] }, 'framework');
    expect(moments(subject, '2026-08-31')).toEqual([]);
    expect(moments(subject, '2026-10-31')).toEqual(['2026-11-30/90', '2026-11-30/60', '2026-11-30/30']);
    expect(moments(subject, '2026-12-01')).toEqual([]);
    expect(subject?.roles).toEqual(expect.arrayContaining(['or_chair', 'director']));
  });
  it('of an evaluation, and of the next one anew', () => {
    const review = { requestId: 'r_1', outcome: 'continue', nextOn: '2027-08-01', confirmedAt: new Date('2026-08-20T10:00:00Z') } as const;
    expect(moments(named({ consents: [consent] }, 'evaluation'), '2026-08-25')).toEqual(['2026-09-01/60', '2026-09-01/30', '2026-09-01/7']);
    expect(moments(named({ consents: [{ ...consent, reviews: [review] }] }, 'evaluation'), '2026-08-25')).toEqual([]);
  });
  it('of no evaluation while somebody keeps the tool stopped', () => {
    const stopped = { ...consent, isStopped: true };
    expect([named({ consents: [stopped] }, 'evaluation'), named({ consents: [stopped] }, 'expiry')?.lastDay]).toEqual([
      undefined,
      '2026-11-30',
    ]);
  });
  it('of the month for nullity, also where nobody invoked it, a week before its end', () => {
    const subject = named({ withoutConsent: [{ toolId: 't_1', toolName: 'Aanmelden', at: new Date('2026-03-03T09:00:00Z') }] }, 'nullity');
    expect([subject?.lastDay, subject?.roles]).toEqual(['2026-04-07', ['or_chair', 'pvt_contact']]);
    expect([moments(subject, '2026-03-30'), moments(subject, '2026-03-31'), moments(subject, '2026-04-08')]).toEqual([
      [],
      ['2026-04-07/7'],
      [],
    ]);
  });
  it('of a concern before its day, and of one that is overdue the day after', () => {
    const concerns = [{ id: 'z_1', toolName: 'Aanmelden', asked: null, dueOn: '2026-03-16' }];
    const [waiting, overdue] = [named({ concerns }, 'concern'), named({ concerns }, 'overdue')];
    expect([moments(waiting, '2026-03-09'), moments(waiting, '2026-03-14')]).toEqual([['2026-03-16/7'], ['2026-03-16/7', '2026-03-16/2']]);
    expect([moments(overdue, '2026-03-16'), moments(overdue, '2026-03-17')]).toEqual([[], ['2026-03-16/-1']]);
    expect(overdue?.roles).toContain('or_chair');
  });
  it('of nothing where nothing waits', () => expect(subjectsOf(NOTHING)).toEqual([]));
});
