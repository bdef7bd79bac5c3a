import { isUtf8 } from 'node:buffer';
import { Problem } from '../../kernel/problem.js';

const MAX_DEPTH = 32;
const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST, COLON] = [34, 92, 123, 125, 91, 93, 58] as const;
/** Members that reach a prototype. */
const RESERVED = new Set(['__proto__', 'constructor']);

const unreadable = (): Problem => new Problem(400, 'body.unreadable');

/** The position after the string that begins at `from`; the end of the text when it never ends. */
const afterString = (text: string, from: number): number => {
  let at = text.indexOf('"', from + 1);
  while (at > 0 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at < 0 ? text.length : at + 1;
};

const isEscaped = (text: string, at: number): boolean => {
  let before = at - 1;
  while (text.charCodeAt(before) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 0;
};

const isBlank = (char: number): boolean => char === 32 || char === 10 || char === 13 || char === 9;

const nameOf = (quoted: string): string => (quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1));

/** Reads the string that begins at `from`, which is a member's name when a colon follows. Answers where the text goes on. */
const readString = (text: string, from: number, names: Set<string> | null | undefined): number => {
  const end = afterString(text, from);
  let next = end;
  while (isBlank(text.charCodeAt(next))) next += 1;
  if (!names || text.charCodeAt(next) !== COLON) return next;
  const name = nameOf(text.slice(from, end));
  if (names.has(name) || RESERVED.has(name)) throw unreadable();
  names.add(name);
  return next;
};

/** Walks over the text before it is parsed. What is no JSON at all is left to the parser. */
const refuseAmbiguous = (text: string): void => {
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === OPEN_OBJECT || char === OPEN_LIST) {
      if (open.push(char === OPEN_OBJECT ? new Set() : null) > MAX_DEPTH) throw unreadable();
    } else if (char === CLOSE_OBJECT || char === CLOSE_LIST) open.pop();
    else if (char === QUOTE) at = readString(text, at, open[open.length - 1]) - 1;
  }
};

/** JSON of at most 32 levels, in which no object names a member twice (RFC 7493) or names one that reaches a prototype. */
export const parseJson = (text: string): unknown => {
  try {
    refuseAmbiguous(text);
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable();
  }
};

/** The same, of bytes, which are UTF-8 or nothing: a stand-in for what cannot be read would be another text than was sent. */
export const parseJsonBytes = (bytes: Buffer): unknown => {
  if (!isUtf8(bytes)) throw unreadable();
  return parseJson(bytes.toString('utf8'));
};
