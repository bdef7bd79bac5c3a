import type { Language } from '../../kernel/actor.js';
import { formatInstant, formatInstantDay, text } from '../../platform/i18n/index.js';
import type { Delivered } from './inbox.repository.js';
import { isAnnouncement } from './inbox.repository.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import type { ReadNotice } from './notice-reading.service.js';
import { noticeText } from './notice-view.js';
import type { MinePageProps } from './web/inbox-pages.js';

interface Links {
  readonly object: string;
  readonly complain: string;
}
/** A delivered notice as its reader gets it. */
export const minePageProps = (delivered: Delivered, { notice, before, reader, languages }: ReadNotice, links: Links): MinePageProps => ({
  notice: noticeText({ ...notice, before }, reader),
  sentAt: formatInstantDay(delivered.sentAt, reader.language),
  reference: delivered.reference,
  number: delivered.versionNumber,
  papers: languages.map((language) => ({ language, href: noticePaths.ownPaper(delivered.id, language) })),
  acknowledgedAt: delivered.acknowledgedAt ? formatInstant(delivered.acknowledgedAt, reader.language) : null,
  acknowledgementHref: noticePaths.acknowledgement(delivered.id),
  objectHref: isAnnouncement(delivered.content) ? null : links.object,
  complainHref: links.complain,
});

export const inboxTitle = (row: { kind: Delivered['kind']; toolName: string }, reader: Language): string => {
  const t = text(noticesCatalogue, reader);
  if (row.kind === 'notice' || row.kind === 'change') return t(`mine.kind.${row.kind}`, { tool: row.toolName });
  return `${t(`kind.${row.kind}`)}: ${row.toolName}`;
};
