import type { Actor, Role } from '../../kernel/actor.js';
import { canonicalJson, type Json } from '../../kernel/canonical.js';
import { Problem, type Reason, refused, unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { ownerMayWrite, writersOf } from '../../policy/index.js';
import { record } from '../evidence/index.js';
import {
  allUnits,
  insertVersionFile,
  personsByStaffNumber,
  replaceCapabilities,
  replaceScope,
  replaceSheet,
} from './answers.repository.js';
import { replaceGrade, storeDeclaredScheme } from './declarations/declarations.repository.js';
import { type CapabilityInput, capabilityRows } from './domain/capability-list.js';
import { type SettingInput, sheetReasons } from './domain/sheet.js';
import { lockToolOf, readVersion } from './read-version.js';
import type { Enforcement, Version } from './version.js';
import { storeEnforcement } from './versions.repository.js';
import { refreshFingerprint } from './write-answers.js';

const otherOwner = (field: string, turn: string | undefined): Problem =>
  new Problem(403, 'attribute.other-owner', [{ code: 'attribute.other-owner', field, turn }]);

const mustOwn = (actor: Actor, path: string): void => {
  if (!ownerMayWrite(actor.role as Role, path)) throw otherOwner(path, writersOf(path)[0]);
};
const LISTERS: readonly string[] = ['hr_registrar', 'tool_owner', 'it_admin'];
const KEEPERS: readonly string[] = ['tool_owner', 'it_admin'];

const open = async (tx: Tx, versionId: string): Promise<Version> => {
  await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  if (version.fixedAt) throw refused('version.fixed');
  return version;
};
const unchanged = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

const given = async (tx: Tx, actor: Actor, now: Date, version: Version, part: string): Promise<void> => {
  const fingerprint = await refreshFingerprint(tx, version.id);
  await record(tx, actor, now, 'answers.given', { toolId: version.toolId, subjectId: version.id }, { attributes: [part], fingerprint });
};

/** What the product can do and what is on. HR may say it first; it counts once the tool's owner or IT has saved the whole list. */
export const writeCapabilities = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  versionId: string,
  inputs: readonly CapabilityInput[],
): Promise<void> => {
  if (!LISTERS.includes(actor.role)) throw otherOwner('capabilities', KEEPERS[0]);
  const version = await open(tx, versionId);
  const rows = capabilityRows(version.capabilityRows, inputs, actor);
  if (unchanged(rows, version.capabilityRows)) return;
  await replaceCapabilities(tx, versionId, rows, now);
  await given(tx, actor, now, version, 'capabilities');
};

/** The settings sheet as it is to be approved. */
export const writeSheet = async (tx: Tx, actor: Actor, now: Date, versionId: string, settings: readonly SettingInput[]): Promise<void> => {
  mustOwn(actor, 'settings');
  const reasons: readonly Reason[] = sheetReasons(settings);
  if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
  const version = await open(tx, versionId);
  const sorted = [...settings].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (unchanged(sorted, version.sheet)) return;
  await replaceSheet(tx, versionId, sorted);
  await given(tx, actor, now, version, 'settings');
};

export interface ScopeInput {
  readonly units: readonly string[];
  readonly staffNumbers: readonly string[];
}
const MAX_PERSONS = 500;
const MAX_INDIVIDUALS = 5;

/** Who is in scope: units (whoever joins one later too) and single persons. One or a few persons means at most five, by name. */
export const writeScope = async (tx: Tx, actor: Actor, now: Date, versionId: string, scope: ScopeInput): Promise<void> => {
  mustOwn(actor, 'tool.scope.units');
  const version = await open(tx, versionId);
  const known = new Set((await allUnits(tx)).map(({ id }) => id));
  const units = [...new Set(scope.units)].sort();
  if (units.some((id) => !known.has(id))) throw unusable('tool.scope.units|', 'scope.unit-unknown');
  const staffNumbers = [...new Set(scope.staffNumbers)];
  if (staffNumbers.length > MAX_PERSONS) throw unusable('tool.scope.persons|', 'scope.persons-too-many');
  const persons = await personsByStaffNumber(tx, staffNumbers);
  if (persons.length < staffNumbers.length) throw unusable('tool.scope.persons|', 'scope.person-unknown');
  const ids = persons.map(({ id }) => id).sort();
  if (isIndividual(version) && (units.length > 0 || ids.length > MAX_INDIVIDUALS))
    throw unusable('tool.scope.persons|', 'scope.individual-too-wide');
  if (unchanged({ units, ids }, { units: [...version.scope.units].sort(), ids: [...version.scope.persons].sort() })) return;
  await replaceScope(tx, versionId, units, ids);
  await given(tx, actor, now, version, 'tool.scope');
};
const isIndividual = (version: Version): boolean =>
  version.answers.some(({ attribute, value }) => attribute === 'tool.groupScope' && value === 'individual');
export const scopeFits = (version: Version): boolean =>
  !isIndividual(version) || (version.scope.units.length === 0 && version.scope.persons.length <= MAX_INDIVIDUALS);

/** How the tool is held. What was said of how it is stopped was said of another grade, and goes. */
export const writeEnforcement = async (tx: Tx, actor: Actor, now: Date, versionId: string, enforcement: Enforcement): Promise<void> => {
  if (!KEEPERS.includes(actor.role)) throw otherOwner('enforcement', KEEPERS[0]);
  const version = await open(tx, versionId);
  if (version.enforcement === enforcement) return;
  await storeEnforcement(tx, versionId, enforcement);
  await replaceGrade(tx, versionId, enforcement, null);
  await storeDeclaredScheme(tx, versionId);
  await given(tx, actor, now, version, 'enforcement');
};

/** What a file can belong to, and who may add it. */
export const FILE_KINDS: Readonly<Record<string, readonly Role[]>> = {
  processing_agreement: ['privacy_officer', 'hr_registrar'],
  transfer_assessment: ['privacy_officer'],
  vendor_evidence: ['privacy_officer', 'tool_owner', 'it_admin'],
  vendor_documents: ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin'],
  dpia: ['privacy_officer'],
  prior_consultation: ['privacy_officer'],
};

/** Lays a stored file with a version. Files stay: what the council saw is not taken away. */
export const attachFile = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  versionId: string,
  file: { readonly fileId: string; readonly kind: string; readonly item: string },
): Promise<void> => {
  const roles: readonly string[] = FILE_KINDS[file.kind] ?? [];
  if (!roles.includes(actor.role)) throw otherOwner(`files.${file.kind}`.slice(0, 100), roles[0]);
  const tool = await lockToolOf(tx, versionId);
  await insertVersionFile(tx, versionId, file.fileId, file.kind, file.item.slice(0, 200));
  await record(tx, actor, now, 'file.attached', { toolId: tool.id, subjectId: versionId }, { fileId: file.fileId, kind: file.kind });
};
