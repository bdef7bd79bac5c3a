import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.js';
import { conditionsCatalogue } from './conditions.catalogue.js';
import type { FoundPromise } from './promises.repository.js';

interface Given {
  readonly text: string;
  readonly file: { readonly name: string; readonly sha256: string } | null;
  readonly reference: string;
}

const blocks = ({ text: promised, owner }: FoundPromise, { text: said, file }: Given, language: Language): readonly PdfBlock[] => {
  const t = text(conditionsCatalogue, language);
  return [
    {
      kind: 'facts',
      rows: [
        [t('paper.promise'), promised],
        [t('paper.by'), owner],
        ...(said === '' ? [] : [[t('paper.text'), said] as const]),
        ...(file ? [[t('paper.file'), `${file.name} (${file.sha256})`] as const] : []),
      ],
    },
    { kind: 'notice', text: t('promise.until') },
  ];
};

/** What every member gets when evidence is handed in: the words, and of a file its name and hash. */
export const evidencePaper = (promise: FoundPromise, given: Given): PdfDocument => {
  const titleIn = (language: Language): string => text(conditionsCatalogue, language)('paper.title', { tool: promise.toolName });
  return {
    language: 'nl',
    title: titleIn('nl'),
    blocks: blocks(promise, given, 'nl'),
    translation: { language: 'en', title: titleIn('en'), blocks: blocks(promise, given, 'en') },
    reference: given.reference,
  };
};
