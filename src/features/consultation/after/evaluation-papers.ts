import type { PdfBlock } from '../../../platform/pdf/index.js';
import { type AfterPen, factRow } from './after-papers.js';
import type { Figure } from './domain/figures.js';
import type { Review } from './effects.repository.js';

export const reportBlocks = (pen: AfterPen, { summary, figures }: { summary: string; figures: readonly Figure[] }): readonly PdfBlock[] => [
  { kind: 'facts', rows: [factRow(pen, 'fact.summary', summary)] },
  {
    kind: 'table',
    caption: pen.t('fact.figures'),
    head: [pen.t('fact.goal'), pen.t('fact.before'), pen.t('fact.after'), pen.t('fact.reached'), pen.t('fact.explanation')],
    rows: figures.map((one) => [
      one.goal,
      `${pen.number(one.before)} ${one.unit}`,
      `${pen.number(one.after)} ${one.unit}`,
      pen.t(`reached.${one.reached}`),
      one.explanation,
    ]),
  },
];

export const reviewBlocks = (
  pen: AfterPen,
  { view, outcome, nextOn }: Pick<Review, 'view' | 'outcome' | 'nextOn'>,
): readonly PdfBlock[] => [
  {
    kind: 'facts',
    rows: [
      factRow(pen, 'fact.view', view),
      factRow(pen, 'fact.outcome', pen.t(`outcome.${outcome}`)),
      ...(nextOn ? [factRow(pen, 'fact.next', pen.day(nextOn))] : []),
    ],
  },
  ...(outcome === 'stop' ? [{ kind: 'notice', text: pen.t('stop.now') } as const] : []),
];
