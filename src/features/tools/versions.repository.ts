import type { Tx } from '../../platform/database/index.js';
import { inOrder } from '../../policy/index.js';
import { DECLARED, DECLARED_COPIES } from './declarations/declarations.repository.js';
import { TOOL_BESIDE, type ToolBeside, toolBeside } from './tools.repository.js';
import type { Amendment, VersionRow } from './version.js';

type Found = Omit<VersionRow, 'tool' | 'scope'> &
  ToolBeside & { readonly units: string[]; readonly persons: string[]; readonly worksAtHome: boolean };

const PARTS = `
  coalesce((select jsonb_agg(jsonb_build_object('attribute', a.attribute, 'item', a.item, 'value', a.value, 'answeredBy', a.answered_by,
    'answeredRole', a.answered_role, 'confirmedBy', a.confirmed_by) order by a.attribute, a.item) from answers a where a.version_id = v.id), '[]') as answers,
  coalesce((select jsonb_agg(jsonb_build_object('code', c.code, 'can', c.can, 'on', c.is_on, 'reach', c.reach, 'answeredBy', c.answered_by,
    'answeredRole', c.answered_role) order by c.code) from capabilities c where c.version_id = v.id), '[]') as "capabilityRows",
  coalesce((select jsonb_agg(jsonb_build_object('name', s.name, 'value', s.value, 'meaningNl', s.meaning_nl, 'meaningEn', s.meaning_en,
    'stricterIs', s.stricter_is) order by s.name) from sheet_settings s where s.version_id = v.id), '[]') as sheet,
  coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'kind', f.kind, 'item', f.item, 'name', x.name) order by f.kind, f.item, x.name)
    from version_files f join files x on x.id = f.file_id where f.version_id = v.id), '[]') as files,
  coalesce((select jsonb_agg(jsonb_build_object('conditionKind', m.condition_kind, 'conditionId', m.condition_id, 'text', m.text,
    'isMachineLimit', m.is_machine_limit) order by m.condition_id) from version_amendments m where m.version_id = v.id), '[]') as amendments,
  coalesce((select jsonb_agg(jsonb_build_object('number', o.number, 'path', r.path, 'item', r.item, 'was', r.was, 'reason', r.reason,
    'raisedAt', r.raised_at) order by o.number, r.path, r.item)
    from raised_changes r join tool_versions o on o.id = r.version_id where r.tool_id = v.tool_id and o.number <= v.number), '[]') as raised,
  array(select u.unit_id from version_units u where u.version_id = v.id order by u.unit_id) as units,
  array(select p.person_id from version_persons p where p.version_id = v.id order by p.person_id) as persons,
  (exists (select from version_units u join persons p on p.unit_id = u.unit_id where u.version_id = v.id and p.works_at_home and p.erased_at is null)
    or exists (select from version_persons o join persons p on p.id = o.person_id where o.version_id = v.id and p.works_at_home and p.erased_at is null)
  ) as "worksAtHome"`;

const COLUMNS = `v.id, v.tool_id as "toolId", v.number, v.follows_id as "followsId", v.amends, v.is_renewal as "isRenewal", v.enforcement,
  v.created_by as "createdBy", v.created_at as "createdAt", v.registered_at as "registeredAt", v.fixed_at as "fixedAt",
  v.fingerprint_scheme as "fingerprintScheme", ${DECLARED} as declarations, ${PARTS}`;

/** Everything that a version holds, in one query whatever its size. */
export const findVersion = async (tx: Tx, versionId: string): Promise<VersionRow | null> => {
  const [found]: Found[] = await tx.query(
    `select ${COLUMNS}, ${TOOL_BESIDE} from tool_versions v join tools t on t.id = v.tool_id where v.id = $1`,
    [versionId],
  );
  if (!found) return null;
  const { units, persons, worksAtHome, ...version } = found;
  return { ...version, declarations: inOrder(version.declarations), scope: { units, persons, worksAtHome }, tool: toolBeside(found) };
};

export const findVersionId = async (tx: Tx, toolId: string, number: number): Promise<string | null> => {
  const [row]: { id: string }[] = await tx.query(`select id from tool_versions where tool_id = $1 and number = $2`, [toolId, number]);
  return row?.id ?? null;
};

export const findLatestId = async (tx: Tx, toolId: string): Promise<string | null> => {
  const [row]: { id: string }[] = await tx.query(`select id from tool_versions where tool_id = $1 order by number desc limit 1`, [toolId]);
  return row?.id ?? null;
};

export interface VersionSummary {
  readonly id: string;
  readonly number: number;
  readonly amends: boolean;
  readonly isRenewal: boolean;
  readonly createdAt: Date;
  readonly registeredAt: Date | null;
  readonly fixedAt: Date | null;
  readonly fingerprint: string;
}
export const versionsOf = (tx: Tx, toolId: string): Promise<VersionSummary[]> =>
  tx.query(
    `select id, number, amends, is_renewal as "isRenewal", created_at as "createdAt", registered_at as "registeredAt", fixed_at as "fixedAt", fingerprint
     from tool_versions where tool_id = $1 order by number desc`,
    [toolId],
  );

export interface NewVersion {
  readonly id: string;
  readonly toolId: string;
  readonly number: number;
  readonly followsId: string | null;
  readonly amends: boolean;
  readonly isRenewal: boolean;
  readonly by: string;
  readonly at: Date;
  readonly fingerprint: string;
}
export const insertVersion = (tx: Tx, version: NewVersion): Promise<unknown> =>
  tx.query(
    `insert into tool_versions (id, tool_id, number, follows_id, amends, is_renewal, created_by, created_at, fingerprint, fingerprint_scheme)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 2)`,
    [
      version.id,
      version.toolId,
      version.number,
      version.followsId,
      version.amends,
      version.isRenewal,
      version.by,
      version.at,
      version.fingerprint,
    ],
  );

const COPIES = [
  `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at, confirmed_by, confirmed_at)
   select $2, attribute, item, value, answered_by, answered_role, answered_at, confirmed_by, confirmed_at from answers where version_id = $1`,
  `insert into capabilities (version_id, code, can, is_on, reach, answered_by, answered_role, answered_at)
   select $2, code, can, is_on, reach, answered_by, answered_role, answered_at from capabilities where version_id = $1`,
  `insert into sheet_settings (version_id, name, value, meaning_nl, meaning_en, stricter_is)
   select $2, name, value, meaning_nl, meaning_en, stricter_is from sheet_settings where version_id = $1`,
  `insert into version_units (version_id, unit_id) select $2, unit_id from version_units where version_id = $1`,
  `insert into version_persons (version_id, person_id) select $2, person_id from version_persons where version_id = $1`,
  `insert into version_files (version_id, file_id, kind, item) select $2, file_id, kind, item from version_files where version_id = $1`,
  `update tool_versions set enforcement = (select o.enforcement from tool_versions o where o.id = $1) where id = $2`,
  ...DECLARED_COPIES,
] as const;
export const copyVersion = async (tx: Tx, fromId: string, toId: string): Promise<void> => {
  for (const copy of COPIES) await tx.query(copy, [fromId, toId]);
};

export const storeFingerprint = (tx: Tx, versionId: string, fingerprint: string): Promise<unknown> =>
  tx.query(`update tool_versions set fingerprint = $2 where id = $1 and fingerprint <> $2`, [versionId, fingerprint]);

export const storeRegistered = (tx: Tx, versionId: string, now: Date): Promise<unknown> =>
  tx.query(`update tool_versions set registered_at = $2 where id = $1`, [versionId, now]);

export const storeFixed = (tx: Tx, versionId: string, now: Date, fingerprint: string): Promise<unknown> =>
  tx.query(`update tool_versions set fixed_at = $2, fingerprint = $3 where id = $1 and fixed_at is null`, [versionId, now, fingerprint]);

export const storeEnforcement = (tx: Tx, versionId: string, enforcement: string): Promise<unknown> =>
  tx.query(`update tool_versions set enforcement = $2 where id = $1`, [versionId, enforcement]);

export const insertAmendment = (tx: Tx, versionId: string, of: Amendment, by: string, at: Date): Promise<unknown> =>
  tx.query(
    `insert into version_amendments (version_id, condition_kind, condition_id, text, is_machine_limit, added_by, added_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict on constraint version_amendments_key do nothing`,
    [versionId, of.conditionKind, of.conditionId, of.text, of.isMachineLimit, by, at],
  );
