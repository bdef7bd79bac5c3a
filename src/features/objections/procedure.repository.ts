import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { DoneDuty, Duty } from './domain/duties.js';

export interface Decision {
  readonly objectionId: string;
  readonly demonstration: string | null;
  readonly deviation: string | null;
  readonly alternative: string | null;
  /** Null: the organisation has not said. Both ways are shown then. */
  readonly publicBody: boolean | null;
  readonly remedyUntil: Day;
}

export const insertDecision = async (tx: Tx, row: Decision): Promise<void> => {
  await tx.query(
    `insert into objection_decisions (objection_id, demonstration, deviation, alternative, public_body, remedy_until) values ($1, $2, $3, $4, $5, $6)`,
    [row.objectionId, row.demonstration, row.deviation, row.alternative, row.publicBody, row.remedyUntil],
  );
};
export const findDecision = async (tx: Tx, objectionId: string): Promise<Decision | null> => {
  const [row]: Decision[] = await tx.query(
    `select objection_id as "objectionId", demonstration, deviation, alternative, public_body as "publicBody", remedy_until::text as "remedyUntil"
     from objection_decisions where objection_id = $1`,
    [objectionId],
  );
  return row ?? null;
};

/** Answers whether it is new: a duty is done once. */
export const insertDuty = async (tx: Tx, objectionId: string, duty: DoneDuty & { readonly by: string }): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into objection_duties (objection_id, duty, note, by_person, at) values ($1, $2, $3, $4, $5) on conflict do nothing returning duty`,
    [objectionId, duty.duty, duty.note, duty.by, duty.at],
  );
  return rows.length > 0;
};
/** What was done for several objections at once. */
export const doneDuties = async (tx: Tx, objectionIds: readonly string[]): Promise<ReadonlyMap<string, readonly DoneDuty[]>> => {
  const rows: { objectionId: string; duty: Duty; note: string; at: Date }[] = await tx.query(
    `select objection_id as "objectionId", duty, note, at from objection_duties where objection_id = any($1) order by at`,
    [objectionIds],
  );
  const found = new Map<string, DoneDuty[]>();
  for (const { objectionId, ...done } of rows) found.set(objectionId, [...(found.get(objectionId) ?? []), done]);
  return found;
};

/** What a justification may not repeat: every written answer of the tool's versions, and what rejections of others said. */
export const earlierTexts = async (tx: Tx, toolId: string, objectionId: string): Promise<readonly string[]> => {
  const rows: { said: string }[] = await tx.query(
    `select distinct a.value #>> '{}' as said from answers a join tool_versions v on v.id = a.version_id
     where v.tool_id = $1 and jsonb_typeof(a.value) = 'string' and length(a.value #>> '{}') > 20
     union select d.demonstration from objection_decisions d join objections o on o.id = d.objection_id
     where o.tool_id = $1 and o.id <> $2 and d.demonstration is not null`,
    [toolId, objectionId],
  );
  return rows.map(({ said }) => said);
};

/** Whether a mail can reach this person. Where none can, a rejection is told by its reading or by the handler. */
export const hasMailAddress = async (tx: Tx, personId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select from persons where id = $1 and email is not null and left_at is null`, [personId]);
  return rows.length > 0;
};

interface Unacknowledged {
  readonly id: string;
  readonly personId: string;
  readonly lodgedAt: Date;
}
/** Open objections whose receipt nobody confirmed; locked, so that it is confirmed once. */
export const unacknowledged = (tx: Tx): Promise<Unacknowledged[]> =>
  tx.query(
    `select o.id, o.person_id as "personId", o.lodged_at as "lodgedAt" from objections o
     where not o.converted and not exists (
       select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('acknowledged', 'upheld', 'rejected', 'withdrawn'))
     order by o.lodged_at limit 1000 for update of o skip locked`,
  );

/** Who acts for the person in this case now, because that person said so; null where nobody does. */
export const representativeOf = async (tx: Tx, caseId: string, now: Date): Promise<string | null> => {
  const [row]: { name: string }[] = await tx.query(
    `select coalesce(p.name, c.made_for) as name from cases_represented c left join persons p on p.id = c.adviser_id
     where c.case_id = $1 and c.until_at > $2 order by c.until_at desc limit 1`,
    [caseId, now],
  );
  return row?.name ?? null;
};
