import { gapsAmongPapers, gapsIn, UNPREPARED } from './completeness.js';

const DRAFT = { intendedDecision: 'x', reasons: 'x', consequences: 'x', grounds: ['l'], evaluationOn: '2027-03-01' };
const codes = (draft: Parameters<typeof gapsIn>[0], touched: Parameters<typeof gapsIn>[1] = []) =>
  gapsIn(draft, touched, '2026-03-02').map(({ code }) => code);

describe('whether a request is complete', () => {
  it('names everything that lacks, each with its place', () => {
    expect(codes(UNPREPARED)).toEqual([
      'request.no-decision',
      'request.no-reasons',
      'request.no-consequences',
      'grounds.missing',
      'request.no-evaluation',
    ]);
    expect(gapsIn({ ...DRAFT, reasons: ' ' }, [], '2026-03-02')).toEqual([{ code: 'request.no-reasons', place: 'reasons', stops: true }]);
  });
  it('is, with k or l and all the rest (the control)', () => {
    expect(codes(DRAFT)).toEqual([]);
    expect(codes({ ...DRAFT, grounds: ['k'] })).toEqual([]);
    expect(codes({ ...DRAFT, grounds: ['g'] })).toEqual(['grounds.missing']);
  });
  it('asks for the grounds that the dossier demands, and leaves those it proposes', () => {
    const touched = [
      { ground: 'g', weight: 'demanded', why: 'appraisal' },
      { ground: 'b', weight: 'proposed', why: 'signIn' },
    ] as const;
    expect(codes(DRAFT, touched)).toEqual(['request.ground-g']);
    expect(codes({ ...DRAFT, grounds: ['l', 'g'] }, touched)).toEqual([]);
  });
  it('wants an evaluation, and the end of a trial, after today', () => {
    expect(codes({ ...DRAFT, evaluationOn: '2026-03-02' })).toEqual(['request.evaluation-past']);
    expect(codes({ ...DRAFT, evaluationOn: '2026-03-03' })).toEqual([]);
    expect(codes({ ...DRAFT, trialUntil: '2026-03-02' })).toEqual(['request.trial-past']);
  });
  it('lets papers follow', () => {
    const none = { dpiaFixed: false, adviceReceived: false, agreementsAttached: false, noticeDraftComplete: false };
    expect(gapsAmongPapers(none).map(({ place, stops }) => `${place} ${stops}`)).toEqual([
      'E3 false',
      'E5 false',
      'E16 false',
      'E11 false',
    ]);
    expect(gapsAmongPapers({ dpiaFixed: true, adviceReceived: true, agreementsAttached: true, noticeDraftComplete: true })).toEqual([]);
  });
});
