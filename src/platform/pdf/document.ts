import type { Language } from '../../kernel/actor.js';

/** One piece of a paper. Texts are data: nothing in them is read as markup. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A remark that must not be missed. */
  | { readonly kind: 'notice'; readonly text: string };

export interface PdfPart {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
}

export interface PdfDocument extends PdfPart {
  /** The fingerprint (controlecode) of what the paper is about, in the foot of each page. */
  readonly fingerprint?: string;
  readonly reference?: string;
  /** The same paper in another language, from a new page on. */
  readonly translation?: PdfPart;
}
