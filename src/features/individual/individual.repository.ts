import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { IndividualView } from '../../policy/index.js';
import type { CourseFacts } from './domain/course.js';

/** One question to look at one person, with all that happened to it. */
export interface ViewRow extends CourseFacts {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly activationId: string;
  readonly personId: string;
  readonly personName: string;
  readonly staffNumber: string;
  readonly purpose: string;
  readonly grounds: IndividualView['grounds'];
  readonly reason: string;
  readonly reference: string;
  readonly askedBy: string;
  readonly askerName: string;
  readonly openedBy: string | null;
  readonly secondName: string | null;
  readonly toldText: string | null;
  /** Why it was not opened, in the words of who refused. */
  readonly refusedText: string | null;
  /** Somebody who works here and can sign in: the own page reaches them, and a mail only points to it. */
  readonly isReachable: boolean;
  readonly toldHow: ToldHow | null;
  readonly toldOn: Day | null;
}

export const TOLD_HOW = ['letter', 'in_person'] as const;
export type ToldHow = (typeof TOLD_HOW)[number];

const VIEW = `select c.id, c.tool_id as "toolId", t.name as "toolName", c.version_id as "versionId", c.activation_id as "activationId",
  c.person_id as "personId", p.name as "personName", p.staff_number as "staffNumber", c.purpose, c.grounds, c.reason, c.reference, c.hours,
  c.asked_by as "askedBy", coalesce(a.name, '-') as "askerName", c.opened_by as "openedBy", s.name as "secondName", c.told_text as "toldText",
  c.asked_at as "askedAt", c.opened_at as "openedAt", c.refused_at as "refusedAt", c.ended_at as "endedAt", c.stopped_at as "stoppedAt", c.told_at as "toldAt",
  told.how as "toldHow", refused.text as "refusedText", told.done_on::text as "toldOn",
  p.left_at is null and exists (select 1 from accounts u where u.person_id = p.id and u.password_hash is not null) as "isReachable"
  from individual_view_courses c join tools t on t.id = c.tool_id join persons p on p.id = c.person_id
  left join persons a on a.id = c.asked_by left join persons s on s.id = c.opened_by
  left join individual_view_acts told on told.view_id = c.id and told.kind = 'told'
  left join individual_view_acts refused on refused.view_id = c.id and refused.kind = 'refused'`;
const NEWEST = `order by c.asked_at desc, lower(t.name), p.staff_number`;

export const findView = async (tx: Tx, id: string): Promise<ViewRow | null> => {
  const [row]: ViewRow[] = await tx.query(`${VIEW} where c.id = $1`, [id]);
  return row ?? null;
};

/** The same, held until the end of the transaction. */
export const lockView = async (tx: Tx, id: string): Promise<ViewRow | null> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 54))`, [id]);
  return findView(tx, id);
};

/** Newest first. Nobody finds a view of themselves here: they are told by themselves. */
export const listViews = (tx: Tx, readerId: string): Promise<ViewRow[]> =>
  tx.query(`${VIEW} where c.person_id <> $1 ${NEWEST} limit 200`, [readerId]);

/** What nobody answered, newest first. */
export const unansweredViews = (tx: Tx): Promise<ViewRow[]> =>
  tx.query(`${VIEW} where c.opened_at is null and c.refused_at is null ${NEWEST} limit 500`);

const BATCH = 200;
/** The next ones that were opened and of which the person was not told, oldest first; none after the last. `after`: the last one of the batch before. */
export const untoldViews = (tx: Tx, after: string | null): Promise<ViewRow[]> =>
  tx.query(
    `${VIEW} where c.opened_at is not null and c.told_at is null and ($1::text is null or (c.opened_at, c.id) >
       (select o.at, o.view_id from individual_view_acts o where o.view_id = $1 and o.kind = 'opened')) order by c.opened_at, c.id limit ${BATCH}`,
    [after],
  );

/** What may still be opened, is open, or must still be told, of one person and tool. */
export const unfinishedOf = (tx: Tx, toolId: string, personId: string): Promise<ViewRow[]> =>
  tx.query(`${VIEW} where c.told_at is null and c.refused_at is null and c.tool_id = $1 and c.person_id = $2 ${NEWEST}`, [
    toolId,
    personId,
  ]);

export interface AskableTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly activationId: string;
}
/** Tools that run and whose approved version says that one person may be looked at. */
export const askableTools = (tx: Tx): Promise<AskableTool[]> =>
  tx.query(
    `select o.tool_id as "toolId", t.name as "toolName", a.version_id as "versionId", a.id as "activationId" from active_tools o
     join activations a on a.id = o.activation_id join tools t on t.id = o.tool_id join version_individual_view i on i.version_id = a.version_id
     where not t.is_platform order by lower(t.name), t.id limit 200`,
  );

export interface NewView {
  readonly id: string;
  readonly tool: AskableTool;
  readonly personId: string;
  readonly declared: IndividualView;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  readonly reference: string;
}
export const insertView = (tx: Tx, { id, tool, personId, declared, reason, by, at, reference }: NewView): Promise<unknown> =>
  tx.query(
    `insert into individual_views (id, tool_id, version_id, activation_id, person_id, purpose, grounds, hours, reason, asked_by, asked_at, reference)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      id,
      tool.toolId,
      tool.versionId,
      tool.activationId,
      personId,
      declared.purpose,
      declared.grounds,
      declared.maxHours,
      reason,
      by,
      at,
      reference,
    ],
  );

export interface ViewAct {
  readonly viewId: string;
  readonly kind: 'opened' | 'refused' | 'ended' | 'told';
  readonly text: string;
  readonly by: string | null;
  readonly role: string;
  readonly at: Date;
  /** How and on which day somebody was told whom no message reaches. */
  readonly how?: ToldHow;
  readonly doneOn?: Day;
}
export const insertAct = (tx: Tx, { viewId, kind, text, by, role, at, how, doneOn }: ViewAct): Promise<unknown> =>
  tx.query(
    `insert into individual_view_acts (view_id, kind, text, by_person, by_role, at, how, done_on) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [viewId, kind, text, by, role, at, how ?? null, doneOn ?? null],
  );

export interface MeasuredDay {
  readonly day: string;
  readonly metric: string;
  readonly values: number;
  readonly total: number;
}
/** What is kept of one person under one version, day by day, of these metrics. What is locked away stands in another table, and is never here. */
export const measuredDays = (
  tx: Tx,
  of: { toolId: string; versionId: string; personId: string },
  metrics: readonly string[],
): Promise<MeasuredDay[]> =>
  tx.query(
    `select (m.at at time zone 'Europe/Amsterdam')::date::text as day, m.metric, count(*)::int as values, sum(m.value) as total from measurements m
     where m.person_id = $3 and m.tool_id = $1 and m.version_id = $2 and m.metric = any($4) group by 1, 2 order by 1 desc, 2 limit 400`,
    [of.toolId, of.versionId, of.personId, metrics],
  );

export const insertLookOf = (tx: Tx, viewId: string, lookId: string): Promise<unknown> =>
  tx.query(`insert into individual_looks (look_id, view_id) values ($1, $2)`, [lookId, viewId]);

/** When somebody looked. */
export const looksOf = async (tx: Tx, viewId: string): Promise<readonly Date[]> => {
  const rows: { at: Date }[] = await tx.query(
    `select d.started_at as at from individual_looks l join dashboard_views d on d.id = l.look_id where l.view_id = $1 order by d.written_as`,
    [viewId],
  );
  return rows.map(({ at }) => at);
};
