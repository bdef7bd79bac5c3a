import type { Language } from '../../kernel/actor.js';
import { formatInstant, text } from '../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/index.js';
import type { EarlierText, PublishedText } from './notice-content.repository.js';
import { noticeTextIn } from './notice-view.js';
import { documentCatalogue } from './web/document.catalogue.js';
import type { DifferenceShown, ReadPart } from './web/notice-document.js';

/** Paragraphs, and lists of the lines that begin with a dash. */
const written = (typed: string): readonly PdfBlock[] => {
  const blocks: PdfBlock[] = [];
  for (const line of typed.split('\n').filter((one) => one.trim() !== '')) {
    const last = blocks.at(-1);
    if (!line.startsWith('- ')) blocks.push({ kind: 'text', text: line });
    else if (last?.kind === 'list') blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, line.slice(2)] };
    else blocks.push({ kind: 'list', items: [line.slice(2)] });
  }
  return blocks;
};

const parts = (all: readonly ReadPart[]): readonly PdfBlock[] =>
  all.flatMap(({ heading, text: body }): readonly PdfBlock[] => [
    ...(heading ? [{ kind: 'heading', level: 2, text: heading } as const] : []),
    ...written(body),
  ]);

const heading = (words: string): PdfBlock => ({ kind: 'heading', level: 1, text: words });

const difference = (shown: DifferenceShown, reader: Language): readonly PdfBlock[] => {
  const t = text(documentCatalogue, reader);
  const said = (label: string, items: readonly string[]): readonly PdfBlock[] =>
    items.length === 0
      ? []
      : [
          { kind: 'text', text: label },
          { kind: 'list', items },
        ];
  const title = heading(t('difference.title', { since: shown.since }));
  if (shown.rows.length === 0) return [title, { kind: 'text', text: t('difference.empty') }];
  return [
    title,
    ...shown.rows.flatMap(({ what, before, after }): readonly PdfBlock[] => [
      { kind: 'heading', level: 2, text: what },
      ...said(t(after.length > 0 ? 'difference.before' : 'difference.removed'), before),
      ...said(t(before.length > 0 ? 'difference.after' : 'difference.added'), after),
    ]),
  ];
};

/** A notice on paper, in one language: what was sent, when, under which reference, and how to check the paper against it. */
export const noticePaper = (notice: PublishedText, before: EarlierText | null, language: string, reader: Language): PdfDocument => {
  const t = text(documentCatalogue, reader);
  const shown = noticeTextIn({ ...notice, before }, language, reader);
  return {
    language: reader,
    textLanguage: shown.language,
    title: shown.title,
    reference: notice.reference,
    fingerprint: notice.fingerprint,
    dossier: { name: notice.toolName, number: notice.versionNumber },
    blocks: [
      { kind: 'text', text: t('paper.told', { date: formatInstant(notice.publishedAt, reader) }) },
      { kind: 'notice', text: t('paper.consent') },
      ...(shown.difference ? difference(shown.difference, reader) : []),
      ...(shown.summary.length > 0 ? [heading(t('summary')), ...parts(shown.summary), heading(t('full'))] : []),
      ...parts(shown.rest),
      { kind: 'text', text: t('paper.verify') },
      { kind: 'code', label: t('paper.code'), value: notice.contentHash },
    ],
  };
};
