import type { Tx } from '../../../platform/database/index.js';
import { organisationFacts } from '../../people/index.js';
import { standingOf, type Standing } from '../domain/body.js';
import { insertInto } from '../insert-into.repository.js';
import { competentLevel, type Competence, type CompetenceConfirmation, type GroupLevel } from './domain/competence.js';

export const insertCompetence = insertInto('competence_claims', [
  'id',
  'tool_id',
  'version_id',
  'fingerprint',
  'level',
  'body_name',
  'ground',
  'reference',
  'claimed_by',
  'claimed_role',
  'claimed_at',
]);
export const insertCompetenceConfirmation = insertInto('competence_confirmations', ['claim_id', 'by_person', 'by_role', 'at']);
export const insertCompetenceEnd = insertInto('competence_ends', ['claim_id', 'reason', 'by_person', 'by_role', 'at']);

const CLAIM = `c.id, c.level, c.body_name as "bodyName", c.ground, c.reference, c.claimed_by as "claimedBy", c.claimed_role as "claimedRole",
    c.claimed_at as "claimedAt", e.at as "endedAt"`;

/** Every claim on one of these fingerprints, oldest first, with who confirmed it: two queries whatever their number. */
export const readCompetences = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<readonly Competence[]> => {
  const claims: Omit<Competence, 'confirmations'>[] = await tx.query(
    `select ${CLAIM} from competence_claims c left join competence_ends e on e.claim_id = c.id
     where c.tool_id = $1 and c.fingerprint = any($2) order by c.written_as`,
    [toolId, fingerprints],
  );
  if (claims.length === 0) return [];
  const confirmations: (CompetenceConfirmation & { claimId: string })[] = await tx.query(
    `select claim_id as "claimId", by_person as "byPerson", by_role as "byRole", at from competence_confirmations where claim_id = any($1) order by at`,
    [claims.map(({ id }) => id)],
  );
  return claims.map((claim) => ({ ...claim, confirmations: confirmations.filter(({ claimId }) => claimId === claim.id) }));
};

/** Who speaks for the staff on these fingerprints: the body of the organisation, or the group council that is competent in its place. */
export const standingOn = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<Standing> =>
  standingOf(await organisationFacts(tx), competentLevel(await readCompetences(tx, toolId, fingerprints)));

export interface FoundCompetence {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly number: number;
  readonly level: GroupLevel;
}
const FOUND = `select c.id, c.tool_id as "toolId", t.name as "toolName", c.version_id as "versionId", v.number, c.level
  from competence_claims c join tools t on t.id = c.tool_id join tool_versions v on v.id = c.version_id`;
export const findCompetence = async (tx: Tx, claimId: string): Promise<FoundCompetence | null> => {
  const rows: FoundCompetence[] = await tx.query(`${FOUND} where c.id = $1`, [claimId]);
  return rows[0] ?? null;
};

/** Claims that nobody turned down and that this person has not confirmed. */
export const openCompetences = (tx: Tx, personId: string): Promise<readonly FoundCompetence[]> =>
  tx.query(
    `${FOUND} where not exists (select 1 from competence_ends e where e.claim_id = c.id) and c.claimed_by <> $1
       and not exists (select 1 from competence_confirmations k where k.claim_id = c.id and k.by_person = $1)
       and (select count(*) from competence_confirmations k where k.claim_id = c.id) < 3
     order by c.written_as`,
    [personId],
  );
