import { hintsOn, type Hint, MOST_SENTENCES, MOST_WORDS } from './plain-language.js';

const kinds = (hints: readonly Hint[]): readonly string[] => hints.map(({ kind }) => kind);
const sentenceOf = (words: number): string => `${Array.from({ length: words }, () => 'woord').join(' ')}.`;

describe('hints for plain language', () => {
  it('say nothing about plain text', () => {
    expect(hintsOn('Wij leggen vast wanneer u inlogt. Dat duurt 30 dagen.', 'nl')).toEqual([]);
    expect(hintsOn('We record when you sign in. That takes 30 days.', 'en')).toEqual([]);
  });
  it.each(['nl', 'en'] as const)('find a sentence that is one word too long, and not one that just fits (%s)', (language) => {
    expect(hintsOn(sentenceOf(MOST_WORDS[language]), language)).toEqual([]);
    expect(kinds(hintsOn(sentenceOf(MOST_WORDS[language] + 1), language))).toEqual(['long_sentence']);
  });
  it('count each line of a list by itself', () => expect(hintsOn(`- ${sentenceOf(10)}\n- ${sentenceOf(10)}`, 'nl')).toEqual([]));
  it('end a sentence after a year, and not after the number of a list', () => {
    expect(hintsOn(`${'woord '.repeat(8)}in 2025. ${'woord '.repeat(8)}.`, 'nl')).toEqual([]);
    expect(kinds(hintsOn(`1. ${sentenceOf(15)}`, 'nl'))).toEqual(['long_sentence']);
  });
  it('do not end a sentence at an article of the law', () =>
    expect(kinds(hintsOn(`${'woord '.repeat(8)}(AVG art. 6 lid 1) ${'woord '.repeat(8)}.`, 'nl'))).toEqual(['long_sentence']));
  it('find too many sentences in one paragraph', () => {
    expect(hintsOn('Dit mag. '.repeat(MOST_SENTENCES).trim(), 'nl')).toEqual([]);
    expect(kinds(hintsOn('Dit mag. '.repeat(MOST_SENTENCES + 1).trim(), 'nl'))).toEqual(['long_paragraph']);
  });
  it('give a plainer word, whole words only', () => {
    expect(hintsOn('Indien u dit leest.', 'nl')).toEqual([{ kind: 'hard_word', found: 'Indien', instead: 'als' }]);
    expect(hintsOn('Het indiende niets.', 'nl')).toEqual([]);
    expect(hintsOn('We commence prior to noon.', 'en').map(({ instead }) => instead)).toEqual(['start', 'before']);
  });
  it('ask for u, in Dutch only', () => {
    expect(hintsOn('Jouw werk.', 'nl')).toEqual([{ kind: 'informal', found: 'Jouw', instead: 'u' }]);
    expect(hintsOn('Je.', 'en')).toEqual([]);
  });
  it('find what makes measuring sound small', () => expect(kinds(hintsOn('Wij zien slechts uw naam.', 'nl'))).toEqual(['belittling']));
  it('ask for the words of an abbreviation, unless they stand there', () => {
    expect(kinds(hintsOn('Vraag het de OR.', 'nl'))).toEqual(['abbreviation']);
    expect(hintsOn('Vraag het de ondernemingsraad (OR).', 'nl')).toEqual([]);
    expect(hintsOn('Dit of dat, or this.', 'nl')).toEqual([]);
    expect(hintsOn('Vraag het de OR.', 'nl', { whole: 'De ondernemingsraad (OR). Vraag het de OR.' })).toEqual([]);
  });
  it('find a line that was not translated', () => {
    const source = 'Wij kijken of er genoeg mensen zijn.';
    expect(kinds(hintsOn(source, 'en', { source }))).toEqual(['not_translated']);
    expect(hintsOn('We look whether there are enough people.', 'en', { source })).toEqual([]);
    expect(kinds(hintsOn('Until: de maand is afgesloten.', 'en', { source: 'Tot: de maand is afgesloten.' }))).toEqual(['not_translated']);
    expect(
      hintsOn('Autoriteit Persoonsgegevens (AP): ap.nl, Postbus 1', 'en', { source: 'Autoriteit Persoonsgegevens (AP): ap.nl, Postbus 1' }),
    ).toEqual([]);
    expect(hintsOn('Countersign, versie 2', 'en', { source: 'Countersign, versie 2' })).toEqual([]);
  });
  it('stay few, and quick on a long text', () => expect(hintsOn(`${sentenceOf(2000)} `.repeat(50), 'nl')).toHaveLength(20));
});
