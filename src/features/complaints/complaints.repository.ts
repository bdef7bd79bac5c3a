import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Desk, Message, MessageKind, Outcome, Referral, Route, Side } from './domain/complaint-state.js';

export interface Complaint {
  readonly id: string;
  readonly toolId: string | null;
  readonly toolName: string | null;
  readonly category: string;
  readonly route: Route;
  readonly desk: Desk;
  readonly isDisclosure: boolean;
  readonly reference: string;
  readonly handlerId: string;
  readonly fromObjectionId: string | null;
  readonly lodgedOn: Day;
  readonly dueOn: Day;
}
export interface StoredMessage extends Message {
  readonly id: string;
  readonly side: Side;
  readonly outcome: Outcome | null;
  readonly referredTo: Referral | null;
}

const COMPLAINT = `select c.id, c.tool_id as "toolId", t.name as "toolName", c.category, c.route, c.desk, c.is_disclosure as "isDisclosure", c.reference,
  c.handler_id as "handlerId", c.from_objection_id as "fromObjectionId", c.lodged_on::text as "lodgedOn", c.due_on::text as "dueOn"
  from complaints c left join tools t on t.id = c.tool_id`;
const ENDED = `exists (select from complaint_messages m where m.complaint_id = c.id and m.kind in ('closed', 'withdrawn'))`;

export const readComplaint = async (tx: Tx, id: string): Promise<Complaint | null> => {
  const [row]: Complaint[] = await tx.query(`${COMPLAINT} where c.id = $1`, [id]);
  return row ?? null;
};
export const lockComplaint = async (tx: Tx, id: string): Promise<Complaint | null> => {
  const [row]: Complaint[] = await tx.query(`${COMPLAINT} where c.id = $1 for update of c`, [id]);
  return row ?? null;
};
/** The cases assigned to this person, and no others; what ended comes last. */
export const casesFor = (tx: Tx, handlerId: string): Promise<Complaint[]> =>
  tx.query(`${COMPLAINT} where c.handler_id = $1 order by ${ENDED}, c.due_on, c.id limit 500`, [handlerId]);

/** Open cases past their term that were never passed on, and those whose handler handles no complaints any more. */
export const casesToPassOn = (tx: Tx, today: Day): Promise<Complaint[]> =>
  tx.query(
    `${COMPLAINT} where not ${ENDED} and (
       c.due_on < $1 and not exists (select from complaint_messages m where m.complaint_id = c.id and m.kind = 'handed_over')
       or not exists (select from role_grants g join persons p on p.id = g.person_id where g.person_id = c.handler_id and p.left_at is null
         and g.role in ('complaint_handler', 'trusted_person') and g.accepted_at is not null and g.ended_at is null))
     order by c.id limit 200 for update of c skip locked`,
    [today],
  );
/** Open cases due within these days, whose handler was not reminded yet. */
export const casesToRemind = (tx: Tx, dueBy: Day): Promise<Complaint[]> =>
  tx.query(
    `${COMPLAINT} where not ${ENDED} and c.due_on <= $1
       and not exists (select from complaint_messages m where m.complaint_id = c.id and m.kind = 'reminded')
     order by c.id limit 500 for update of c skip locked`,
    [dueBy],
  );
/** Open cases that no handler has begun, and of which nobody confirmed receipt. */
export const casesUnconfirmed = (tx: Tx): Promise<Complaint[]> =>
  tx.query(
    `${COMPLAINT} where not ${ENDED} and not exists (select from complaint_messages m where m.complaint_id = c.id
       and (m.kind = 'acknowledged' or m.side = 'handler' and m.kind in ('question', 'reply', 'disclosure')))
     order by c.lodged_on, c.id limit 500 for update of c skip locked`,
  );
/** Cases that ended on or before that day, and whose texts are still kept. */
export const casesToErase = (tx: Tx, endedOn: Day): Promise<Complaint[]> =>
  tx.query(
    `${COMPLAINT} where exists (select from complaint_messages m where m.complaint_id = c.id and m.kind in ('closed', 'withdrawn') and m.on_day <= $1)
       and not exists (select from complaint_messages m where m.complaint_id = c.id and m.kind = 'erased')
     order by c.id limit 200 for update of c skip locked`,
    [endedOn],
  );

export const messagesOf = async (tx: Tx, complaintIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredMessage[]>> => {
  const rows: (StoredMessage & { complaintId: string })[] = await tx.query(
    `select id, complaint_id as "complaintId", kind, side, outcome, referred_to as "referredTo", on_day::text as "onDay"
     from complaint_messages where complaint_id = any($1) order by written_as`,
    [complaintIds],
  );
  const found = new Map<string, StoredMessage[]>();
  for (const row of rows) found.set(row.complaintId, [...(found.get(row.complaintId) ?? []), row]);
  return found;
};

/** Answers whether it is new: one code, and one objection, becomes one complaint. */
export const insertComplaint = async (tx: Tx, row: Omit<Complaint, 'toolName'>): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into complaints (id, tool_id, category, route, desk, is_disclosure, reference, handler_id, from_objection_id, lodged_on, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing returning id`,
    [
      row.id,
      row.toolId,
      row.category,
      row.route,
      row.desk,
      row.isDisclosure,
      row.reference,
      row.handlerId,
      row.fromObjectionId,
      row.lodgedOn,
      row.dueOn,
    ],
  );
  return rows.length > 0;
};

export interface NewMessage {
  readonly id: string;
  readonly complaintId: string;
  readonly kind: MessageKind;
  readonly side: Side;
  readonly outcome?: Outcome | null;
  readonly referredTo?: Referral | null;
  readonly onDay: Day;
}
export const insertMessage = async (tx: Tx, row: NewMessage): Promise<void> => {
  await tx.query(
    `insert into complaint_messages (id, complaint_id, kind, side, outcome, referred_to, on_day) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.complaintId, row.kind, row.side, row.outcome ?? null, row.referredTo ?? null, row.onDay],
  );
};
export const assign = async (tx: Tx, complaintId: string, handlerId: string): Promise<void> => {
  await tx.query(`update complaints set handler_id = $2 where id = $1`, [complaintId, handlerId]);
};
export const markDisclosure = async (tx: Tx, complaintId: string, dueOn: Day): Promise<void> => {
  await tx.query(`update complaints set is_disclosure = true, due_on = $2 where id = $1`, [complaintId, dueOn]);
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
/** Objections that wait to become a complaint, because nobody could open one. */
export const waitingObjections = async (tx: Tx): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select o.objection_id as id from objections_taken_over o
     where not exists (select from complaints c where c.from_objection_id = o.objection_id) order by o.lodged_at limit 200`,
  );
  return rows.map(({ id }) => id);
};

export interface NamedTool {
  readonly toolId: string;
  readonly name: string;
}
/** What this person was told about, what is on for him, and what runs without consent where he works. */
export const toolsKnownTo = (tx: Tx, personId: string): Promise<NamedTool[]> =>
  tx.query(
    `select t.id as "toolId", t.name from tools t where exists (select 1 from tools_told_about a where a.tool_id = t.id and a.person_id = $1)
       or exists (select from active_tools c join activations x on x.id = c.activation_id
         join people_in_scope s on s.version_id = x.version_id and s.person_id = $1 where c.tool_id = t.id)
       or (t.runs_without_consent and exists (select from (select id from tool_versions where tool_id = t.id order by number desc limit 1) v
         where exists (select from people_in_scope s where s.version_id = v.id and s.person_id = $1)
           or not exists (select from version_units u where u.version_id = v.id) and not exists (select from version_persons o where o.version_id = v.id)))
     order by lower(t.name), t.id`,
    [personId],
  );
