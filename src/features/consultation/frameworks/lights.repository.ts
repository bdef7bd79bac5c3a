import type { LightColour } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { classOf } from './domain/stored-class.js';
import type { LightConsent, LightObjection } from './domain/light.js';
import { type FrameworkHead, readDecisions } from './frameworks.repository.js';

interface ConsentRow extends Omit<LightConsent, 'framework' | 'agreed' | 'objections' | 'acceptances'> {
  readonly title: string;
  readonly reasons: string;
  readonly consequences: string;
  readonly grounds: readonly string[];
  readonly endsOn: string;
  readonly frameworkReference: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly classId: string;
  readonly colour: LightColour;
  readonly scope: unknown;
  readonly limits: unknown;
}
type On<T> = T & { readonly consentId: string };

const CONSENTS = `select x.id, x.framework_id as "frameworkId", x.tool_id as "toolId", x.version_id as "versionId", x.fingerprint, x.explanation, x.reference,
    x.told_at as "toldAt", (select max(k.at) from light_consents_revoked k where k.consent_id = x.id) as "revokedAt", f.title, f.reasons, f.consequences, f.grounds, f.ends_on::text as "endsOn", f.reference as "frameworkReference",
    f.proposed_by as "proposedBy", f.proposed_at as "proposedAt", c.id as "classId", c.colour, c.scope, c.limits
  from framework_consents x join frameworks f on f.id = x.framework_id join framework_classes c on c.id = x.class_id`;
const OBJECTIONS = `select consent_id as "consentId", by_person as "byPerson", reason, at from framework_objections
  where consent_id = any($1) order by at, by_person`;
const ACCEPTANCES = `select consent_id as "consentId", by_person as "byPerson", by_role as "byRole", at from framework_acceptances
  where consent_id = any($1) order by at, by_person`;

const headOf = (row: ConsentRow): FrameworkHead => ({
  id: row.frameworkId,
  title: row.title,
  reasons: row.reasons,
  consequences: row.consequences,
  grounds: row.grounds,
  endsOn: row.endsOn,
  reference: row.frameworkReference,
  proposedBy: row.proposedBy,
  proposedAt: row.proposedAt,
});

const whole = async (tx: Tx, rows: readonly ConsentRow[]): Promise<readonly LightConsent[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const objections: On<LightObjection>[] = await tx.query(OBJECTIONS, [ids]);
  const acceptances: On<LightConsent['acceptances'][number]>[] = await tx.query(ACCEPTANCES, [ids]);
  const decisions = await readDecisions(tx, [...new Set(rows.map(({ frameworkId }) => frameworkId))]);
  return rows.map((row) => ({
    id: row.id,
    frameworkId: row.frameworkId,
    toolId: row.toolId,
    versionId: row.versionId,
    fingerprint: row.fingerprint,
    explanation: row.explanation,
    reference: row.reference,
    toldAt: row.toldAt,
    revokedAt: row.revokedAt,
    framework: { ...headOf(row), decisions: decisions.get(row.frameworkId) ?? [] },
    agreed: classOf({ id: row.classId, colour: row.colour, scope: row.scope, limits: row.limits }),
    objections: objections.filter(({ consentId }) => consentId === row.id),
    acceptances: acceptances.filter(({ consentId }) => consentId === row.id),
  }));
};

/** The light consents on one of these fingerprints, oldest first; one query where there is none. */
export const readLights = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<readonly LightConsent[]> => {
  const rows: ConsentRow[] = await tx.query(`${CONSENTS} where x.tool_id = $1 and x.fingerprint = any($2) order by x.written_as`, [
    toolId,
    fingerprints,
  ]);
  return whole(tx, rows);
};
export const findLight = async (tx: Tx, id: string): Promise<LightConsent | null> => {
  const rows: ConsentRow[] = await tx.query(`${CONSENTS} where x.id = $1`, [id]);
  return (await whole(tx, rows))[0] ?? null;
};

export interface ListedLight {
  readonly id: string;
  readonly frameworkId: string;
  readonly toolName: string;
  readonly number: number;
  readonly colour: LightColour;
  readonly toldAt: Date;
  readonly objections: number;
}
/** The versions told about under a framework, newest first. */
export const listLights = (tx: Tx, frameworkId: string): Promise<ListedLight[]> =>
  tx.query(
    `select x.id, x.framework_id as "frameworkId", t.name as "toolName", v.number, x.colour, x.told_at as "toldAt",
       (select count(*)::int from framework_objections o where o.consent_id = x.id) as objections
     from framework_consents x join tools t on t.id = x.tool_id join tool_versions v on v.id = x.version_id
     where x.framework_id = $1 order by x.written_as desc limit 500`,
    [frameworkId],
  );

/** What went along when the council was told, as it stood then. */
export const readSnapshotOf = async (tx: Tx, id: string): Promise<unknown> => {
  const rows: { snapshot: unknown }[] = await tx.query(`select snapshot from framework_consents where id = $1`, [id]);
  return rows[0]?.snapshot ?? null;
};
