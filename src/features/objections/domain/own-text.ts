const LETTERS = /[\p{L}\p{N}]+/gu;
const MARKS = /\p{M}/gu;

const wordsOf = (text: string): readonly string[] => text.normalize('NFKD').replace(MARKS, '').toLowerCase().match(LETTERS) ?? [];

/** So many words in a row that also stand in an earlier text are taken from it. */
const RUN = 4;
/** A justification for one person says at least this much that no earlier text says. */
export const OWN_WORDS = 20;

const runsIn = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(0, Math.max(0, words.length - RUN + 1)).map((_word, at) => words.slice(at, at + RUN).join(' ')));

/** How many words of a text are its own: in no run of four that one of the earlier texts holds. */
const ownWords = (words: readonly string[], earlier: readonly string[]): number => {
  const known = new Set(earlier.flatMap((text) => [...runsIn(wordsOf(text))]));
  const taken = words.map(() => false);
  words.forEach((_word, at) => {
    if (known.has(words.slice(at, at + RUN).join(' '))) taken.fill(true, at, at + RUN);
  });
  return taken.filter((one) => !one).length;
};

export type OwnText = 'own' | 'short' | 'repeats';

/**
 * Whether the employer shows its grounds for this person in words of its own (GDPR 21(1): the burden is the employer's).
 * What repeats the balancing test, or what was told somebody else, shows nothing about this person.
 */
export const judgeOwnText = (text: string, earlier: readonly string[]): OwnText => {
  const words = wordsOf(text);
  if (new Set(words).size < OWN_WORDS) return 'short';
  const own = ownWords(words, earlier);
  return own < OWN_WORDS || own * 2 < words.length ? 'repeats' : 'own';
};
