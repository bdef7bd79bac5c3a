import type { Tx } from '../../platform/database/index.js';
import type { NoticeContent } from './domain/notice-content.js';
import type { Announcement, Published } from './notices.repository.js';

export type PublishedText = Published & { readonly content: NoticeContent | Announcement };

/** A published notice with all that it says. */
export const findText = async (tx: Tx, noticeId: string): Promise<PublishedText | null> => {
  const [row]: PublishedText[] = await tx.query(
    `select n.id, n.tool_id as "toolId", t.name as "toolName", n.version_id as "versionId", v.number as "versionNumber", n.fingerprint, n.kind,
      n.content_hash as "contentHash", n.reference, n.published_at as "publishedAt", n.content
     from notices n join tools t on t.id = n.tool_id join tool_versions v on v.id = n.version_id where n.id = $1`,
    [noticeId],
  );
  return row ?? null;
};

export interface EarlierText {
  readonly number: number;
  readonly content: NoticeContent;
}

/** What the last notice of the tool before an instant said; null where there was none. */
export const textBefore = async (tx: Tx, toolId: string, at: Date): Promise<EarlierText | null> => {
  const [row]: EarlierText[] = await tx.query(
    `select v.number, n.content from notices n join tool_versions v on v.id = n.version_id
     where n.tool_id = $1 and n.kind in ('notice', 'change') and n.published_at < $2 order by n.published_at desc, n.id limit 1`,
    [toolId, at],
  );
  return row ?? null;
};

/** The language besides Dutch and English that the register has for a person. */
export const otherLanguageOf = async (tx: Tx, personId: string): Promise<string | null> => {
  const [row]: { language: string | null }[] = await tx.query(`select other_language as language from persons where id = $1`, [personId]);
  return row?.language ?? null;
};
