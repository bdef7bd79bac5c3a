import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { mailsInLanguagesWithin } from '../../platform/mail/index.js';
import type { MailTexts } from '../people/index.js';
import { ADDRESSES } from './notice-mail.js';

/** So many people get a notice in one step. */
export const PIECE = 1000;

/** Whom a step reached. `hash` is over the sorted commitments: the log can be held against the rows without naming anyone. */
export interface Reached {
  readonly people: number;
  readonly hash: string;
  readonly persons: readonly string[];
}

const COUNTED = `count(*)::int as people, encode(sha256(coalesce(string_agg(commitment, ''::bytea order by commitment), '')), 'hex') as hash`;
const HERE = `s.starts_on <= $2::date and (s.ends_on is null or s.ends_on >= $2::date)`;

/** One delivery for up to `most` of those who are in scope on the day and have none yet, in one statement. */
export const deliverToScope = async (tx: Tx, noticeId: string, day: Day, at: Date, most: number = PIECE): Promise<Reached> => {
  const [row]: Reached[] = await tx.query(
    `with missing as (
       select s.person_id, s.unit_id from notices n join people_in_scope s on s.version_id = n.version_id where n.id = $1 and ${HERE}
         and not exists (select 1 from notice_deliveries d where d.notice_id = n.id and d.person_id = s.person_id)
       order by s.person_id limit $4),
     delivered as (
       insert into notice_deliveries (notice_id, person_id, unit_id, sent_at) select $1, person_id, unit_id, $3 from missing
       on conflict (notice_id, person_id) do nothing returning person_id, commitment)
     select ${COUNTED}, coalesce(array_agg(person_id), '{}') as persons from delivered`,
    [noticeId, day, at, most],
  );
  return row ?? { people: 0, hash: '', persons: [] };
};

/** Cuts everyone who is in scope on the day into pieces by their order. Answers how many of both. */
export const cutIntoPieces = async (
  tx: Tx,
  noticeId: string,
  jobId: string,
  day: Day,
): Promise<{ readonly people: number; readonly pieces: number }> => {
  const [row]: { people: number; pieces: number }[] = await tx.query(
    `with cut as (
       insert into notice_pieces (notice_id, piece, job_id, first_person, last_person, people)
       select $1, piece, $3, min(person_id), max(person_id), count(*) from (
         select person_id, (row_number() over (order by person_id) - 1) / $4::int as piece from (
           select distinct s.person_id from notices n join scope_entries s on s.version_id = n.version_id where n.id = $1 and ${HERE}) listed) numbered
       group by piece returning people)
     select coalesce(sum(people), 0)::int as people, count(*)::int as pieces from cut`,
    [noticeId, day, jobId, PIECE],
  );
  return row ?? { people: 0, pieces: 0 };
};

/** One job for each piece that waits. A job that waits for the same piece is replaced. */
export const queuePieces = async (tx: Tx, noticeId: string, job: string): Promise<void> => {
  await tx.query(
    `select count(*) from (select (graphile_worker.add_job($2::text, json_build_object('noticeId', notice_id, 'piece', piece, 'jobId', job_id),
       job_key => $2 || ':' || notice_id || ':' || piece)).id from notice_pieces where notice_id = $1 and delivered_at is null) queued`,
    [noticeId, job],
  );
};

export interface Piece {
  readonly noticeId: string;
  readonly piece: number;
  readonly jobId: string;
  readonly versionId: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly first: string;
  readonly last: string;
}
/**
 * A piece that waits; null when it was delivered. Held until this transaction ends, whose commit does not wait for the disk: the database writes in
 * order, so what is built on a piece (a mail that leaves, the entry in the log) is only there when the piece is.
 */
export const lockPiece = async (tx: Tx, noticeId: string, piece: number): Promise<Piece | null> => {
  await tx.query('set local synchronous_commit to off');
  const [row]: Piece[] = await tx.query(
    `select p.notice_id as "noticeId", p.piece, p.job_id as "jobId", n.version_id as "versionId", n.tool_id as "toolId", t.name as "toolName",
       p.first_person as first, p.last_person as last
     from notice_pieces p join notices n on n.id = p.notice_id join tools t on t.id = n.tool_id
     where p.notice_id = $1 and p.piece = $2 and p.delivered_at is null for update of p`,
    [noticeId, piece],
  );
  return row ?? null;
};

/**
 * The deliveries of one piece, to whoever of them is still in scope on the day, and their mails, in one statement. Nobody else delivers this notice
 * while a piece of it waits. Answers how many people.
 */
export const deliverPiece = async (tx: Tx, piece: Piece, day: Day, at: Date, texts: MailTexts): Promise<number> => {
  const mails = mailsInLanguagesWithin(
    texts,
    `${ADDRESSES} where p.id between $5 and $6 and p.erased_at is null and p.id in (select person_id from delivered)`,
    8,
  );
  const [row]: { people: number }[] = await tx.query(
    `with delivered as (
       insert into notice_deliveries (notice_id, person_id, unit_id, sent_at)
       select $1, s.person_id, s.unit_id, $3 from people_in_scope s
       where s.version_id = $4 and s.person_id between $5 and $6 and ${HERE}
         and not exists (select 1 from notice_deliveries d where d.notice_id = $1 and d.person_id between $5 and $6 and d.person_id = s.person_id)
       returning person_id, commitment),
     reached as (select ${COUNTED} from delivered),
     marked as (
       update notice_pieces set people = reached.people, hash = reached.hash, delivered_at = $3, first_person = null, last_person = null
       from reached where notice_id = $1 and piece = $7),
     ${mails.tables}
     select people, (${mails.count}) as mails from reached`,
    [piece.noticeId, day, at, piece.versionId, piece.first, piece.last, piece.piece, ...mails.parameters],
  );
  return row?.people ?? 0;
};

/** What all pieces of a notice came to. With these the transaction does wait for the disk, and so for all of them. */
export const piecesTogether = async (tx: Tx, noticeId: string): Promise<{ people: number; pieces: number; hash: string }> => {
  await tx.query('set local synchronous_commit to default');
  const [row]: { people: number; pieces: number; hash: string }[] = await tx.query(
    `select coalesce(sum(people), 0)::int as people, count(*)::int as pieces,
       encode(sha256(convert_to(coalesce(string_agg(hash, ',' order by piece), ''), 'UTF8')), 'hex') as hash
     from notice_pieces where notice_id = $1`,
    [noticeId],
  );
  return row ?? { people: 0, pieces: 0, hash: '' };
};

/**
 * The last notice of a tool's two newest told versions (the one that runs, and the one to come), where somebody came into scope who does not
 * have it. A notice that is still on its way to others waits until it is.
 */
export const noticesToCatchUp = (tx: Tx, day: Day): Promise<{ id: string; toolId: string; toolName: string }[]> =>
  tx.query(
    `with newest as (
       select distinct on (n.tool_id, n.version_id) n.id, n.tool_id, n.version_id, v.number, t.name
       from notices n join tool_versions v on v.id = n.version_id join tools t on t.id = n.tool_id
       where n.kind in ('notice', 'change') order by n.tool_id, n.version_id, n.published_at desc),
     standing as (select newest.*, row_number() over (partition by tool_id order by number desc) as place from newest)
     select id, tool_id as "toolId", name as "toolName" from standing
     where place <= 2
       and not exists (select 1 from notice_pieces p where p.notice_id = standing.id and p.delivered_at is null)
       and exists (select 1 from people_in_scope s where s.version_id = standing.version_id and s.starts_on <= $1::date
         and (s.ends_on is null or s.ends_on >= $1::date)
         and not exists (select 1 from notice_deliveries d where d.notice_id = standing.id and d.person_id = s.person_id))
     order by id`,
    [day],
  );

export interface Reminded {
  readonly noticeId: string;
  readonly toolName: string;
  readonly persons: readonly string[];
}
/** Counts one reminder for up to `most` of those who still have to open a notice and whose turn it is; whom, a notice each. */
export const remindUnopened = (tx: Tx, now: Date, of: { days: number; times: number; most: number }): Promise<Reminded[]> =>
  tx.query(
    `with due as (
      select d.notice_id, d.person_id from notice_deliveries d
      join notices n on n.id = d.notice_id and n.kind in ('notice', 'change')
      join persons p on p.id = d.person_id and p.erased_at is null and (p.ends_on is null or p.ends_on >= ($1::timestamptz at time zone 'Europe/Amsterdam')::date)
      where not exists (select 1 from notices m where m.tool_id = n.tool_id and m.kind in ('notice', 'change') and m.published_at > n.published_at)
        and d.opened_at is null and d.reminders < $2 and coalesce(d.reminded_at, d.sent_at) <= $1::timestamptz - make_interval(days => $3)
        and not exists (select 1 from people_told t where t.notice_id = d.notice_id and t.person_id = d.person_id)
      limit $4 for update of d skip locked),
     reminded as (
      update notice_deliveries d set reminders = d.reminders + 1, reminded_at = $1 from due
      where d.notice_id = due.notice_id and d.person_id = due.person_id returning d.notice_id, d.person_id)
     select n.id as "noticeId", t.name as "toolName", array_agg(r.person_id order by r.person_id) as persons
     from reminded r join notices n on n.id = r.notice_id join tools t on t.id = n.tool_id group by n.id, t.name order by n.id`,
    [now, of.times, of.days, of.most],
  );
