import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { QuarterOfTool, ReviewAct } from '../domain/review.js';

export interface Review {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly quarter: Day;
  readonly reference: string;
  readonly openedAt: Date;
}

/** Answers whether this quarter still had to be looked at; from then on it was. */
export const takeQuarter = async (tx: Tx, quarter: Day, now: Date): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into counted_quarters (quarter, part, counted_at) values ($1, 'reviews', $2) on conflict do nothing returning quarter`,
    [quarter, now],
  );
  return rows.length > 0;
};

/** Tools with at least five objections or five upheld in a quarter, with how many people they reach: only of those the scope is read. */
export const quarterOfTools = (tx: Tx, quarter: Day): Promise<(QuarterOfTool & { readonly toolId: string })[]> =>
  tx.query(
    `with received as (
       select tool_id, sum(cases)::int as objections from objection_cells where quarter = $1::date group by 1
     ), granted as (
       select o.tool_id, count(*)::int as upheld from objection_acts a join objections o on o.id = a.objection_id
       where a.kind = 'upheld' and date_trunc('quarter', a.at at time zone 'Europe/Amsterdam')::date = $1::date group by 1
     ), found as (
       select coalesce(r.tool_id, g.tool_id) as tool_id, coalesce(r.objections, 0) as objections, coalesce(g.upheld, 0) as upheld
       from received r full join granted g on g.tool_id = r.tool_id where coalesce(r.objections, 0) >= 5 or coalesce(g.upheld, 0) >= 5
     )
     select f.tool_id as "toolId", f.objections, f.upheld, (
       select count(distinct s.person_id)::int from people_in_scope s
       where s.version_id = (select v.id from tool_versions v left join versions_run u on u.version_id = v.id
         where v.tool_id = f.tool_id order by coalesce(u.runs, false) desc, v.number desc limit 1)
         and (s.ends_on is null or s.ends_on >= $1::date)
     ) as "inScope" from found f order by f.tool_id`,
    [quarter],
  );

export const insertReview = async (tx: Tx, row: Omit<Review, 'toolName'>): Promise<void> => {
  await tx.query(`insert into objection_reviews (id, tool_id, quarter, reference, opened_at) values ($1, $2, $3, $4, $5)`, [
    row.id,
    row.toolId,
    row.quarter,
    row.reference,
    row.openedAt,
  ]);
};

const REVIEW = `select r.id, r.tool_id as "toolId", t.name as "toolName", r.quarter::text as quarter, r.reference, r.opened_at as "openedAt"
  from objection_reviews r join tools t on t.id = r.tool_id`;
export const listReviews = (tx: Tx): Promise<Review[]> => tx.query(`${REVIEW} order by r.quarter desc, lower(t.name) limit 200`);
/** Two acts on one review wait for each other. */
export const lockReview = async (tx: Tx, id: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 25))`, [id]);
};
export const findReview = async (tx: Tx, id: string): Promise<Review | null> => {
  const [row]: Review[] = await tx.query(`${REVIEW} where r.id = $1`, [id]);
  return row ?? null;
};

export const reviewActs = async (tx: Tx, reviewIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReviewAct[]>> => {
  const rows: (ReviewAct & { reviewId: string })[] = await tx.query(
    `select review_id as "reviewId", kind, course, text, by_role as "byRole", at from objection_review_acts where review_id = any($1) order by written_as`,
    [reviewIds],
  );
  const found = new Map<string, ReviewAct[]>();
  for (const { reviewId, ...act } of rows) found.set(reviewId, [...(found.get(reviewId) ?? []), act]);
  return found;
};
export const insertReviewAct = async (
  tx: Tx,
  row: Omit<ReviewAct, 'at'> & { readonly id: string; readonly reviewId: string; readonly by: string; readonly at: Date },
): Promise<void> => {
  await tx.query(
    `insert into objection_review_acts (id, review_id, kind, course, text, by_person, by_role, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.reviewId, row.kind, row.course, row.text, row.by, row.byRole, row.at],
  );
};
