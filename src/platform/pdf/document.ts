import type { Language } from '../../kernel/actor.js';

/** One piece of a paper. Texts are data: nothing in them is read as markup. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, string])[] }
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A remark that must not be missed. */
  | { readonly kind: 'notice'; readonly text: string }
  /** The head of a letter: from, to, place and day, each on a line of its own. */
  | { readonly kind: 'address'; readonly lines: readonly string[] }
  /** A code that somebody compares by eye. */
  | { readonly kind: 'code'; readonly label: string; readonly value: string }
  /** Room to sign by hand: what is filled in before each line. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] };

/** A file that travels inside the PDF: a reader opens it under "attachments". Its bytes are never looked into. */
export interface PdfAttachment {
  /** As the reader's program lists it: letters, digits, dots and dashes. */
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly bytes: Uint8Array;
}

export interface PdfPart {
  readonly language: Language;
  /** The language of the text, where it is another than that of the words around it. */
  readonly textLanguage?: string;
  readonly title: string;
  readonly blocks: readonly PdfBlock[];
}

/** One paper in Dutch. `translation` is the same paper in English, a document of its own that is made when somebody asks for it. */
export interface PdfDocument extends PdfPart {
  /** The fingerprint (controlecode) of what the paper is about, in the foot of each page. */
  readonly fingerprint?: string;
  readonly reference?: string;
  /** The dossier and the version that the paper is about. */
  readonly dossier?: { readonly name: string; readonly number: number };
  readonly translation?: PdfPart;
  readonly attachments?: readonly PdfAttachment[];
}

/** The paper as it is printed in that language; in Dutch when there is no translation. */
export const inLanguage = ({ translation, ...paper }: PdfDocument, language: Language): PdfDocument =>
  translation?.language === language ? { ...paper, ...translation } : paper;
