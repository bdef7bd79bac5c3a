import type { Tx } from '../../platform/database/index.js';
import type { PdfBlock, PdfDocument } from '../../platform/pdf/index.js';
import type { Version } from '../tools/index.js';
import { hasMembers, type Standing } from './domain/body.js';
import { tellCouncil, tellStaff } from './tell-council.js';

/** A paper as plain lines, for a mail. */
const linesOf = (blocks: readonly PdfBlock[]): readonly string[] =>
  blocks.flatMap((block) => {
    switch (block.kind) {
      case 'facts':
        return block.rows.map(([key, value]) => `${key}: ${value}`);
      case 'list':
        return block.items.map((item) => `- ${item}`);
      case 'table':
        return [block.caption, block.head.join(' | '), ...block.rows.map((row) => row.join(' | '))];
      case 'address':
        return block.lines;
      case 'signature':
        return [];
      case 'code':
        return [`${block.label}: ${block.value}`];
      default:
        return [block.text];
    }
  });

interface Telling {
  readonly version: Pick<Version, 'id' | 'toolId' | 'toolName' | 'number' | 'fingerprint'>;
  readonly standing: Standing;
  readonly act: string;
  readonly document: PdfDocument;
  /** The request, meeting, decision ... that the paper is of. */
  readonly subjectId?: string;
}

/** Tells the members of the body, or everyone in scope where no body has members. The paper names its dossier, version and fingerprint. */
export const tellBody = async (tx: Tx, now: Date, { version, standing, act, document: given, subjectId }: Telling): Promise<void> => {
  const document = { dossier: { name: version.toolName, number: version.number }, fingerprint: version.fingerprint, ...given };
  if (hasMembers(standing.body)) return tellCouncil(tx, now, { toolId: version.toolId, act, document, subjectId });
  const content = (part: { readonly title: string; readonly blocks: readonly PdfBlock[] }) => ({
    title: part.title,
    lines: linesOf(part.blocks),
  });
  return tellStaff(tx, now, {
    toolId: version.toolId,
    versionId: version.id,
    fingerprint: version.fingerprint,
    act,
    reference: document.reference ?? '',
    content: { nl: content(document), en: content(document.translation ?? document) },
  });
};
