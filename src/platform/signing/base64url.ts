const ALPHABET = /^[A-Za-z0-9_-]*$/;

export const toBase64url = (content: string | Uint8Array): string => Buffer.from(content).toString('base64url');

/** How a text may end that has so many characters beyond the last four: the bits that no byte needs are zero. */
const ENDS: Readonly<Record<number, RegExp>> = { 0: /(?:)/, 2: /[AQgw]$/, 3: /[AEIMQUYcgkosw048]$/ };

/** Whether a text is exactly how some bytes are written: no padding, no white space, no spare bits. */
export const isBase64url = (text: string): boolean => ALPHABET.test(text) && ENDS[text.length % 4]?.test(text) === true;

/** The bytes, or null unless the text is exactly how those bytes are written. */
export const fromBase64url = (text: string): Buffer | null => (isBase64url(text) ? Buffer.from(text, 'base64url') : null);
