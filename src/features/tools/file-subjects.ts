import type { Actor, Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { answeredValues } from './domain/version-values.js';
import { shownValue } from './questionnaire/shown-value.js';
import { toolsCatalogue } from './tools.catalogue.js';
import type { Version } from './version.js';
import { FILE_KINDS } from './write-parts.js';

/** What a document can be about: its kind, the row that it belongs to, and the words for both. */
export interface FileSubject {
  readonly value: string;
  readonly kind: string;
  readonly item: string;
  readonly text: string;
}

/** Kinds that belong to a row of a list, and the attribute that names the row. */
const ROWS_OF: Readonly<Record<string, { readonly list: string; readonly name: string }>> = {
  processing_agreement: { list: 'processors', name: 'processors[].name' },
  transfer_assessment: { list: 'transfers', name: 'transfers[].country' },
  vendor_evidence: { list: 'tool.vendorClaims', name: 'tool.vendorClaims[].claim' },
};
const KINDS = ['processing_agreement', 'transfer_assessment', 'vendor_evidence', 'vendor_documents', 'dpia', 'prior_consultation'] as const;

/** Every subject of this version's documents, in the reader's words. */
export const fileSubjects = (version: Version, language: Language): readonly FileSubject[] => {
  const t = text(toolsCatalogue, language);
  const values = answeredValues(version);
  return KINDS.flatMap((kind): FileSubject[] => {
    const rows = ROWS_OF[kind];
    const words = t(`file.${kind}`);
    if (!rows) return [{ value: `${kind}|`, kind, item: '', text: words }];
    return values.items(rows.list, '').map((item) => {
      const named = values.get(rows.name, item);
      const name = named === undefined ? item : shownValue({ attribute: rows.name }, named, language);
      return { value: `${kind}|${item}`, kind, item, text: `${words}: ${name}` };
    });
  });
};

export const mayAttach = (actor: Actor, subject: FileSubject): boolean =>
  FILE_KINDS[subject.kind]?.some((role) => role === actor.role) ?? false;
