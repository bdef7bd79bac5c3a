import type { Tx } from '../../platform/database/index.js';
import type { HrAnswer, ToolRow } from './version.js';

const COLUMN_OF: Readonly<Record<keyof ToolRow, string>> = {
  id: 't.id',
  name: 't.name',
  recordEntryId: 't.record_entry_id',
  isPlatform: 't.is_platform',
  starter: 't.starter',
  registeredBy: 't.registered_by',
  registeredRole: 't.registered_role',
  createdAt: 't.created_at',
  registeredAt: 't.registered_at',
  claimedByCouncil: 't.claimed_by_council',
  councilClaim: 't.council_claim',
  hrAnswer: 't.hr_answer',
  hrAnsweredAt: 't.hr_answered_at',
  runsWithoutConsent: 't.runs_without_consent',
  stopOrRepairOn: 't.stop_or_repair_on::text',
};
const columns = (prefix: string): string =>
  Object.entries(COLUMN_OF)
    .map(([name, column]) => `${column} as "${prefix}${name}"`)
    .join(', ');

/** The columns of a tool, in the names of `ToolRow`. */
const TOOL_COLUMNS = columns('');

/** The same beside the columns of something else. */
export const TOOL_BESIDE = columns('tool.');
export type ToolBeside = { readonly [Name in keyof ToolRow as `tool.${Name}`]: ToolRow[Name] };
export const toolBeside = (row: ToolBeside): ToolRow => ({
  id: row['tool.id'],
  name: row['tool.name'],
  recordEntryId: row['tool.recordEntryId'],
  isPlatform: row['tool.isPlatform'],
  starter: row['tool.starter'],
  registeredBy: row['tool.registeredBy'],
  registeredRole: row['tool.registeredRole'],
  createdAt: row['tool.createdAt'],
  registeredAt: row['tool.registeredAt'],
  claimedByCouncil: row['tool.claimedByCouncil'],
  councilClaim: row['tool.councilClaim'],
  hrAnswer: row['tool.hrAnswer'],
  hrAnsweredAt: row['tool.hrAnsweredAt'],
  runsWithoutConsent: row['tool.runsWithoutConsent'],
  stopOrRepairOn: row['tool.stopOrRepairOn'],
});

export const findTool = async (tx: Tx, toolId: string): Promise<ToolRow | null> => {
  const [row]: ToolRow[] = await tx.query(`select ${TOOL_COLUMNS} from tools t where t.id = $1`, [toolId]);
  return row ?? null;
};

export const findToolByName = async (tx: Tx, name: string): Promise<ToolRow | null> => {
  const [row]: ToolRow[] = await tx.query(`select ${TOOL_COLUMNS} from tools t where lower(t.name) = lower($1)`, [name]);
  return row ?? null;
};

/** Holds the tool of a version until the end of the transaction, and not what only refers to it: a batch that a stop waits for can be finished. */
export const lockToolRow = async (tx: Tx, versionId: string): Promise<ToolRow | null> => {
  const [row]: ToolRow[] = await tx.query(
    `select ${TOOL_COLUMNS} from tools t where t.id = (select v.tool_id from tool_versions v where v.id = $1) for no key update`,
    [versionId],
  );
  return row ?? null;
};
export const lockToolById = async (tx: Tx, toolId: string): Promise<ToolRow | null> => {
  const [row]: ToolRow[] = await tx.query(`select ${TOOL_COLUMNS} from tools t where t.id = $1 for no key update`, [toolId]);
  return row ?? null;
};

export interface NewTool {
  readonly id: string;
  readonly name: string;
  readonly starter: string | null;
  readonly isPlatform: boolean;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
  readonly runsWithoutConsent: boolean;
  readonly councilClaim: string | null;
}

/** IT has shown that what ran without consent is off. */
export const endRunWithoutConsent = (tx: Tx, toolId: string): Promise<unknown> =>
  tx.query(`update tools set runs_without_consent = false where id = $1 and runs_without_consent`, [toolId]);

/** False when the name is taken. */
export const insertTool = async (tx: Tx, tool: NewTool): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into tools (id, name, is_platform, starter, registered_by, registered_role, created_at, claimed_by_council, council_claim, runs_without_consent)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
    [
      tool.id,
      tool.name,
      tool.isPlatform,
      tool.starter,
      tool.by,
      tool.role,
      tool.at,
      tool.councilClaim !== null,
      tool.councilClaim,
      tool.runsWithoutConsent,
    ],
  );
  return rows.length === 1;
};

/** Gives the tool its number in the processing register: `VR-2026-014`, counted per year. */
export const enterInRegister = async (tx: Tx, toolId: string, year: string, now: Date): Promise<string> => {
  await tx.query(`select pg_advisory_xact_lock(hashtext('tools.record_entry_id'))`);
  const [last]: { last: number }[] = await tx.query(
    `select coalesce(max(split_part(record_entry_id, '-', 3)::integer), 0) as last from tools where record_entry_id like $1`,
    [`VR-${year}-%`],
  );
  const entry = `VR-${year}-${String((last?.last ?? 0) + 1).padStart(3, '0')}`;
  await tx.query(`update tools set record_entry_id = $2, registered_at = $3 where id = $1`, [toolId, entry, now]);
  return entry;
};

export const storeHrAnswer = (tx: Tx, toolId: string, answer: HrAnswer, by: string, at: Date): Promise<unknown> =>
  tx.query(
    `update tools set hr_answer = $2, hr_answered_by = $3, hr_answered_at = $4, runs_without_consent = runs_without_consent or $2 = 'runs' where id = $1`,
    [toolId, answer, by, at],
  );

export const storeStopOrRepair = (tx: Tx, toolId: string, on: string, by: string): Promise<unknown> =>
  tx.query(`update tools set stop_or_repair_on = $2, stop_or_repair_by = $3 where id = $1`, [toolId, on, by]);
