import type { Tx } from '../../../platform/database/index.js';
import type { AgreedSettings, Signature } from './domain/agreement.js';

export interface Proposal extends AgreedSettings {
  readonly id: string;
  readonly fingerprint: string;
  readonly reference: string;
  readonly proposedBy: string;
  readonly proposedRole: string;
  readonly proposedAt: Date;
  readonly signatures: readonly Signature[];
  readonly recordedAt: Date | null;
  readonly declinedAt: Date | null;
  readonly declineReason: string | null;
}
const PROPOSAL = `select p.id, p.smallest_group as "smallestGroup", p.copies_kept_by as "copiesKeptBy", p.light_classes as "lightClasses",
    p.fingerprint, p.reference, p.proposed_by as "proposedBy", p.proposed_role as "proposedRole", p.proposed_at as "proposedAt",
    r.recorded_at as "recordedAt", d.at as "declinedAt", d.reason as "declineReason"
  from agreement_proposals p left join recorded_agreements r on r.id = p.id left join agreement_declines d on d.proposal_id = p.id`;

const withSignatures = async (tx: Tx, rows: readonly Omit<Proposal, 'signatures'>[]): Promise<Proposal | null> => {
  const [row] = rows;
  if (!row) return null;
  const signatures: Signature[] = await tx.query(
    `select by_person as "byPerson", by_role as "byRole", at from agreement_signatures where proposal_id = $1 order by at, by_person`,
    [row.id],
  );
  return { ...row, signatures };
};

/** Whoever proposes, records or declines takes turns. */
export const lockAgreement = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(4360019)`);
};

/** The agreement that holds now: the one that both sides recorded last. */
export const findRecorded = async (tx: Tx): Promise<Proposal | null> =>
  withSignatures(tx, await tx.query(`${PROPOSAL} where r.id is not null order by p.written_as desc limit 1`));

/** What was proposed and neither recorded by both nor declined: at most one. */
export const findOpen = async (tx: Tx): Promise<Proposal | null> =>
  withSignatures(tx, await tx.query(`${PROPOSAL} where r.id is null and d.proposal_id is null order by p.written_as desc limit 1`));

export const findProposal = async (tx: Tx, id: string): Promise<Proposal | null> =>
  withSignatures(tx, await tx.query(`${PROPOSAL} where p.id = $1`, [id]));

export const findLatest = async (tx: Tx): Promise<Proposal | null> =>
  withSignatures(tx, await tx.query(`${PROPOSAL} order by p.written_as desc limit 1`));

export const insertProposal = async (
  tx: Tx,
  p: Pick<Proposal, 'id' | 'fingerprint' | 'reference' | 'proposedBy' | 'proposedRole' | 'proposedAt'> & AgreedSettings,
): Promise<void> => {
  await tx.query(
    `insert into agreement_proposals (id, smallest_group, copies_kept_by, light_classes, fingerprint, reference, proposed_by, proposed_role, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [p.id, p.smallestGroup, p.copiesKeptBy, p.lightClasses, p.fingerprint, p.reference, p.proposedBy, p.proposedRole, p.proposedAt],
  );
};

export const insertSignature = async (tx: Tx, proposalId: string, { byPerson, byRole, at }: Signature): Promise<void> => {
  await tx.query(`insert into agreement_signatures (proposal_id, by_person, by_role, at) values ($1, $2, $3, $4)`, [
    proposalId,
    byPerson,
    byRole,
    at,
  ]);
};

export const insertDecline = async (tx: Tx, proposalId: string, reason: string, { byPerson, byRole, at }: Signature): Promise<void> => {
  await tx.query(`insert into agreement_declines (proposal_id, reason, by_person, by_role, at) values ($1, $2, $3, $4, $5)`, [
    proposalId,
    reason,
    byPerson,
    byRole,
    at,
  ]);
};
