import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Right } from './domain/channels.js';

export interface RightsRequest {
  readonly id: string;
  readonly toolName: string | null;
  readonly personId: string;
  readonly kind: Right;
  readonly text: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly dueOn: Day;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

const REQUEST = `select r.id, t.name as "toolName", r.person_id as "personId", r.kind, r.text, r.reference, r.lodged_at as "lodgedAt",
  r.due_on::text as "dueOn", r.answer, r.answered_at as "answeredAt" from rights_requests r left join tools t on t.id = r.tool_id`;

export const requestsOf = (tx: Tx, personId: string): Promise<RightsRequest[]> =>
  tx.query(`${REQUEST} where r.person_id = $1 order by r.lodged_at desc, r.id limit 100`, [personId]);

/** What a handler may see: the kinds that he or she handles, never his own nor of somebody in his line. */
export const requestsFor = (tx: Tx, handlerId: string): Promise<RightsRequest[]> =>
  tx.query(
    `with recursive reports (id) as (select id from persons where manager_id = $1 union select p.id from persons p join reports r on p.manager_id = r.id)
     ${REQUEST} where r.person_id <> $1 and r.person_id not in (select id from reports)
       and exists (select 1 from channels c where c.kind = r.kind and $1 in (c.handler_id, c.deputy_id))
     order by (r.answered_at is not null), r.due_on, r.id limit 500`,
    [handlerId],
  );

export const lockRequest = async (tx: Tx, id: string): Promise<RightsRequest | null> => {
  const [row]: RightsRequest[] = await tx.query(`${REQUEST} where r.id = $1 for update of r`, [id]);
  return row ?? null;
};

interface NewRequest {
  readonly id: string;
  readonly toolId: string | null;
  readonly personId: string;
  readonly kind: Right;
  readonly text: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly dueOn: Day;
}
export const insertRequest = async (tx: Tx, row: NewRequest): Promise<void> => {
  await tx.query(
    `insert into rights_requests (id, tool_id, person_id, kind, text, reference, lodged_at, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.toolId, row.personId, row.kind, row.text, row.reference, row.lodgedAt, row.dueOn],
  );
};
export const writeAnswer = async (tx: Tx, id: string, answer: string, by: string, at: Date): Promise<void> => {
  await tx.query(`update rights_requests set answer = $2, answered_by = $3, answered_at = $4 where id = $1`, [id, answer, by, at]);
};
