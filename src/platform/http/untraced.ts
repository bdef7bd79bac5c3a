/** Pages for whoever must stay unknown: no session is read, no cookie set or cleared, no script sent, and no line written about the visit. */
export const isUntraced = (url: string): boolean => /^\/report(?:[/?]|$)/.test(url);

/** What is asked or done here leaves no line about a request: its moment beside another's could tell who it was. */
export const isUnlogged = (url: string): boolean => isUntraced(url) || /^\/complaints(?:[/?]|$)/.test(url);

const STEP = 65_536;

/** Each of these pages fills the same number of bytes, so that its size tells nobody on the way which one it is. */
export const padded = (html: string): string => {
  const bare = `${html}<!-- -->`;
  const bytes = Buffer.byteLength(bare);
  return `${html}<!-- ${' '.repeat(Math.ceil(bytes / STEP) * STEP - bytes)}-->`;
};
