import type { Tx } from '../../platform/database/index.js';
import type { NoticeContent } from './domain/notice-content.js';
import type { Announcement, NoticeKind } from './notices.repository.js';

export interface InboxLine {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly toolName: string;
  readonly sentAt: Date;
  readonly openedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** What was sent to one person, newest first. */
export const inboxOf = (tx: Tx, personId: string): Promise<InboxLine[]> =>
  tx.query(
    `select n.id, n.kind, t.name as "toolName", d.sent_at as "sentAt", d.opened_at as "openedAt", d.acknowledged_at as "acknowledgedAt"
     from notice_deliveries d join notices n on n.id = d.notice_id join tools t on t.id = n.tool_id
     where d.person_id = $1 order by d.sent_at desc, n.id limit 200`,
    [personId],
  );

export const countUnread = async (tx: Tx, personId: string): Promise<number> => {
  const [row]: { unread: number }[] = await tx.query(
    `select count(*)::int as unread from notice_deliveries where person_id = $1 and opened_at is null`,
    [personId],
  );
  return row?.unread ?? 0;
};

export interface Delivered extends InboxLine {
  readonly toolId: string;
  readonly versionNumber: number;
  readonly reference: string;
  readonly content: NoticeContent | Announcement;
}

/** One notice as it was sent to this person; null for anyone else. */
export const lockDelivery = async (tx: Tx, noticeId: string, personId: string): Promise<Delivered | null> => {
  const [row]: Delivered[] = await tx.query(
    `select n.id, n.kind, n.tool_id as "toolId", t.name as "toolName", v.number as "versionNumber", n.reference, n.content,
      d.sent_at as "sentAt", d.opened_at as "openedAt", d.acknowledged_at as "acknowledgedAt"
     from notice_deliveries d join notices n on n.id = d.notice_id join tools t on t.id = n.tool_id join tool_versions v on v.id = n.version_id
     where n.id = $1 and d.person_id = $2 for update of d`,
    [noticeId, personId],
  );
  return row ?? null;
};

export const markOpened = async (tx: Tx, noticeId: string, personId: string, at: Date): Promise<void> => {
  await tx.query(`update notice_deliveries set opened_at = $3 where notice_id = $1 and person_id = $2 and opened_at is null`, [
    noticeId,
    personId,
    at,
  ]);
};
export const markAcknowledged = async (tx: Tx, noticeId: string, personId: string, at: Date): Promise<void> => {
  await tx.query(`update notice_deliveries set acknowledged_at = $3 where notice_id = $1 and person_id = $2 and acknowledged_at is null`, [
    noticeId,
    personId,
    at,
  ]);
};

/** Claims and information hold one text a language; the others hold items. */
export const isAnnouncement = (content: NoticeContent | Announcement): content is Announcement => !('items' in content);
