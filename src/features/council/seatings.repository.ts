import { newId } from '../../kernel/ids.js';
import { holdersOf } from '../people/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Sitting } from './domain/deciding.js';
import type { CouncilRules } from './domain/rules.js';
import type { Committee, PlannedSeat, Seating } from './domain/seating.js';
import { rosterAt } from './rosters.repository.js';

interface LaidDown {
  readonly id: string;
  readonly chairId: string;
  readonly secretaryId: string;
  readonly termStartsOn: string | null;
  readonly termEndsOn: string | null;
  readonly seats: readonly PlannedSeat[];
  readonly committees: readonly Committee[];
}

const LAID_DOWN = `select r.id, r.chair_id as "chairId", r.secretary_id as "secretaryId", r.term_starts_on::text as "termStartsOn",
  r.term_ends_on::text as "termEndsOn",
  (select json_agg(json_build_object('id', s.seat_id, 'personId', s.person_id, 'deputyId', s.deputy_id) order by s.place)
   from council_seats s where s.roster_id = r.id) as seats,
  (select coalesce(json_agg(json_build_object('name', c.name, 'members', c.members) order by c.place), '[]')
   from council_committees c where c.roster_id = r.id) as committees
  from council_rosters r
  where r.valid_from <= $1 and r.valid_from > coalesce((select max(confirmed_at) from council_endings where confirmed_at <= $1), '-infinity')
  order by r.valid_from desc, r.written_as desc limit 1`;

/** The council as it laid itself down; before that, those who hold its roles, each in a seat of their own. */
export const currentSeating = async (tx: Tx, now: Date): Promise<Seating> => {
  const rows: LaidDown[] = await tx.query(LAID_DOWN, [now]);
  if (rows[0]) {
    const { id: _id, ...seating } = rows[0];
    return seating;
  }
  const officers = await holdersOf(tx, ['or_chair', 'or_secretary']);
  const officer = (role: string): string | null => officers.find((holder) => holder.role === role)?.personId ?? null;
  const { seats } = await rosterAt(tx, now);
  const [chairId, secretaryId] = [officer('or_chair'), officer('or_secretary')];
  return { seats, chairId, secretaryId, committees: [], termStartsOn: null, termEndsOn: null };
};

/** Who is in office and in a seat now. */
export const sittingNow = async (tx: Tx, now: Date): Promise<Sitting> => {
  const officers = await holdersOf(tx, ['or_chair', 'or_secretary']);
  const officer = (role: string): string | null => officers.find((holder) => holder.role === role)?.personId ?? null;
  const { seats } = await rosterAt(tx, now);
  return { chairId: officer('or_chair'), secretaryId: officer('or_secretary'), members: seats.map(({ personId }) => personId) };
};

/** When the last who held an office laid it down or left; null when nobody ever held one. */
export const officesVacantSince = async (tx: Tx): Promise<Date | null> => {
  const [row]: { at: Date | null }[] = await tx.query(
    `select max(least(g.ended_at, p.left_at)) as at from role_grants g join persons p on p.id = g.person_id
     where g.role in ('or_chair', 'or_secretary') and g.accepted_at is not null`,
  );
  return row?.at ?? null;
};

interface Basis {
  readonly changeId: string | null;
  readonly resetId: string | null;
  readonly at: Date;
}

/** A new version of the roster, after the newest one. Nothing of an earlier one changes. */
export const insertSeating = async (tx: Tx, seating: Seating, { changeId, resetId, at }: Basis): Promise<string> => {
  const id = newId('v');
  await tx.query(
    `insert into council_rosters (id, previous_id, change_id, reset_id, chair_id, secretary_id, term_starts_on, term_ends_on, valid_from)
     values ($1, (select id from council_rosters order by written_as desc limit 1), $2, $3, $4, $5, $6, $7, $8)`,
    [id, changeId, resetId, seating.chairId, seating.secretaryId, seating.termStartsOn, seating.termEndsOn, at],
  );
  const { seats, committees } = seating;
  await tx.query(
    `insert into council_seats (roster_id, seat_id, place, person_id, deputy_id)
     select $1, seat_id, place, person_id, deputy_id
     from unnest($2::text[], $3::int[], $4::text[], $5::text[]) as s(seat_id, place, person_id, deputy_id)`,
    [
      id,
      seats.map((seat) => seat.id),
      seats.map((_, at0) => at0 + 1),
      seats.map((seat) => seat.personId),
      seats.map((seat) => seat.deputyId),
    ],
  );
  if (committees.length > 0)
    await tx.query(
      `insert into council_committees (roster_id, place, name, members)
       select $1, place, name, array(select jsonb_array_elements_text(members))
       from jsonb_to_recordset($2::jsonb) as c(place int, name text, members jsonb)`,
      [id, JSON.stringify(committees.map((committee, place) => ({ ...committee, place: place + 1 })))],
    );
  return id;
};

export const insertRules = async (
  tx: Tx,
  rules: Omit<CouncilRules, 'id'>,
  { changeId, at }: Pick<Basis, 'changeId' | 'at'>,
): Promise<string> => {
  const id = newId('v');
  const counted = typeof rules.quorum === 'number';
  await tx.query(
    `insert into council_rules (id, previous_id, change_id, quorum_kind, quorum_seats, majority, ballot, tie, deputising, valid_from)
     values ($1, (select id from council_rules order by written_as desc limit 1), $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      changeId,
      counted ? 'seats' : rules.quorum,
      counted ? rules.quorum : null,
      rules.majority,
      rules.ballot,
      rules.tie,
      rules.deputising,
      at,
    ],
  );
  return id;
};

/** Which reminders of the end of this term have gone out. */
export const termReminders = async (tx: Tx, endsOn: string): Promise<number[]> => {
  const rows: { days: number }[] = await tx.query(`select days_before as days from council_term_reminders where term_ends_on = $1`, [
    endsOn,
  ]);
  return rows.map(({ days }) => days);
};

export const insertTermReminder = async (tx: Tx, endsOn: string, days: number, at: Date): Promise<void> => {
  await tx.query(`insert into council_term_reminders (term_ends_on, days_before, sent_at) values ($1, $2, $3)`, [endsOn, days, at]);
};
