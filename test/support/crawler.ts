import { Html, type PageForm } from './html.js';
import type { Answer, Visitor } from './visitor.js';

export interface FoundForm {
  /** The page on which it stands. */
  readonly page: string;
  readonly form: PageForm;
}
export interface Crawl {
  /** Every address that was opened, and what it answered. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Where a link to it was found. */
  readonly from: ReadonlyMap<string, string>;
  readonly forms: readonly FoundForm[];
  /** More links were left than the bounds allow. */
  readonly left: number;
}
export interface Bounds {
  readonly pages: number;
  /** Pages of one kind (`/people/:id`); the hundredth looks like the tenth. */
  readonly perKind: number;
  readonly kindOf: (path: string) => string;
}

const isPage = ({ headers }: Answer): boolean => (headers.get('content-type') ?? '').startsWith('text/html');

/** Addresses on this origin that the page offers to open, without the change of language and the place in the page. */
export const linksOf = (page: Html, at: string, origin: string): string[] => {
  const here = new URL(at, origin);
  return page
    .all('a')
    .filter(({ attributes }) => attributes['href'] && !attributes['hreflang'])
    .map(({ attributes }) => new URL(attributes['href'] ?? '', here))
    .filter((url) => url.origin === origin)
    .map((url) => url.pathname + url.search);
};

/** Opens every page that links lead to, nearest first. */
export const crawl = async (visitor: Visitor, starts: readonly string[], bounds: Bounds): Promise<Crawl> => {
  const answers = new Map<string, Answer>();
  const from = new Map<string, string>(starts.map((start) => [start, 'the start']));
  const forms: FoundForm[] = [];
  const ofKind = new Map<string, number>();
  let left = 0;
  for (const path of from.keys()) {
    const kind = bounds.kindOf(path);
    const count = (ofKind.get(kind) ?? 0) + 1;
    if (answers.size >= bounds.pages || count > bounds.perKind) {
      left += 1;
      continue;
    }
    ofKind.set(kind, count);
    const answer = await visitor.get(path);
    answers.set(path, answer);
    if (!isPage(answer)) continue;
    const page = new Html(answer.html);
    for (const form of page.forms()) forms.push({ page: path, form });
    for (const link of linksOf(page, answer.path, visitor.origin)) if (!from.has(link)) from.set(link, path);
  }
  return { answers, from, forms, left };
};
