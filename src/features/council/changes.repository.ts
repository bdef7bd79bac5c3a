import { newId } from '../../kernel/ids.js';
import type { Role } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import type { Route } from './domain/deciding.js';
import type { CouncilRules } from './domain/rules.js';
import type { Seating } from './domain/seating.js';

export type ChangedRules = Omit<CouncilRules, 'id'>;
/** What a change says: everything as it was when it was proposed, and as it becomes. */
export type ChangeContent =
  | { readonly kind: 'roster'; readonly content: { readonly before: Seating; readonly after: Seating } }
  | { readonly kind: 'rules'; readonly content: { readonly before: ChangedRules; readonly after: ChangedRules } };

export type CouncilChange = ChangeContent & {
  readonly id: string;
  readonly route: Route;
  readonly proposedBy: string;
  readonly proposedRole: Role;
  readonly proposedAt: Date;
  readonly confirmedBy: readonly string[];
  readonly outcome: 'applied' | 'withdrawn' | 'rejected' | 'overtaken' | null;
  readonly reason: string | null;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
};

const CHANGE = `select c.id, c.kind, c.content, c.route, c.proposed_by as "proposedBy", c.proposed_role as "proposedRole",
  c.proposed_at as "proposedAt", e.outcome, e.reason, e.by_person as "endedBy", e.at as "endedAt",
  array(select f.by_person from council_change_confirmations f where f.change_id = c.id order by f.at, f.by_person) as "confirmedBy"
  from council_changes c left join council_change_ends e on e.change_id = c.id`;

/** The one change that waits; there is never a second. */
export const waitingChange = async (tx: Tx): Promise<CouncilChange | null> => {
  const rows: CouncilChange[] = await tx.query(`${CHANGE} where e.change_id is null order by c.written_as desc limit 1`);
  return rows[0] ?? null;
};

export const findChange = async (tx: Tx, id: string): Promise<CouncilChange | null> => {
  const rows: CouncilChange[] = await tx.query(`${CHANGE} where c.id = $1`, [id]);
  return rows[0] ?? null;
};

const HISTORY = 20;
/** The newest changes that are over, newest first. */
export const endedChanges = (tx: Tx): Promise<CouncilChange[]> =>
  tx.query(`${CHANGE} where e.change_id is not null order by c.written_as desc limit ${HISTORY}`);

interface NewChange {
  readonly said: ChangeContent;
  readonly hash: string;
  readonly route: Route;
  readonly by: { readonly personId: string; readonly role: Role };
  readonly at: Date;
}
export const insertChange = async (tx: Tx, { said, hash, route, by, at }: NewChange): Promise<string> => {
  const id = newId('v');
  await tx.query(
    `insert into council_changes (id, kind, route, content, content_hash, proposed_by, proposed_role, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, said.kind, route, JSON.stringify(said.content), hash, by.personId, by.role, at],
  );
  return id;
};

export const insertChangeConfirmation = async (
  tx: Tx,
  changeId: string,
  by: { readonly personId: string; readonly role: Role },
  at: Date,
): Promise<void> => {
  await tx.query(`insert into council_change_confirmations (change_id, by_person, by_role, at) values ($1, $2, $3, $4)`, [
    changeId,
    by.personId,
    by.role,
    at,
  ]);
};

interface ChangeEnd {
  readonly outcome: NonNullable<CouncilChange['outcome']>;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}
export const insertChangeEnd = async (tx: Tx, changeId: string, { outcome, reason, by, at }: ChangeEnd): Promise<void> => {
  await tx.query(`insert into council_change_ends (change_id, outcome, reason, by_person, at) values ($1, $2, $3, $4, $5)`, [
    changeId,
    outcome,
    reason,
    by,
    at,
  ]);
};

/** A council without officers that was given new ones: by its members, or by the administrator with a reason. */
export interface CouncilReset {
  readonly at: Date;
  readonly route: 'members' | 'administrator';
  readonly reason: string | null;
}

/** Every reset, oldest first: each member sees it, and so does every consent of the council after it. */
export const councilResets = (tx: Tx): Promise<CouncilReset[]> =>
  tx.query(`select at, route, reason from council_resets order by written_as`);

export const insertReset = async (
  tx: Tx,
  {
    route,
    changeId,
    reason,
    by,
    at,
  }: { route: CouncilReset['route']; changeId: string | null; reason: string | null; by: string; at: Date },
): Promise<string> => {
  const id = newId('v');
  await tx.query(`insert into council_resets (id, route, change_id, reason, by_person, at) values ($1, $2, $3, $4, $5, $6)`, [
    id,
    route,
    changeId,
    reason,
    by,
    at,
  ]);
  return id;
};
