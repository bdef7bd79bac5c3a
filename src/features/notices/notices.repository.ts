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

export interface Batch {
  readonly people: number;
  /** Over the sorted identifiers, so that the log can be held against the list without naming anyone. */
  readonly hash: string;
}

/** One delivery for everyone who is in scope on the day and has none yet, in one statement whatever their number. */
export const deliverToScope = async (tx: Tx, noticeId: string, day: Day, at: Date): Promise<Batch> => {
  const [row]: Batch[] = await tx.query(
    `with delivered as (
      insert into notice_deliveries (notice_id, person_id, unit_id, sent_at)
      select n.id, s.person_id, s.unit_id, $3 from notices n join people_in_scope s on s.version_id = n.version_id
      where n.id = $1 and s.starts_on <= $2::date and (s.ends_on is null or s.ends_on >= $2::date)
        and not exists (select 1 from notice_deliveries d where d.notice_id = n.id and d.person_id = s.person_id)
      on conflict (notice_id, person_id) do nothing returning person_id)
     select count(*)::int as people, encode(sha256(convert_to(coalesce(string_agg(person_id, ',' order by person_id), ''), 'UTF8')), 'hex') as hash from delivered`,
    [noticeId, day, at],
  );
  return row ?? { people: 0, hash: '' };
};

/** The last notice of a tool's two newest told versions (the one that runs, and the one to come): who comes into scope gets it. */
export const standingNotices = (tx: Tx): Promise<{ id: string; toolId: string }[]> =>
  tx.query(
    `select id, "toolId" from (
      select x.id, x."toolId", row_number() over (partition by x."toolId" order by x.number desc) as place from (
        select distinct on (n.tool_id, n.version_id) n.id, n.tool_id as "toolId", v.number
        from notices n join tool_versions v on v.id = n.version_id where n.kind in ('notice', 'change')
        order by n.tool_id, n.version_id, n.published_at desc) as x) as y
     where place <= 2 order by id`,
  );

/** Counts one reminder for everyone who still has to open a notice and whose turn it is. Answers how many, a notice each. */
export const remindUnopened = (
  tx: Tx,
  now: Date,
  { days, most }: { days: number; most: number },
): Promise<{ noticeId: string; toolId: string; people: number }[]> =>
  tx.query(
    `with due as (
      select d.notice_id, d.person_id from notice_deliveries d
      join notices n on n.id = d.notice_id and n.kind in ('notice', 'change')
      join persons p on p.id = d.person_id and p.erased_at is null and (p.ends_on is null or p.ends_on >= ($1::timestamptz at time zone 'Europe/Amsterdam')::date)
      where not exists (select 1 from notices m where m.tool_id = n.tool_id and m.kind in ('notice', 'change') and m.published_at > n.published_at)
        and d.opened_at is null and d.reminders < $2 and coalesce(d.reminded_at, d.sent_at) <= $1::timestamptz - make_interval(days => $3)
        and not exists (select 1 from people_told t where t.notice_id = d.notice_id and t.person_id = d.person_id)
      for update of d skip locked),
     reminded as (
      update notice_deliveries d set reminders = d.reminders + 1, reminded_at = $1 from due
      where d.notice_id = due.notice_id and d.person_id = due.person_id returning d.notice_id)
     select n.id as "noticeId", n.tool_id as "toolId", count(*)::int as people from reminded r join notices n on n.id = r.notice_id
     group by n.id, n.tool_id order by n.id`,
    [now, most, days],
  );

/** Read status per unit as it was at the start of the day, so that nobody can watch it change. */
export const unitCounts = (tx: Tx, noticeId: string, today: Day): Promise<{ unit: string; told: number; of: number }[]> =>
  tx.query(
    `select u.name as unit, count(t.person_id)::int as told, count(*)::int as of
     from notice_deliveries d join persons p on p.id = d.person_id and p.erased_at is null join units u on u.id = d.unit_id
     left join people_told t on t.notice_id = d.notice_id and t.person_id = d.person_id and t.told_at < (($2::date)::timestamp at time zone 'Europe/Amsterdam')
     where d.notice_id = $1 group by u.id, u.name order by lower(u.name), u.id`,
    [noticeId, today],
  );
