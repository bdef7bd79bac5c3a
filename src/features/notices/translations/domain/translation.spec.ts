import type { NoticeContent } from '../../domain/notice-content.js';
import { coversOf, hashOfSource, isOtherLanguage, isReadable, sourcePlaces, standingOf, type Translation } from './translation.js';

const content: NoticeContent = {
  items: ['N03', 'N10', 'N23'],
  purposes: ['training', 'quality'],
  texts: { nl: { 'short:N03': 'Kort', 'N03:training': 'Oefenen', 'N03:quality': 'Beter', N10: 'Bezwaar', N23: ' ' }, en: {} },
  reviewed: [],
};
const places = sourcePlaces(content, (field) => `Kop van ${field}`);
const whole = places.map(({ place, source }) => ({ place, text: `pl ${source}`, sourceHash: hashOfSource(source) }));
const at = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T10:00:00Z');
const translation = (over: Partial<Translation> = {}): Translation => ({ rows: whole, requests: [], reviews: [], ...over });
const stateOf = (over: Partial<Translation> = {}) => standingOf(places, translation(over)).state;
const request = { id: 'q', askedPerson: 'p', askedAt: at };
const review = (verdict: 'right' | 'wrong', coversHash = coversOf(places, whole)) => ({
  coversHash,
  verdict,
  remark: '',
  reviewedBy: 'p',
  reviewedAt: later,
});

describe('what a translator translates', () => {
  it('is each Dutch text that is not empty, with its heading', () =>
    expect(places.map(({ place }) => place)).toEqual([
      'heading:N03',
      'short:N03',
      'heading:N03:training',
      'N03:training',
      'heading:N03:quality',
      'N03:quality',
      'heading:N10',
      'N10',
    ]));
  it('is never Dutch or English, and always a code', () => {
    expect(['pl', 'tr', 'zh-Hant', 'sr-Latn'].filter(isOtherLanguage)).toHaveLength(4);
    expect(['nl', 'en', '', 'PL', 'pools', 'p', 'pl/..', 'pl-'].filter(isOtherLanguage)).toEqual([]);
  });
});

describe('where a translation stands', () => {
  it('begins empty', () => expect(stateOf({ rows: [] })).toBe('empty'));
  it('is incomplete while one place is missing or blank, which it names', () => {
    const rows = whole.map((row) => (row.place === 'N10' ? { ...row, text: ' ' } : row));
    expect(standingOf(places, translation({ rows }))).toMatchObject({ state: 'incomplete', missing: ['N10'] });
    expect(standingOf(places, translation({ rows: whole.slice(1) })).missing).toEqual(['heading:N03']);
  });
  it('is outdated where the Dutch text changed after it', () => {
    const changed = places.map((one) => (one.place === 'N10' ? { ...one, source: 'Anders' } : one));
    expect(standingOf(changed, translation({ reviews: [review('right')] }))).toMatchObject({ state: 'outdated', outdated: ['N10'] });
  });
  it('waits for a reader, then for the one who was asked', () => {
    expect(stateOf()).toBe('ready');
    expect(stateOf({ requests: [request] })).toBe('asked');
  });
  it('counts when exactly these texts were found right', () => {
    expect(stateOf({ requests: [request], reviews: [review('right')] })).toBe('reviewed');
    expect(stateOf({ requests: [request], reviews: [review('wrong')] })).toBe('wrong');
  });
  it('does not count on a review of other texts', () => {
    const rows = whole.map((row) => (row.place === 'N10' ? { ...row, text: 'inne' } : row));
    expect(stateOf({ rows, requests: [request], reviews: [review('right')] })).toBe('ready');
    expect(stateOf({ requests: [request], reviews: [review('right', 'other')] })).toBe('ready');
  });
  it('takes the last word', () => {
    expect(stateOf({ requests: [request], reviews: [review('right'), review('wrong')] })).toBe('wrong');
    expect(stateOf({ requests: [request], reviews: [review('wrong'), review('right')] })).toBe('reviewed');
  });
  it('is shown to a reader only when there is something whole to read', () =>
    expect((['empty', 'incomplete', 'outdated', 'ready', 'asked', 'wrong', 'reviewed'] as const).filter(isReadable)).toEqual([
      'ready',
      'asked',
      'wrong',
    ]));
});
