import type { Language } from '../../../kernel/actor.js';
import { catalogue, text } from '../../../platform/i18n/index.js';
import { type Hint, MOST_SENTENCES, MOST_WORDS } from './plain-language.js';

export const hintsCatalogue = catalogue(
  {
    title: '{n, plural, one {# tip} other {# tips}} voor duidelijke taal',
    intro: 'U ziet tips na het bewaren. Ze houden niets tegen. U beslist zelf.',
    none: 'Wij hebben geen tips voor duidelijke taal.',
    line: '{item} in het {language}: {n, plural, one {# tip} other {# tips}}',
    long_sentence: 'Deze zin is langer dan {most} woorden: “{found}”. Maak er 2 zinnen van.',
    long_paragraph: 'Dit stuk heeft meer dan {sentences} zinnen: “{found}”. Verdeel het.',
    hard_word: '“{found}” is een moeilijk woord. Misschien: {instead}.',
    informal: 'Schrijf “u” in plaats van “{found}”.',
    belittling: '“{found}” maakt het meten kleiner dan het is. Laat het weg.',
    abbreviation: 'Schrijf “{found}” één keer voluit: {instead}.',
    not_translated: 'Dit staat er nog in het Nederlands: “{found}”.',
  },
  {
    title: '{n, plural, one {# hint} other {# hints}} for plain language',
    intro: 'You see hints after saving. They stop nothing. You decide.',
    none: 'We have no hints for plain language.',
    line: '{item} in {language}: {n, plural, one {# hint} other {# hints}}',
    long_sentence: 'This sentence is longer than {most} words: “{found}”. Make 2 sentences of it.',
    long_paragraph: 'This part has more than {sentences} sentences: “{found}”. Split it.',
    hard_word: '“{found}” is a hard word. Perhaps: {instead}.',
    informal: 'Write “u” instead of “{found}”.',
    belittling: '“{found}” makes measuring sound smaller than it is. Leave it out.',
    abbreviation: 'Write “{found}” out once: {instead}.',
    not_translated: 'This is still in Dutch: “{found}”.',
  },
);

/** A hint on a text in one language, said to the reader in theirs. */
export const hintText = ({ kind, found, instead = '' }: Hint, textLanguage: Language, reader: Language): string =>
  text(hintsCatalogue, reader)(kind, { found, instead, most: MOST_WORDS[textLanguage], sentences: MOST_SENTENCES });
