import type { Tx } from '../../platform/database/index.js';
import type { YearFacts } from './domain/annual.js';

/** The years in which a request was sent, newest first. */
export const yearsWithRequests = async (tx: Tx): Promise<readonly number[]> => {
  const rows: { year: number }[] = await tx.query(
    `select distinct extract(year from sent_on)::integer as year from request_courses order by year desc limit 50`,
  );
  return rows.map(({ year }) => year);
};

/** What happened in one calendar year: five queries; objections from what was published, so that this adds nothing to it, whatever its number of requests. */
export const readYear = async (tx: Tx, year: number): Promise<YearFacts> => {
  const courses: YearFacts['courses'] = await tx.query(
    `select sent_on::text as "sentOn", withdrawn, met_on::text as "metOn", decided_on::text as "decidedOn", decision, final_on::text as "finalOn",
      told_on::text as "toldOn", activated_on::text as "activatedOn"
     from request_courses where extract(year from sent_on) = $1 order by sent_on, request_id`,
    [year],
  );
  const stops: YearFacts['stops'] = await tx.query(
    `select cause, count(*)::integer as count from stops_made where extract(year from made_on) = $1 group by cause order by count(*) desc, cause`,
    [year],
  );
  const [nullities]: { count: number }[] = await tx.query(
    `select count(*)::integer as count from nullities_invoked where extract(year from invoked_on) = $1`,
    [year],
  );
  const [objections]: { cases: number }[] = await tx.query(
    `select coalesce(sum(cases), 0)::integer as cases from published_counts
     where kind = 'objection' and part = 'received' and extract(year from quarter) = $1`,
    [year],
  );
  const signed: YearFacts['signed'] = await tx.query(
    `select p.request_id as "requestId", t.name as "toolName", p.paper, p.paper_reference as reference, p.signed_by_side as side,
      p.added_on::text as "addedOn", p.compared_on::text as "comparedOn", p.sha256
     from papers_signed p join request_courses r on r.request_id = p.request_id join tools t on t.id = r.tool_id
     where extract(year from p.compared_on) = $1 order by p.compared_on, p.added_on, t.name, p.paper, p.sha256 limit 500`,
    [year],
  );
  return { year, courses, stops, nullities: nullities?.count ?? 0, objectors: objections?.cases ?? 0, signed };
};
