import { MAX_NOTE, readSectionForm } from './section-form.js';

describe('the end of a section', () => {
  it('is read apart from the questions', () =>
    expect(readSectionForm({ note: ' a\r\nb ', pages: '', finished: 'yes', 'purposes[].specific|r1': 'yes' }, false)).toEqual({
      form: { note: 'a\nb', pages: '', finished: true },
      faults: [],
      rest: { 'purposes[].specific|r1': 'yes' },
    }));
  it('is unfinished unless somebody says yes', () => {
    expect(readSectionForm({}, false).form.finished).toBe(false);
    expect(readSectionForm({ finished: 'no' }, false).form.finished).toBe(false);
    expect(readSectionForm({ finished: 'true' }, false).faults).toEqual([{ field: 'finished', code: 'field.choice' }]);
  });
  it('points into a document only when there is one', () => {
    expect(readSectionForm({ pages: 'p. 12' }, false).faults).toEqual([{ field: 'pages', code: 'pages.no-file' }]);
    expect(readSectionForm({ pages: 'p. 12' }, true).faults).toEqual([]);
  });
  it('takes a note up to its very end', () => {
    expect(readSectionForm({ note: 'a'.repeat(MAX_NOTE) }, false).faults).toEqual([]);
    expect(readSectionForm({ note: 'a'.repeat(MAX_NOTE + 1) }, false).faults).toEqual([{ field: 'note', code: 'field.too-long' }]);
  });
  it('refuses lists and control characters', () => {
    expect(readSectionForm({ note: ['a'] }, false).faults).toEqual([{ field: 'note', code: 'field.characters' }]);
    expect(readSectionForm({ pages: '\u0000' }, true).faults).toEqual([{ field: 'pages', code: 'field.characters' }]);
  });
});
