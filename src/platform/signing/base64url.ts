const ALPHABET = /^[A-Za-z0-9_-]*$/;

export const toBase64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');

/** The bytes, or null unless the text is exactly how those bytes are written: no padding, no white space, no spare bits. */
export const fromBase64url = (text: string): Buffer | null => {
  if (!ALPHABET.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : null;
};
