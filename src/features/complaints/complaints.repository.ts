import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Message, MessageKind } from './domain/complaint-state.js';

export interface Complaint {
  readonly id: string;
  readonly toolId: string | null;
  readonly toolName: string | null;
  readonly personId: string | null;
  readonly category: string;
  readonly text: string;
  readonly reference: string;
  readonly handlerId: string | null;
  readonly fromObjectionId: string | null;
  readonly lodgedAt: Date;
  readonly dueOn: Day;
}
export type StoredMessage = Message & { readonly text: string; readonly byPerson: string };

const COMPLAINT = `select c.id, c.tool_id as "toolId", t.name as "toolName", c.person_id as "personId", c.category, c.text, c.reference,
  c.handler_id as "handlerId", c.from_objection_id as "fromObjectionId", c.lodged_at as "lodgedAt", c.due_on::text as "dueOn"
  from complaints c left join tools t on t.id = c.tool_id`;

export const lockComplaint = async (tx: Tx, id: string): Promise<Complaint | null> => {
  const [row]: Complaint[] = await tx.query(`${COMPLAINT} where c.id = $1 for update of c`, [id]);
  return row ?? null;
};
export const complaintsOf = (tx: Tx, personId: string): Promise<Complaint[]> =>
  tx.query(`${COMPLAINT} where c.person_id = $1 order by c.lodged_at desc, c.id limit 100`, [personId]);
/** The cases assigned to this person, and no others. */
export const casesFor = (tx: Tx, handlerId: string): Promise<Complaint[]> =>
  tx.query(`${COMPLAINT} where c.handler_id = $1 and c.person_id is distinct from $1 order by c.due_on, c.id limit 500`, [handlerId]);

/** Cases past their term without an outcome, still with the named handler. */
export const overdueCases = (tx: Tx, today: Day): Promise<Complaint[]> =>
  tx.query(
    `${COMPLAINT} where c.due_on < $1 and c.handler_id is not null
       and not exists (select 1 from complaint_messages m where m.complaint_id = c.id and m.kind in ('closed', 'handed_over'))
     order by c.id limit 200 for update of c skip locked`,
    [today],
  );

export const messagesOf = async (tx: Tx, complaintIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredMessage[]>> => {
  const rows: (StoredMessage & { complaintId: string })[] = await tx.query(
    `select complaint_id as "complaintId", kind, text, by_person as "byPerson", at from complaint_messages where complaint_id = any($1) order by at, written_as`,
    [complaintIds],
  );
  const found = new Map<string, StoredMessage[]>();
  for (const row of rows) found.set(row.complaintId, [...(found.get(row.complaintId) ?? []), row]);
  return found;
};

/** Answers whether it is new: what began as one objection becomes one complaint. */
export const insertComplaint = async (tx: Tx, row: Omit<Complaint, 'toolName'>): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into complaints (id, tool_id, person_id, category, text, reference, handler_id, from_objection_id, lodged_at, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (from_objection_id) do nothing returning id`,
    [row.id, row.toolId, row.personId, row.category, row.text, row.reference, row.handlerId, row.fromObjectionId, row.lodgedAt, row.dueOn],
  );
  return rows.length > 0;
};

interface NewMessage {
  readonly id: string;
  readonly complaintId: string;
  readonly kind: MessageKind;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
}
export const insertMessage = async (tx: Tx, row: NewMessage): Promise<void> => {
  await tx.query(`insert into complaint_messages (id, complaint_id, kind, text, by_person, at) values ($1, $2, $3, $4, $5, $6)`, [
    row.id,
    row.complaintId,
    row.kind,
    row.text,
    row.by,
    row.at,
  ]);
};
export const assign = async (tx: Tx, complaintId: string, handlerId: string): Promise<void> => {
  await tx.query(`update complaints set handler_id = $2 where id = $1`, [complaintId, handlerId]);
};

export const namedHandlers = async (tx: Tx): Promise<readonly string[]> => {
  const [row]: { handlerId: string | null; deputyId: string | null }[] = await tx.query(
    `select handler_id as "handlerId", deputy_id as "deputyId" from open_channels where kind = 'complaint'`,
  );
  return [row?.handlerId, row?.deputyId].filter((id): id is string => Boolean(id));
};

export interface TakenOver {
  readonly toolId: string;
  readonly personId: string;
  readonly situation: string;
  readonly lodgedAt: Date;
}
/** An objection for which there is no right to object, as its feature hands it on. */
export const takenOver = async (tx: Tx, objectionId: string): Promise<TakenOver | null> => {
  const [row]: TakenOver[] = await tx.query(
    `select tool_id as "toolId", person_id as "personId", situation, lodged_at as "lodgedAt" from objections_taken_over where objection_id = $1`,
    [objectionId],
  );
  return row ?? null;
};

export interface NamedTool {
  readonly toolId: string;
  readonly name: string;
}
/** What this person was told about, and what runs without consent where he works. */
export const toolsKnownTo = (tx: Tx, personId: string): Promise<NamedTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name from tools t where exists (select 1 from tools_told_about a where a.tool_id = t.id and a.person_id = $1)
       or (t.runs_without_consent and exists (select from (select id from tool_versions where tool_id = t.id order by number desc limit 1) v
         where exists (select from people_in_scope s where s.version_id = v.id and s.person_id = $1)
           or not exists (select from version_units u where u.version_id = v.id) and not exists (select from version_persons o where o.version_id = v.id)))
     order by lower(t.name), t.id`,
    [personId],
  );
