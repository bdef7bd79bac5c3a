import type { Language } from '../../kernel/actor.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/index.js';
import { annualCatalogue } from './annual.catalogue.js';
import type { AnnualRead } from './annual.service.js';
import type { Annual } from './domain/annual.js';

/** One table of the overview, for page and paper alike. */
export interface AnnualTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly note?: string;
}

type StopKey =
  'stop.stopped' | 'stop.drift' | 'stop.nullity' | 'stop.condition_broken' | 'stop.gate_closed' | 'stop.platform' | 'stop.incident';

export const annualTables = ({ annual, smallest }: Pick<AnnualRead, 'annual' | 'smallest'>, language: Language): readonly AnnualTable[] => {
  const t = text(annualCatalogue, language);
  const counted = (caption: string, rows: AnnualTable['rows'], note?: string): AnnualTable => ({
    caption,
    head: [t('figure'), t('number')],
    rows,
    note,
  });
  const { decisions, meetings, objections } = annual;
  const objected = typeof objections === 'number' ? String(objections) : t(`objections.${objections}`, { k: smallest });
  return [
    counted(t('requests'), [
      [t('row.requests'), String(annual.requests)],
      [t('row.withdrawn'), String(annual.withdrawn)],
      ...(['granted', 'conditional', 'refused', 'open'] as const).map((key) => [t(`row.${key}`), String(decisions[key])]),
    ]),
    counted(
      t('terms'),
      (['inTime', 'late', 'waiting'] as const).map((key) => [t(`row.${key}`), String(meetings[key])]),
      t('terms.source'),
    ),
    counted(t('stops'), [...stopRows(annual, language), [t('row.nullities'), String(annual.nullities)]]),
    counted(t('objections'), [[t('row.objections'), objected]], t('objections.why', { k: smallest })),
    {
      caption: t('days'),
      head: [t('days.step'), t('days.count'), t('days.median'), t('days.longest')],
      rows: annual.days.map(({ step, count, median, longest }) => [
        t(`step.${step}`),
        String(count),
        median === null ? t('none') : String(median),
        longest === null ? t('none') : String(longest),
      ]),
    },
  ];
};

const stopRows = ({ stops }: Annual, language: Language): readonly (readonly string[])[] => {
  const t = text(annualCatalogue, language);
  return stops.length === 0 ? [[t('stops.none'), '0']] : stops.map(({ cause, count }) => [t(`stop.${cause}` as StopKey), String(count)]);
};

/** One paper that was signed with a pen, in one sentence; and the case that it is of. */
export interface SignedLine {
  readonly requestId: string;
  readonly text: string;
}
export const signedLines = ({ signed }: Annual, language: Language): readonly SignedLine[] => {
  const t = text(annualCatalogue, language);
  return signed.map(({ requestId, toolName, paper, reference, side, addedOn, comparedOn, sha256 }) => ({
    requestId,
    text: t('signed.line', {
      paper: t(`signed.paper.${paper}`),
      tool: toolName,
      reference,
      side: t(`signed.side.${side}`),
      added: formatDay(addedOn, language),
      compared: formatDay(comparedOn, language),
      print: sha256,
    }),
  }));
};

const signedBlocks = (annual: Annual, language: Language): readonly PdfBlock[] => {
  const t = text(annualCatalogue, language);
  const lines = signedLines(annual, language);
  return [
    { kind: 'heading', level: 2, text: t('signed') },
    ...(lines.length === 0
      ? [{ kind: 'text', text: t('signed.none') } as const]
      : ([
          { kind: 'text', text: t('signed.why') },
          { kind: 'list', items: lines.map((line) => line.text) },
        ] as const)),
  ];
};

/** The overview as a paper, Dutch with its English translation. */
export const annualPaper = (read: AnnualRead): PdfDocument => {
  const part = (language: Language) => {
    const t = text(annualCatalogue, language);
    const blocks = annualTables(read, language).flatMap(({ caption, head, rows, note }): readonly PdfBlock[] => [
      { kind: 'table', caption, head, rows },
      ...(note ? [{ kind: 'text', text: note } as const] : []),
    ]);
    const title = `${t('title', { year: String(read.annual.year) })}${read.organisation ? `: ${read.organisation}` : ''}`;
    return { language, title, blocks: [{ kind: 'text', text: t('lead') } as const, ...blocks, ...signedBlocks(read.annual, language)] };
  };
  return { ...part('nl'), translation: part('en') };
};
