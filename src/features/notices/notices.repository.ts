import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { NoticeContent } from './domain/notice-content.js';

/** `notice`: the first of a tool. `change`: what is different. `claim`, `information`: told to everyone where no council is asked. */
export type NoticeKind = 'notice' | 'change' | 'claim' | 'information';

/** A notice of kind claim or information: one text a language. */
export interface Announcement {
  readonly texts: Readonly<Record<string, { readonly title: string; readonly body: string }>>;
}

export interface Published {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly fingerprint: string;
  readonly kind: NoticeKind;
  readonly contentHash: string;
  readonly reference: string;
  readonly publishedAt: Date;
}
export type PublishedNotice = Published & { readonly content: NoticeContent };

const PUBLISHED = `n.id, n.tool_id as "toolId", t.name as "toolName", n.version_id as "versionId", v.number as "versionNumber", n.fingerprint, n.kind,
  n.content_hash as "contentHash", n.reference, n.published_at as "publishedAt"`;
const FROM = `from notices n join tools t on t.id = n.tool_id join tool_versions v on v.id = n.version_id`;

/** Every notice of a tool on one of these fingerprints, oldest first. */
export const noticesOn = (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<PublishedNotice[]> =>
  tx.query(
    `select ${PUBLISHED}, n.content ${FROM} where n.tool_id = $1 and n.fingerprint = any($2) and n.kind in ('notice', 'change')
     order by n.published_at, n.id`,
    [toolId, fingerprints],
  );

export const noticesOfTool = (tx: Tx, toolId: string): Promise<Published[]> =>
  tx.query(`select ${PUBLISHED} ${FROM} where n.tool_id = $1 order by n.published_at desc, n.id`, [toolId]);

export const findNotice = async (tx: Tx, id: string): Promise<Published | null> => {
  const [row]: Published[] = await tx.query(`select ${PUBLISHED} ${FROM} where n.id = $1`, [id]);
  return row ?? null;
};

interface NewNotice {
  readonly id: string;
  readonly toolId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly kind: NoticeKind;
  readonly content: NoticeContent | Announcement;
  readonly contentHash: string;
  readonly reference: string;
  readonly by: string;
  readonly at: Date;
}

export const insertNotice = async (tx: Tx, notice: NewNotice): Promise<void> => {
  await tx.query(
    `insert into notices (id, tool_id, version_id, fingerprint, kind, content, content_hash, reference, published_by, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      notice.id,
      notice.toolId,
      notice.versionId,
      notice.fingerprint,
      notice.kind,
      JSON.stringify(notice.content),
      notice.contentHash,
      notice.reference,
      notice.by,
      notice.at,
    ],
  );
};

/** Read status per unit as it was at the start of the day, so that nobody can watch it change. */
export const unitCounts = (tx: Tx, noticeId: string, today: Day): Promise<{ unit: string; told: number; of: number }[]> =>
  tx.query(
    `select u.name as unit, count(t.person_id)::int as told, count(*)::int as of
     from notice_deliveries d join persons p on p.id = d.person_id and p.erased_at is null join units u on u.id = d.unit_id
     left join people_told t on t.notice_id = d.notice_id and t.person_id = d.person_id and t.told_at < (($2::date)::timestamp at time zone 'Europe/Amsterdam')
     where d.notice_id = $1 group by u.id, u.name order by lower(u.name), u.id`,
    [noticeId, today],
  );
