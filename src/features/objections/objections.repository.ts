import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { type Enforcement, type WayOut, wayOut } from '../../policy/index.js';
import type { ActDetail, ActKind, Lodged, ObjectionAct } from './domain/objection-state.js';

export interface Objection extends Lodged {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly personId: string;
  readonly situation: string;
  readonly reference: string;
  readonly dueOn: Day;
  /** The confidential adviser who sent it for this person. */
  readonly lodgedBy: string | null;
}
export interface Act extends ObjectionAct {
  readonly text: string;
  readonly byPerson: string;
}

/** A tool that a person may know of and can object to, with the version that he was told about. */
export interface ObjectableTool {
  readonly toolId: string;
  readonly name: string;
  readonly versionId: string;
}

/** What is on in a group that this person is in, told of yet or not. */
const ON = `active_tools c join activations x on x.id = c.activation_id join people_in_scope i on i.version_id = x.version_id and i.person_id = $1`;

/** What this person was told about, what is on for him, and what already runs without consent in a group that he is in, or for whom nobody has said. */
export const objectableTools = (tx: Tx, personId: string): Promise<ObjectableTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name, a.version_id as "versionId" from tools_told_about a join tools t on t.id = a.tool_id where a.person_id = $1
     union
     select t.id, t.name, x.version_id from ${ON} join tools t on t.id = c.tool_id
     where not exists (select 1 from tools_told_about a where a.tool_id = t.id and a.person_id = $1)
     union
     select t.id, t.name, v.id from tools t
     join lateral (select id from tool_versions where tool_id = t.id order by number desc limit 1) v on true
     where t.runs_without_consent and (exists (select from people_in_scope s where s.version_id = v.id and s.person_id = $1)
         or not exists (select from version_units u where u.version_id = v.id) and not exists (select from version_persons o where o.version_id = v.id))
       and not exists (select 1 from tools_told_about a where a.tool_id = t.id and a.person_id = $1)
       and not exists (select 1 from ${ON} where c.tool_id = t.id)
     order by 2, 1`,
    [personId],
  );

export type NamedTool = Pick<ObjectableTool, 'toolId' | 'name'>;
/** Every tool that somebody was told about, or that runs without consent. */
export const toolsAnybodyKnows = (tx: Tx): Promise<NamedTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name from tools t where t.runs_without_consent or exists (select from notices n where n.tool_id = t.id)
     order by lower(t.name), t.id limit 500`,
  );

/** Two objections of one person to one tool wait for each other. */
export const lockPersonAndTool = async (tx: Tx, personId: string, toolId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [`${personId} ${toolId}`]);
};

const OBJECTION = `select o.id, o.tool_id as "toolId", t.name as "toolName", o.person_id as "personId", o.situation, o.reference, o.lodged_at as "lodgedAt",
  o.due_on::text as "dueOn", o.converted, o.lodged_by as "lodgedBy" from objections o join tools t on t.id = o.tool_id`;

export const findObjection = async (tx: Tx, id: string): Promise<Objection | null> => {
  const [row]: Objection[] = await tx.query(`${OBJECTION} where o.id = $1`, [id]);
  return row ?? null;
};
export const lockObjection = async (tx: Tx, id: string): Promise<Objection | null> => {
  const [row]: Objection[] = await tx.query(`${OBJECTION} where o.id = $1 for update of o`, [id]);
  return row ?? null;
};
export const objectionsOf = (tx: Tx, personId: string): Promise<Objection[]> =>
  tx.query(`${OBJECTION} where o.person_id = $1 order by o.lodged_at desc, o.id limit 100`, [personId]);
export const objectionsTo = (tx: Tx, toolId: string, personId: string): Promise<Objection[]> =>
  tx.query(`${OBJECTION} where o.tool_id = $1 and o.person_id = $2 order by o.lodged_at desc`, [toolId, personId]);

/** Everyone whose line leads up to a person. */
export const REPORTS = `reports (id) as (select id from persons where manager_id = $1 union select p.id from persons p join reports r on p.manager_id = r.id)`;

/** What a handler may see: never his own, nor of somebody in his line. Converted ones belong to the complaints. */
export const objectionsFor = (tx: Tx, handlerId: string): Promise<Objection[]> =>
  tx.query(
    `with recursive ${REPORTS} ${OBJECTION}
     where not o.converted and o.person_id <> $1 and o.person_id not in (select id from reports)
       and exists (select 1 from channels c where c.kind = 'objection' and $1 in (c.handler_id, c.deputy_id))
     order by o.due_on, o.id limit 500`,
    [handlerId],
  );

/** Objections on which the DPO was asked for advice; never the DPO's own. */
export const objectionsForAdvice = (tx: Tx, dpoId: string): Promise<Objection[]> =>
  tx.query(
    `${OBJECTION} where o.person_id <> $1 and exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind = 'advice_asked')
     order by o.lodged_at desc, o.id limit 200`,
    [dpoId],
  );

/** The acts of several objections at once, oldest first. */
export const actsOf = async (tx: Tx, objectionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Act[]>> => {
  const rows: (Act & { objectionId: string })[] = await tx.query(
    `select objection_id as "objectionId", kind, text, by_person as "byPerson", at, effective_on::text as "effectiveOn", detail
     from objection_acts where objection_id = any($1) order by at, written_as`,
    [objectionIds],
  );
  const found = new Map<string, Act[]>();
  for (const row of rows) found.set(row.objectionId, [...(found.get(row.objectionId) ?? []), row]);
  return found;
};

interface NewObjection {
  readonly id: string;
  readonly toolId: string;
  readonly personId: string;
  readonly situation: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly dueOn: Day;
  readonly converted: boolean;
  readonly lodgedBy: string | null;
}
export const insertObjection = async (tx: Tx, row: NewObjection): Promise<void> => {
  await tx.query(
    `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on, converted, lodged_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.toolId, row.personId, row.situation, row.reference, row.lodgedAt, row.dueOn, row.converted, row.lodgedBy],
  );
};

interface NewAct {
  readonly id: string;
  readonly objectionId: string;
  readonly kind: ActKind;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  readonly effectiveOn: Day | null;
  readonly detail?: ActDetail | null;
}
export const insertAct = async (tx: Tx, row: NewAct): Promise<void> => {
  await tx.query(
    `insert into objection_acts (id, objection_id, kind, text, by_person, at, effective_on, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.objectionId, row.kind, row.text, row.by, row.at, row.effectiveOn, row.detail ?? null],
  );
};

/** Objections with a rejection whose restriction still stands; locked, so that two runs lift it once. */
export const restrictedAfterRejection = (tx: Tx): Promise<Objection[]> =>
  tx.query(
    `${OBJECTION} where not o.converted and exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind = 'rejected')
       and not exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('withdrawn', 'restriction_lifted'))
     order by o.id for update of o skip locked`,
  );

/** Objections without a decision, for the handler's reminders. */
export const undecided = (tx: Tx): Promise<Objection[]> =>
  tx.query(
    `${OBJECTION} where not o.converted and not exists (
       select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('upheld', 'rejected', 'withdrawn'))
     order by o.due_on, o.id limit 1000`,
  );

/** Upheld, while something that follows from it was not done. */
export const owingDuties = (tx: Tx): Promise<Objection[]> =>
  tx.query(
    `${OBJECTION} where exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind = 'upheld')
       and (select count(*) from objection_duties d where d.objection_id = o.id) < 4
     order by o.lodged_at, o.id limit 1000`,
  );

/** How the newest version of each tool is kept: by leases, or by IT's word. */
/** Of the version that is on; where none is, of the newest. */
export const waysOutOf = async (tx: Tx, toolIds: readonly string[]): Promise<ReadonlyMap<string, WayOut>> => {
  const rows: { toolId: string; enforcement: Enforcement; byList: boolean }[] = await tx.query(
    `select distinct on (v.tool_id) v.tool_id as "toolId", v.enforcement, exists (select 1 from tools_by_list l where l.tool_id = v.tool_id) as "byList"
     from tool_versions v left join activations a on a.version_id = v.id left join active_tools o on o.activation_id = a.id
     where v.tool_id = any($1) order by v.tool_id, o.tool_id is null, v.number desc`,
    [toolIds],
  );
  return new Map(rows.map(({ toolId, enforcement, byList }) => [toolId, wayOut(enforcement, byList)]));
};
