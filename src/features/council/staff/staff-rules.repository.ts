import { newId } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Roster } from '../domain/roster.js';
import { type CouncilRules, FIRST_RULES } from '../domain/rules.js';

/** What a staff representation lays down. It has no chair and no deputies here: a tie is no consent. */
export type StaffRules = Pick<CouncilRules, 'quorum' | 'majority' | 'ballot'>;

export interface StaffRulesProposal {
  readonly id: string;
  readonly rules: StaffRules;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly outcome: 'applied' | 'withdrawn' | null;
}

interface Row {
  readonly id: string;
  readonly quorumKind: 'more_than_half' | 'two_thirds' | 'seats';
  readonly quorumSeats: number | null;
  readonly majority: CouncilRules['majority'];
  readonly ballot: CouncilRules['ballot'];
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly outcome: StaffRulesProposal['outcome'];
}
const RULES = `r.id, r.quorum_kind as "quorumKind", r.quorum_seats as "quorumSeats", r.majority, r.ballot, r.proposed_by as "proposedBy",
  r.proposed_at as "proposedAt", e.outcome from staff_rules r left join staff_rule_ends e on e.rules_id = r.id`;

const proposalOf = ({ id, quorumKind, quorumSeats, majority, ballot, proposedBy, proposedAt, outcome }: Row): StaffRulesProposal => ({
  id,
  rules: { quorum: quorumKind === 'seats' ? (quorumSeats ?? 1) : quorumKind, majority, ballot },
  proposedBy,
  proposedAt,
  outcome,
});

/** The rules of the staff representation at an instant: the last that two of its members agreed on. */
export const staffRulesAt = async (tx: Tx, at: Date): Promise<CouncilRules> => {
  const rows: Row[] = await tx.query(
    `select ${RULES} where e.outcome = 'applied' and e.at <= $1 order by e.at desc, r.written_as desc limit 1`,
    [at],
  );
  const last = rows[0] && proposalOf(rows[0]);
  return last ? { ...last.rules, id: last.id, tie: 'no_consent', deputising: 'none' } : { ...FIRST_RULES, deputising: 'none' };
};

/** Each member who had accepted at that instant and worked here has one seat; there are no empty ones. */
export const staffRosterAt = async (tx: Tx, at: Date): Promise<Roster> => {
  const seats: { id: string; personId: string }[] = await tx.query(
    `select min(g.id) as id, g.person_id as "personId" from role_grants g join persons p on p.id = g.person_id
     where g.role = 'pvt_contact' and g.accepted_at <= $1 and coalesce(g.ended_at, 'infinity') > $1 and coalesce(p.left_at, 'infinity') > $1
     group by g.person_id order by min(g.accepted_at), g.person_id`,
    [at],
  );
  return { seatCount: seats.length, seats: seats.map((seat) => ({ ...seat, deputyId: null })) };
};

/** The one proposal that waits; there is never a second. */
export const waitingRules = async (tx: Tx): Promise<StaffRulesProposal | null> => {
  const rows: Row[] = await tx.query(`select ${RULES} where e.rules_id is null order by r.written_as desc limit 1`);
  return rows[0] ? proposalOf(rows[0]) : null;
};

export const insertStaffRules = async (tx: Tx, { quorum, majority, ballot }: StaffRules, by: string, at: Date): Promise<string> => {
  const id = newId('v');
  const [kind, seats] = typeof quorum === 'number' ? ['seats', quorum] : [quorum, null];
  await tx.query(
    `insert into staff_rules (id, quorum_kind, quorum_seats, majority, ballot, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, kind, seats, majority, ballot, by, at],
  );
  return id;
};

export const endStaffRules = async (tx: Tx, id: string, outcome: 'applied' | 'withdrawn', by: string, at: Date): Promise<void> => {
  await tx.query(`insert into staff_rule_ends (rules_id, outcome, by_person, at) values ($1, $2, $3, $4)`, [id, outcome, by, at]);
};
