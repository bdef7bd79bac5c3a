import type { Tx } from '../../platform/database/index.js';
import { lockRoles } from '../people/index.js';
import { type Roster, rosterOf, type SeatRow, type VotingBody } from './domain/roster.js';
import { type BallotKind, type CouncilRules, type Deputising, FIRST_RULES, type Majority, type Tie } from './domain/rules.js';
import { staffRosterAt, staffRulesAt } from './staff/staff-rules.repository.js';

/** When the council that exists at $1 began: whatever a council laid down before it ended holds no longer. */
const SINCE = `coalesce((select max(confirmed_at) from council_endings where confirmed_at <= $1), '-infinity')`;
const SERVED = `select g.person_id from role_grants g join persons p on p.id = g.person_id
  where g.role in ('or_member', 'or_chair', 'or_secretary') and g.accepted_at <= $1 and coalesce(g.ended_at, 'infinity') > $1
    and coalesce(p.left_at, 'infinity') > $1`;

/** The roster that the council laid down, or before it laid one down: everyone who holds a role of the council. */
const SEATS = `with served as (${SERVED}),
  laid_down as (select id from council_rosters where valid_from <= $1 and valid_from > ${SINCE} order by valid_from desc, written_as desc limit 1)
  select s.seat_id as id, s.place, s.person_id as "personId", s.deputy_id as "deputyId",
    s.person_id in (select person_id from served) is true as "personServes",
    s.deputy_id in (select person_id from served) is true as "deputyServes"
  from council_seats s join laid_down l on l.id = s.roster_id
  union all
  select min(g.id), min(array_position(array['or_chair', 'or_secretary', 'or_member'], g.role)), g.person_id, null, true, false from role_grants g
  where not exists (select from laid_down) and g.person_id in (select person_id from served)
    and g.role in ('or_member', 'or_chair', 'or_secretary') and g.accepted_at <= $1 and coalesce(g.ended_at, 'infinity') > $1
  group by g.person_id
  order by place, id`;

interface RulesRow {
  readonly id: string;
  readonly quorumKind: 'more_than_half' | 'two_thirds' | 'seats';
  readonly quorumSeats: number | null;
  readonly majority: Majority;
  readonly ballot: BallotKind;
  readonly tie: Tie;
  readonly deputising: Deputising;
}

const rulesOf = ({ quorumKind, quorumSeats, ...rules }: RulesRow): CouncilRules => ({
  ...rules,
  quorum: quorumKind === 'seats' ? (quorumSeats ?? 1) : quorumKind,
});

/** The rules at an instant of the council, or of the staff representation. */
export const rulesAt = async (tx: Tx, at: Date, body: VotingBody = 'or'): Promise<CouncilRules> => {
  if (body === 'pvt') return staffRulesAt(tx, at);
  const rows: RulesRow[] = await tx.query(
    `select id, quorum_kind as "quorumKind", quorum_seats as "quorumSeats", majority, ballot, tie, deputising from council_rules
     where valid_from <= $1 and valid_from > ${SINCE} order by valid_from desc, written_as desc limit 1`,
    [at],
  );
  return rows[0] ? rulesOf(rows[0]) : FIRST_RULES;
};

/** How many seats were filled at an instant, of those that the council laid down; null before it laid any down. */
export const filledSeatsAt = async (tx: Tx, at: Date): Promise<number | null> => {
  const rows: unknown[] = await tx.query(`select from council_rosters where valid_from <= $1 and valid_from > ${SINCE} limit 1`, [at]);
  return rows.length > 0 ? (await rosterAt(tx, at)).seats.length : null;
};

/** The seats of the council, or of the staff representation, at an instant, and who filled them then. */
export const rosterAt = async (tx: Tx, at: Date, body: VotingBody = 'or'): Promise<Roster> => {
  if (body === 'pvt') return staffRosterAt(tx, at);
  const { deputising } = await rulesAt(tx, at);
  const rows: SeatRow[] = await tx.query(SEATS, [at]);
  return rosterOf(rows, deputising === 'named');
};

/**
 * Roster and rules stand still until this transaction ends: take it before a tally, ahead of every other lock, and read the clock after it.
 * A change that waited for it is valid from a later instant.
 */
export const lockRoster = (tx: Tx): Promise<void> => lockRoles(tx);
