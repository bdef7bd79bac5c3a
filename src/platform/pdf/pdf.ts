import { join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { inLanguage, type PdfAttachment, type PdfBlock, type PdfDocument } from './document.js';
import { TEMPLATE } from './template.js';

/** Where the template thinks that it stands. Nothing is there: what it reads is put before it by name. */
const ROOT = '/countersign-paper';

let made: NodeCompiler | undefined;
/** Loaded at the first paper, not at the start. */
const compiler = async (): Promise<NodeCompiler> =>
  (made ??= (await import('@myriaddreamin/typst-ts-node-compiler')).NodeCompiler.create({ workspace: ROOT }));
const CACHE_AGE = 5;
const ATTACHED = /^[a-z0-9][a-z0-9-]*\.[a-z0-9]+$/;
/** Letters, signs and punctuation that the carried fonts surely have. */
const CARRIED = /[^\n\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac\u25a1]/gu;
const UNPRINTED = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u00ad\ufeff]/gu;
const withoutControls = (text: string): string => text.replace(UNPRINTED, (sign) => (sign === '\n' ? sign : ' '));

/** The first heading of a paper is of the first level, or it would be no PDF/UA. */
const levelled = (document: PdfDocument): PdfDocument => {
  const first = document.blocks.findIndex(({ kind }) => kind === 'heading');
  const raised = (block: PdfBlock, at: number): PdfBlock => (at === first && block.kind === 'heading' ? { ...block, level: 1 } : block);
  return { ...document, blocks: document.blocks.map(raised) };
};

const inEveryText = ({ attachments, ...value }: PdfDocument, change: (text: string) => string): string => {
  const attached = attachments?.map(({ name, type, description }) => ({ name, type, description }));
  return JSON.stringify({ ...value, attachments: attached }, (_key, member: unknown) =>
    typeof member === 'string' ? change(member) : member,
  );
};

const placeOf = ({ name }: PdfAttachment): string => join(ROOT, name);

const compiled = (typst: NodeCompiler, paper: string): NodeTypstDocument => {
  const outcome = typst.compile({ mainFileContent: TEMPLATE, inputs: { paper } });
  const document = outcome.result;
  if (!document) throw new Error('The paper does not follow the template. Expected: a document of known blocks.');
  return document;
};

const rendered = (typst: NodeCompiler, paper: string): Buffer => typst.pdf(compiled(typst, paper), { pdfStandard: 'ua-1', pdfTags: true });

/**
 * A tagged PDF (PDF/UA-1) of the paper. The same paper gives the same bytes on one machine; keep the bytes, their hash is their fingerprint.
 * A sign that no font has is printed as an empty square.
 */
export const pdfOf = async (given: PdfDocument): Promise<Buffer> => {
  const document = levelled(inLanguage(given, given.language));
  const typst = await compiler();
  const attachments = document.attachments ?? [];
  if (attachments.some(({ name }) => !ATTACHED.test(name))) throw new Error('An attachment is named by letters, digits, dots and dashes.');
  for (const each of attachments) typst.mapShadow(placeOf(each), Buffer.from(each.bytes));
  try {
    return rendered(typst, inEveryText(document, withoutControls));
  } catch {
    return rendered(
      typst,
      inEveryText(document, (text) => text.replace(CARRIED, '□')),
    );
  } finally {
    for (const each of attachments) typst.unmapShadow(placeOf(each));
    typst.evictCache(CACHE_AGE);
  }
};
