import type { Language } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
import { csvOf, type ArchivedFile, zipOf } from '../../../platform/archive/index.js';
import { formatInstant, text } from '../../../platform/i18n/index.js';
import { type PdfBlock, pdfOf } from '../../../platform/pdf/index.js';
import { type KeptLonger, longerWords } from './longer.js';
import { ownDataCatalogue } from './own-data.catalogue.js';
import { OWN_DATA_KINDS, type OwnDataKind } from './own-data.queries.js';
import type { OwnData } from './own-data.repository.js';

export interface Export {
  readonly organisation: string;
  readonly data: OwnData;
  readonly longer: readonly KeptLonger[];
  readonly at: Date;
  readonly language: Language;
}

const nameIn = (data: OwnData): string => {
  const name = data.person[0]?.['name'];
  return typeof name === 'string' ? name : '';
};
const filled = (data: OwnData): readonly OwnDataKind[] => OWN_DATA_KINDS.filter((kind) => data[kind].length > 0);
const csvPath = (kind: OwnDataKind): string => `csv/${kind}.csv`;

/** What is in the archive, why it is kept and by whom it is seen: what GDPR 15(1) asks, to be read by a person. */
const coverBlocks = ({ organisation, data, longer, at, language }: Export): readonly PdfBlock[] => {
  const t = text(ownDataCatalogue, language);
  const heading = (of: string): PdfBlock => ({ kind: 'heading', level: 2, text: of });
  const paragraph = (of: string): PdfBlock => ({ kind: 'text', text: of });
  return [
    { kind: 'heading', level: 1, text: t('cover.title') },
    paragraph(t('cover.made', { name: nameIn(data), at: formatInstant(at, language) })),
    { kind: 'facts', rows: [[t('cover.controller'), organisation]] },
    paragraph(t('cover.law')),
    heading(t('cover.inside')),
    paragraph(t('cover.files')),
    {
      kind: 'table',
      caption: t('cover.inside'),
      head: [t('kind'), t('count'), t('why'), t('cover.file')],
      rows: filled(data).map((kind) => [t(`kind.${kind}`), String(data[kind].length), t(`why.${kind}`), csvPath(kind)]),
    },
    ...(longer.length > 0
      ? [
          heading(t('longer')),
          paragraph(t('longer.text')),
          { kind: 'list', items: longer.map((one) => longerWords(one, language).join('. ')) } satisfies PdfBlock,
        ]
      : []),
    heading(t('cover.source')),
    paragraph(t('cover.sourceText')),
    heading(t('cover.who')),
    paragraph(t('cover.whoText')),
    heading(t('cover.notInside')),
    {
      kind: 'list',
      items: [t('cover.notInside.tools'), t('cover.notInside.anonymous'), t('cover.notInside.secret'), t('cover.notInside.others')],
    },
    heading(t('cover.rights')),
    paragraph(t('cover.rights.list')),
  ];
};

/** Everything as JSON, each kind as CSV, and a cover: in one ZIP. */
export const exportOf = async (made: Export): Promise<Buffer> => {
  const { organisation, data, at, language } = made;
  const t = text(ownDataCatalogue, language);
  const cover = await pdfOf({ language, title: t('cover.title'), blocks: coverBlocks(made) });
  const files: ArchivedFile[] = [
    { path: language === 'nl' ? 'voorblad.pdf' : 'cover.pdf', content: cover },
    { path: 'gegevens.json', content: `${JSON.stringify({ organisation, madeAt: instant(at), ...data }, null, 2)}\n` },
    ...filled(data).map((kind) => ({ path: csvPath(kind), content: csvOf(data[kind]) })),
  ];
  return zipOf(files, at);
};
