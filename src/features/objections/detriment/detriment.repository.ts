import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Harm } from '../domain/detriment.js';

export interface Report {
  readonly id: string;
  /** Null: the adviser reported it for somebody, whose name stays outside. */
  readonly personId: string | null;
  readonly lodgedBy: string;
  readonly toolId: string | null;
  readonly toolName: string | null;
  readonly receipt: string;
  readonly what: Harm;
  readonly happenedOn: Day;
  readonly story: string;
  readonly reference: string;
  readonly lodgedAt: Date;
}
export interface ReportAct {
  readonly kind: 'seen' | 'message' | 'closed';
  readonly text: string;
  readonly byPerson: string;
  readonly byRole: string;
  readonly at: Date;
}

export const insertReport = async (tx: Tx, row: Omit<Report, 'toolName'>): Promise<void> => {
  await tx.query(
    `insert into detriment_reports (id, person_id, lodged_by, tool_id, receipt, what, happened_on, story, reference, lodged_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.id, row.personId, row.lodgedBy, row.toolId, row.receipt, row.what, row.happenedOn, row.story, row.reference, row.lodgedAt],
  );
};

const REPORT = `select d.id, d.person_id as "personId", d.lodged_by as "lodgedBy", d.tool_id as "toolId", t.name as "toolName", d.receipt, d.what,
  d.happened_on::text as "happenedOn", d.story, d.reference, d.lodged_at as "lodgedAt" from detriment_reports d left join tools t on t.id = d.tool_id`;

export const reportsBy = (tx: Tx, personId: string): Promise<Report[]> =>
  tx.query(`${REPORT} where d.lodged_by = $1 order by d.lodged_at desc limit 100`, [personId]);
/** What adviser and DPO read: not what one of them is the subject of. */
export const reportsFor = (tx: Tx, readerId: string): Promise<Report[]> =>
  tx.query(`${REPORT} where d.person_id is distinct from $1 order by d.lodged_at desc limit 300`, [readerId]);
export const lockReport = async (tx: Tx, id: string): Promise<Report | null> => {
  const [row]: Report[] = await tx.query(`${REPORT} where d.id = $1 for update of d`, [id]);
  return row ?? null;
};

export const actsOn = async (tx: Tx, reportIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReportAct[]>> => {
  const rows: (ReportAct & { reportId: string })[] = await tx.query(
    `select report_id as "reportId", kind, text, by_person as "byPerson", by_role as "byRole", at from detriment_acts where report_id = any($1) order by written_as`,
    [reportIds],
  );
  const found = new Map<string, ReportAct[]>();
  for (const { reportId, ...act } of rows) found.set(reportId, [...(found.get(reportId) ?? []), act]);
  return found;
};
export const insertReportAct = async (tx: Tx, row: ReportAct & { readonly id: string; readonly reportId: string }): Promise<void> => {
  await tx.query(`insert into detriment_acts (id, report_id, kind, text, by_person, by_role, at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    row.id,
    row.reportId,
    row.kind,
    row.text,
    row.byPerson,
    row.byRole,
    row.at,
  ]);
};
/** How many one person reported in the last day: enough for whoever needs it, too few to flood. */
export const reportsSince = async (tx: Tx, personId: string, since: Date): Promise<number> => {
  const [row]: { count: number }[] = await tx.query(
    `select count(*)::int as count from detriment_reports where lodged_by = $1 and lodged_at > $2`,
    [personId, since],
  );
  return row?.count ?? 0;
};
