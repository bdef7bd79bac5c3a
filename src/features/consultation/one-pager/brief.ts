const WORD_LENGTH = 40;

export const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** The first words of what somebody wrote, so that one page stays one page. The rest is in the dossier. */
export const brief = (text: string | null | undefined, words: number): string => {
  const all = (text ?? '').split(/\s+/).filter((word) => word !== '');
  const kept = all.slice(0, words).map((word) => (word.length > WORD_LENGTH ? `${word.slice(0, WORD_LENGTH)}…` : word));
  return `${kept.join(' ')}${all.length > words ? ' …' : ''}`;
};

/** The first items, and how many there are besides. */
export const few = <T>(items: readonly T[] | null | undefined, most: number): { readonly shown: readonly T[]; readonly more: number } => ({
  shown: (items ?? []).slice(0, most),
  more: Math.max(0, (items ?? []).length - most),
});
