import type { Dossier } from '../../../policy/index.js';
import { emptyFields, fieldCounts, languagesOf, statedFacts, type NoticeContent } from './notice-content.js';
import {
  applicableItems,
  itemOf,
  placesOf,
  purposeCodes,
  purposeOf,
  requiredItems,
  summaryFields,
  type NoticeItem,
} from './notice-items.js';

const ITEMS: readonly NoticeItem[] = ['N01', 'N03', 'N08', 'N10'];
const whole = (over: Partial<NoticeContent> = {}): NoticeContent => {
  const fields = Object.fromEntries(placesOf(ITEMS, ['training', 'quality']).map((field) => [field, `Tekst van ${field}`]));
  return { items: ITEMS, purposes: ['training', 'quality'], texts: { nl: fields, en: fields }, reviewed: [], ...over };
};
const without = (content: NoticeContent, language: string, field: string): NoticeContent => ({
  ...content,
  texts: { ...content.texts, [language]: { ...content.texts[language], [field]: '  ' } },
});

describe('what a notice states', () => {
  it('counts every item that has text in every language', () =>
    expect(statedFacts(whole())).toEqual({
      contentItems: ITEMS,
      purposes: ['training', 'quality'],
      retentionStatedFor: ['training', 'quality'],
      languages: ['nl', 'en'],
      objectionSeparate: true,
    }));
  it('counts an item only when it is not empty in English too', () => {
    const facts = statedFacts(without(whole(), 'en', 'N10'));
    expect(facts.contentItems).toEqual(['N01', 'N03', 'N08']);
    expect(facts.objectionSeparate).toBe(false);
  });
  it('names a purpose, and its period, only where that purpose has its text', () => {
    const facts = statedFacts(without(without(whole(), 'nl', 'N08:quality'), 'en', 'N03:training'));
    expect(facts).toMatchObject({ purposes: ['quality'], retentionStatedFor: ['training'], contentItems: ['N01', 'N10'] });
  });
  it('leaves out a third language until somebody has read it', () => {
    const typed = whole({ texts: { ...whole().texts, pl: { N01: 'Tekst' } } });
    expect(languagesOf(typed)).toEqual(['nl', 'en']);
    expect(statedFacts(typed).contentItems).toEqual(ITEMS);
  });
  it('asks every item of a third language once it counts', () => {
    const read = whole({ texts: { ...whole().texts, pl: { N01: 'Tekst' } }, reviewed: ['pl'] });
    expect(statedFacts(read)).toMatchObject({ languages: ['nl', 'en', 'pl'], contentItems: ['N01'] });
    expect(emptyFields(read, ['N10'])).toEqual([
      { language: 'pl', field: 'short:N10' },
      { language: 'pl', field: 'N10' },
    ]);
  });
  it('has no purposes when the dossier has none', () =>
    expect(statedFacts(whole({ purposes: [] }))).toMatchObject({ purposes: [], contentItems: ['N01', 'N10'] }));
  it('reads a field as empty when it is missing', () => expect(fieldCounts(whole(), 'N25')).toBe(false));
});

describe('the items of a notice', () => {
  const dossier: Dossier = {
    organisation: { dpoAppointed: false },
    tool: { profiling: false, automatedDecisions: { solelyAutomated: false }, dataCategories: [], ai: {}, dataSubjects: ['employees'] },
    purposes: [{ code: 'training', legalBasis: 'contract' }],
    transfers: [],
  };
  it('are the eleven that always stand, with the period', () =>
    expect(requiredItems(dossier)).toEqual(['N01', 'N03', 'N04', 'N06', 'N08', 'N09', 'N11', 'N12', 'N14', 'N16', 'N17', 'N18']));
  it('add objection and interest where a purpose rests on legitimate interest', () =>
    expect(requiredItems({ ...dossier, purposes: [{ code: 'training', legalBasis: 'legitimate_interest' }] })).toEqual(
      expect.arrayContaining(['N05', 'N10']),
    ));
  it('add everything that may apply when the dossier cannot be read', () =>
    expect(requiredItems({})).toEqual(expect.arrayContaining(['N02', 'N05', 'N07', 'N10', 'N13', 'N15', 'N21'])));
  it('recommend the short text for others only when others are recorded', () => {
    expect(applicableItems(dossier)).not.toContain('N25');
    expect(applicableItems({ ...dossier, tool: { ...dossier.tool, dataSubjects: ['employees', 'customers'] } })).toContain('N25');
  });
  it('tell the decision once there is one', () => {
    expect(applicableItems(dossier, false)).not.toContain('N19');
    expect(applicableItems(dossier, true)).toContain('N19');
  });
  it('come first in short: where to go stands in the place of objecting when nobody can', () => {
    expect(summaryFields(['N01', 'N03', 'N10', 'N18'])).toEqual(['short:N03', 'short:N10']);
    expect(summaryFields(['N01', 'N03', 'N18'])).toEqual(['short:N03', 'short:N18']);
    expect(placesOf(['N03'], ['a'])).toEqual(['short:N03', 'N03:a']);
  });
  it('are known from a place, in short or in full', () => {
    expect([itemOf('short:N08'), itemOf('N08:a'), itemOf('N08')]).toEqual(['N08', 'N08', 'N08']);
    expect([purposeOf('short:N08'), purposeOf('N08:a'), purposeOf('N08')]).toEqual([null, 'a', null]);
  });
  it('name each purpose once', () => expect(purposeCodes({ purposes: [{ code: 'a' }, { code: 'a' }, {}] })).toEqual(['a']));
});
