const LONGEST = 500;

/** The address as it is kept, or null when it is none that we post to: another protocol, a name and password in it, a fragment, too long once it is written out. */
export const readTarget = (typed: string): { readonly url: string; readonly host: string } | null => {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (!['https:', 'http:'].includes(url.protocol) || url.username || url.password || url.hash || url.href.length > LONGEST) return null;
  return { url: url.href, host: url.host };
};
