import { inflateSync } from 'node:zlib';

interface PdfObject {
  readonly head: string;
  readonly content: string;
}

const inflated = (raw: string): string => {
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
  } catch {
    return raw;
  }
};

const objectsOf = (pdf: Buffer): ReadonlyMap<string, PdfObject> => {
  const found = pdf.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g);
  return new Map(
    [...found].map(([, id = '', body = '']) => {
      const at = body.indexOf('stream\n');
      if (at < 0) return [id, { head: body, content: '' }];
      return [id, { head: body.slice(0, at), content: inflated(body.slice(at + 7, body.lastIndexOf('\nendstream'))) }];
    }),
  );
};

/** What each glyph of a font stands for. */
const lettersOf = (cmap: string): ReadonlyMap<number, string> =>
  new Map(
    [...cmap.matchAll(/<([0-9a-f]{4})> <([0-9a-f]+)>/gi)].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const ESCAPED = /^\\([0-7]{1,3}|[\s\S])/;

/** The string that begins behind a bracket at `from`, brackets in it counted, and where it ends. */
const stringAt = (page: string, from: number): { readonly bytes: string; readonly end: number } => {
  let [bytes, at, depth] = ['', from, 1];
  for (;;) {
    const [whole = page[at] ?? ')', escaped] = ESCAPED.exec(page.slice(at, at + 4)) ?? [];
    at += whole.length;
    if (escaped !== undefined)
      bytes += /^[0-7]/.test(escaped) ? String.fromCodePoint(Number.parseInt(escaped, 8)) : (ESCAPES[escaped] ?? escaped);
    else if (whole === ')' && (depth -= 1) === 0) return { bytes, end: at };
    else {
      if (whole === '(') depth += 1;
      bytes += whole;
    }
  }
};

const shown = (page: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string => {
  const marks = /\/(f\d+) [\d.]+ Tf|\(|T[jJ]/g;
  let letters: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (let mark = marks.exec(page); mark; mark = marks.exec(page)) {
    if (mark[1]) letters = fonts.get(mark[1]) ?? new Map();
    else if (mark[0] === '(') {
      const { bytes, end } = stringAt(page, marks.lastIndex);
      for (let at = 0; at + 1 < bytes.length; at += 2) text += letters.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '';
      marks.lastIndex = end;
    } else text += '\n';
  }
  return text;
};

/** What stands on each page of a paper, in the order in which it is drawn. */
export const pagesOf = (pdf: Buffer): readonly string[] => {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const [, map = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '') ?? [];
      return [name, lettersOf(objects.get(map)?.content ?? '')] as const;
    });
    const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(head) ?? [];
    return shown(objects.get(contents)?.content ?? '', new Map(fonts));
  });
};

/** All of it as one line, for a search. */
export const textOf = (pdf: Buffer): string => pagesOf(pdf).join(' ').replace(/\s+/g, ' ');
