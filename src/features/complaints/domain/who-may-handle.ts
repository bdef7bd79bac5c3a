/** Whose complaint it is, whom it is about, and who is asked to stay out of it. */
export interface Interests {
  readonly authorId: string | null;
  readonly aboutIds: readonly string[];
  readonly barredIds: readonly string[];
}
type Above = ReadonlyMap<string, readonly string[]>;

/** Never the person who complains or anyone above; never whom it is about, anyone above or anyone below that person. */
export const mayHandle = (candidate: string, { authorId, aboutIds, barredIds }: Interests, above: Above): boolean => {
  const isAbove = (upper: string, lower: string): boolean => above.get(lower)?.includes(upper) === true;
  if (barredIds.includes(candidate)) return false;
  if (authorId !== null && (candidate === authorId || isAbove(candidate, authorId))) return false;
  return aboutIds.every((about) => candidate !== about && !isAbove(candidate, about) && !isAbove(about, candidate));
};
