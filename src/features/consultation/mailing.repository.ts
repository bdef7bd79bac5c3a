import type { Day } from '../../kernel/clock.js';
import type { Language } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import type { Mailing } from './domain/known.js';

export interface NewMailing {
  readonly id: string;
  readonly toolId: string | null;
  readonly act: string;
  readonly reference: string;
  readonly document: string;
  readonly documentHash: string;
  readonly pdf: Buffer;
  readonly at: Date;
}

export const insertMailing = async (tx: Tx, m: NewMailing): Promise<void> => {
  await tx.query(
    `insert into council_mailings (id, tool_id, act, reference, document, document_hash, pdf, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [m.id, m.toolId, m.act, m.reference, m.document, m.documentHash, m.pdf, m.at],
  );
};

/** A member without an address is told by no mail: that is a bounce from the start. */
export const insertMailingRecipients = async (
  tx: Tx,
  mailingId: string,
  personIds: readonly string[],
  unreachable: readonly string[],
  now: Date,
): Promise<void> => {
  await tx.query(
    `insert into council_mailing_recipients (mailing_id, person_id, bounced_at)
     select $1, person, case when person = any($3) then $4::timestamptz end from unnest($2::text[]) as person`,
    [mailingId, personIds, unreachable, now],
  );
};

export interface Outcome {
  readonly sent: readonly string[];
  readonly refused: readonly string[];
}

const OUTCOME = `set handed_over_at = case when person_id = any($2::text[]) then $4::timestamptz end,
    bounced_at = case when person_id = any($3::text[]) then $4::timestamptz end
  where handed_over_at is null and bounced_at is null and person_id = any($2::text[] || $3::text[])`;

export const markMailed = async (tx: Tx, mailingId: string, { sent, refused }: Outcome, now: Date): Promise<number> => {
  const [, marked]: [unknown, number] = await tx.query(`update council_mailing_recipients ${OUTCOME} and mailing_id = $1`, [
    mailingId,
    sent,
    refused,
    now,
  ]);
  return marked;
};

export const markAnnounced = async (tx: Tx, announcementId: string, { sent, refused }: Outcome, now: Date): Promise<number> => {
  const [, marked]: [unknown, number] = await tx.query(`update staff_announcement_recipients ${OUTCOME} and announcement_id = $1`, [
    announcementId,
    sent,
    refused,
    now,
  ]);
  return marked;
};

const REACHED = `count(*)::int as recipients, count(p.bounced_at)::int as bounces,
    case when bool_and(p.handed_over_at is not null or p.bounced_at is not null) then max(coalesce(p.handed_over_at, p.bounced_at)) end as "handedOverAt"`;

/** The mailings of one tool's case, and those that concern the body itself, oldest first. */
export const readMailings = (tx: Tx, toolId: string): Promise<Mailing[]> =>
  tx.query(
    `select m.act, m.reference, m.at, ${REACHED}
     from council_mailings m join council_mailing_recipients p on p.mailing_id = m.id
     where m.tool_id = $1 or m.tool_id is null group by m.id order by m.written_as`,
    [toolId],
  );

export const readAnnouncements = (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<Mailing[]> =>
  tx.query(
    `select a.act, a.reference, a.at, ${REACHED}
     from staff_announcements a join staff_announcement_recipients p on p.announcement_id = a.id
     where a.tool_id = $1 and a.fingerprint = any($2) group by a.id order by a.written_as`,
    [toolId, fingerprints],
  );

export interface NewAnnouncement {
  readonly id: string;
  readonly toolId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly act: string;
  readonly reference: string;
  readonly content: Readonly<Record<Language, { readonly title: string; readonly lines: readonly string[] }>>;
  readonly contentHash: string;
  readonly at: Date;
}

/** Puts the announcement before everyone in scope on that day, in one statement whatever their number. */
export const insertAnnouncement = async (tx: Tx, a: NewAnnouncement, today: Day): Promise<void> => {
  await tx.query(
    `insert into staff_announcements (id, tool_id, version_id, fingerprint, act, reference, content, content_hash, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [a.id, a.toolId, a.versionId, a.fingerprint, a.act, a.reference, JSON.stringify(a.content), a.contentHash, a.at],
  );
  await tx.query(
    `insert into staff_announcement_recipients (announcement_id, person_id, bounced_at)
     select $1, s.person_id, case when coalesce(a.mail_address, p.email) is null then $4::timestamptz end
     from (select distinct person_id from people_in_scope where version_id = $2 and starts_on <= $3 and (ends_on is null or ends_on >= $3)) s
     join persons p on p.id = s.person_id left join accounts a on a.person_id = p.id`,
    [a.id, a.versionId, today, a.at],
  );
};

/** Who of an announcement gets it by mail in that language: for `queueMails`. */
export const announcedBy = (announcementId: string, language: Language) => ({
  sql: `select r.person_id as reference, coalesce(a.mail_address, p.email) as address
        from staff_announcement_recipients r join persons p on p.id = r.person_id left join accounts a on a.person_id = p.id
        where r.announcement_id = $1 and r.bounced_at is null and coalesce(a.language, p.language) = $2`,
  parameters: [announcementId, language],
});

/** Whether this person is among those who were told by an announcement with that reference. */
export const isInformed = async (tx: Tx, reference: string, personId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from staff_announcements a join staff_announcement_recipients r on r.announcement_id = a.id where a.reference = $1 and r.person_id = $2 limit 1`,
    [reference, personId],
  );
  return rows.length > 0;
};
