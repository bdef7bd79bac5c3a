import type { Tx } from '../../platform/database/index.js';

interface GroupTitle {
  readonly code: string;
  readonly nl: string;
  readonly en: string;
}
/** One time that somebody looked at figures about groups. */
export interface LookLine {
  readonly at: Date;
  readonly endedAt: Date;
  readonly name: string | null;
  readonly role: string;
  readonly operation: 'view' | 'export' | 'individual';
  readonly status: 'ok' | 'error';
  readonly purpose: string | null;
  readonly toolName: string;
  readonly titleNl: string | null;
  readonly titleEn: string | null;
  /** The groups that were looked at. */
  readonly groups: readonly GroupTitle[];
  readonly traceId: string;
  readonly operationId: string;
  readonly processingActivity: string;
}

const LOOK = `select v.started_at as at, v.ended_at as "endedAt", case when p.erased_at is null then p.name end as name, v.role, v.operation, v.status,
  v.purpose, t.name as "toolName", d.title_nl as "titleNl", d.title_en as "titleEn", v.trace_id as "traceId", v.operation_id as "operationId",
  v.processing_activity as "processingActivity", coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'nl', g.title_nl, 'en', g.title_en) order by g.code)
    from version_dashboard_groups g where g.version_id = v.version_id and g.dashboard = v.dashboard and g.code = any (v.groups)), '[]') as groups
  from dashboard_views v join tools t on t.id = v.tool_id left join persons p on p.id = v.person_id
  left join version_dashboards d on d.version_id = v.version_id and d.code = v.dashboard`;

const PAGE_SIZE = 50;
/** Looks, newest first; of a page after the last one, the last. */
export interface LooksPage {
  readonly looks: readonly LookLine[];
  readonly page: number;
  readonly pages: number;
}
interface Lines {
  readonly before: string;
  readonly where: string;
  readonly of: readonly unknown[];
}
const pageOf = async (tx: Tx, asked: number, { before, where, of }: Lines): Promise<LooksPage> => {
  const [count]: { n: number }[] = await tx.query(`${before} select count(*)::int as n from dashboard_views v where ${where}`, [...of]);
  const pages = Math.max(1, Math.ceil((count?.n ?? 0) / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const part = `order by v.written_as desc limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`;
  return { looks: await tx.query(`${before} ${LOOK} where ${where} ${part}`, [...of]), page, pages };
};

/** One page of all looks. */
export const allLooks = (tx: Tx, page: number): Promise<LooksPage> => pageOf(tx, page, { before: '', where: 'true', of: [] });

/** One page of the looks at groups that hold the unit of this person, or the one in which they were when told of that tool: they are in its figures, too. */
export const looksAtUnitsOf = (tx: Tx, personId: string, page: number): Promise<LooksPage> =>
  pageOf(tx, page, {
    before: `with mine (unit_id, tool_id) as (
       select unit_id, null from persons where id = $1
       union select d.unit_id, n.tool_id from notice_deliveries d join notices n on n.id = d.notice_id where d.person_id = $1)`,
    where: `v.operation <> 'individual' and v.units && (select array_agg(unit_id) from mine)
       and exists (select 1 from mine where mine.unit_id = any (v.units) and coalesce(mine.tool_id, v.tool_id) = v.tool_id)`,
    of: [personId],
  });

/** One time that data about this person alone was open to somebody, of which the person was told. */
export interface ToldView {
  readonly toolName: string;
  readonly purpose: string;
  readonly grounds: 'security' | 'single_investigation';
  readonly reason: string;
  readonly said: string;
  readonly asker: string | null;
  readonly second: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date;
  readonly lookedAt: readonly Date[];
}
export const toldViews = (tx: Tx, personId: string): Promise<ToldView[]> =>
  tx.query(
    `select v.tool_name as "toolName", v.purpose, v.grounds, v.reason, v.told_text as said, a.name as asker, s.name as second, v.opened_at as "openedAt",
       v.closed_at as "closedAt", v.looked_at as "lookedAt"
     from individual_views_told v left join persons a on a.id = v.asked_by and a.erased_at is null
     left join persons s on s.id = v.opened_by and s.erased_at is null
     where v.person_id = $1 order by v.told_at desc, v.opened_at desc limit 100`,
    [personId],
  );
