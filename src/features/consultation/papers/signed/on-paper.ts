import type { Language, Role } from '../../../../kernel/actor.js';
import { formatInstant, roleName, text } from '../../../../platform/i18n/index.js';
import type { PdfAttachment, PdfBlock, PdfDocument } from '../../../../platform/pdf/index.js';
import type { SignedSide } from '../domain/signed-paper.js';
import { onPaperCatalogue } from './on-paper.catalogue.js';

/** A scan of a paper that a second person compared with it. */
export interface ComparedScan {
  /** A side, or the person who signed for the council. */
  readonly signed: { readonly side: SignedSide } | { readonly name: string; readonly role: Role };
  readonly file: { readonly name: string; readonly type: string; readonly sha256: string; readonly bytes: Uint8Array };
  readonly addedBy: string;
  readonly addedAt: Date;
  readonly comparedBy: string;
  readonly comparedAt: Date;
}

/** So much travels inside one paper; what is over it stands apart. */
const MOST_BYTES = 20_971_520;
const ENDING: Readonly<Record<string, string>> = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' };

/** Which scans go inside the paper, under which name. */
const insideOf = (scans: readonly ComparedScan[]): ReadonlyMap<ComparedScan, PdfAttachment> => {
  const inside = new Map<ComparedScan, PdfAttachment>();
  let used = 0;
  for (const scan of scans) {
    const { name, type, bytes } = scan.file;
    const ending = ENDING[type];
    if (!ending || used + bytes.length > MOST_BYTES) continue;
    used += bytes.length;
    inside.set(scan, { name: `scan-${inside.size + 1}.${ending}`, type, description: name, bytes });
  }
  return inside;
};

const scanBlock = (scan: ComparedScan, inside: PdfAttachment | undefined, language: Language): PdfBlock => {
  const t = text(onPaperCatalogue, language);
  const { signed, file } = scan;
  const who = (name: string, at: Date): string => t('who', { name, when: formatInstant(at, language) });
  return {
    kind: 'facts',
    rows: [
      [t('signedBy'), 'side' in signed ? t(`side.${signed.side}`) : `${signed.name}, ${roleName(signed.role, language)}`],
      [t('file'), file.name],
      [t('print'), file.sha256],
      [t('added'), who(scan.addedBy, scan.addedAt)],
      [t('compared'), who(scan.comparedBy, scan.comparedAt)],
      [t('where'), inside ? t('attached', { file: inside.name }) : t('apart')],
    ],
  };
};

/** The paper with what is known of its signed copies, and the scans inside it. `mailed`: the fingerprint of what the members got. */
export const withScans = (document: PdfDocument, scans: readonly ComparedScan[], mailed: string | null): PdfDocument => {
  const inside = insideOf(scans);
  const part = (language: Language): readonly PdfBlock[] => {
    const t = text(onPaperCatalogue, language);
    return [
      { kind: 'heading', level: 1, text: t('heading') },
      { kind: 'text', text: t('lead') },
      ...scans.map((scan) => scanBlock(scan, inside.get(scan), language)),
      ...(mailed ? [{ kind: 'text', text: t('mailed', { print: mailed }) } as const] : []),
    ];
  };
  const { translation } = document;
  return {
    ...document,
    blocks: [...document.blocks, ...part('nl')],
    ...(translation ? { translation: { ...translation, blocks: [...translation.blocks, ...part('en')] } } : {}),
    attachments: [...inside.values()],
  };
};
