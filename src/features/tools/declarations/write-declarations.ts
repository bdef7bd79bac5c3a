import type { Actor } from '../../../kernel/actor.js';
import { canonicalJson, type Json } from '../../../kernel/canonical.js';
import { dayOf } from '../../../kernel/clock.js';
import { Problem, type Reason, refused } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { type Declarations, type Enforcement, type Grade, inOrder } from '../../../policy/index.js';
import { record } from '../../evidence/index.js';
import { lockToolOf, readVersion } from '../read-version.js';
import type { Version } from '../version.js';
import { storeEnforcement } from '../versions.repository.js';
import { refreshFingerprint } from '../write-answers.js';
import './declarations.catalogue.js';
import { replaceDashboards, replaceGrade, replaceIndividualView, replaceMetrics, storeDeclaredScheme } from './declarations.repository.js';
import { declarable } from './declarable.js';
import { declaredReasons } from './domain/check-declarations.js';
import { gradeReasons } from './domain/check-grade.js';
import { DECLARERS, type DeclaredPart } from './domain/declarers.js';

const mustDeclare = (actor: Actor, part: DeclaredPart): void => {
  const roles: readonly string[] = DECLARERS[part];
  if (!roles.includes(actor.role))
    throw new Problem(403, 'attribute.other-owner', [{ code: 'attribute.other-owner', field: part, turn: roles[0] }]);
};

const open = async (tx: Tx, actor: Actor, versionId: string, part: DeclaredPart): Promise<Version> => {
  mustDeclare(actor, part);
  await lockToolOf(tx, versionId);
  const version = await readVersion(tx, versionId);
  if (version.fixedAt) throw refused('version.fixed');
  return version;
};
const usable = (reasons: readonly Reason[]): void => {
  if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
};
const same = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson(b as Json);

const declared = async (tx: Tx, actor: Actor, now: Date, version: Version, part: string): Promise<void> => {
  await storeDeclaredScheme(tx, version.id);
  const fingerprint = await refreshFingerprint(tx, version.id);
  await record(tx, actor, now, 'answers.given', { toolId: version.toolId, subjectId: version.id }, { attributes: [part], fingerprint });
};

type Write<T> = (tx: Tx, actor: Actor, now: Date, versionId: string, given: T) => Promise<void>;

/** What is measured. A metric that a dashboard shows does not go, and does not become something that the dashboard cannot show. */
export const writeMetrics: Write<Declarations['metrics']> = async (tx, actor, now, versionId, metrics) => {
  const version = await open(tx, actor, versionId, 'metrics');
  const next = inOrder({ ...version.declarations, metrics });
  const reasons = declaredReasons({ ...next, metrics }, await declarable(tx, version));
  const shown = reasons.dashboards.some(({ code }) => code === 'declared.metric-unknown' || code === 'declared.share-of-people');
  usable([...reasons.metrics, ...(shown ? [{ code: 'declared.metric-shown', field: 'metrics' }] : [])]);
  if (same(next, version.declarations)) return;
  await replaceMetrics(tx, versionId, next.metrics);
  await declared(tx, actor, now, version, 'version.metrics');
};

/** What managers see, in which fixed groups. */
export const writeDashboards: Write<Declarations['dashboards']> = async (tx, actor, now, versionId, dashboards) => {
  const version = await open(tx, actor, versionId, 'dashboards');
  usable(declaredReasons({ ...version.declarations, dashboards }, await declarable(tx, version)).dashboards);
  const next = inOrder({ ...version.declarations, dashboards });
  if (same(next, version.declarations)) return;
  await replaceDashboards(tx, versionId, next.dashboards);
  await declared(tx, actor, now, version, 'version.dashboards');
};

/** How the tool is held, and in words what stops it, how fast, and what nobody here can stop. */
export const writeGrade: Write<{ readonly enforcement: Enforcement } & Grade> = async (
  tx,
  actor,
  now,
  versionId,
  { enforcement, ...grade },
) => {
  const version = await open(tx, actor, versionId, 'grade');
  const known = version.files.some(({ fileId }) => fileId === grade.evidenceFileId);
  usable([
    ...gradeReasons(grade, dayOf(now)),
    ...(grade.evidenceFileId === null || known ? [] : [{ code: 'field.choice', field: 'evidenceFileId' }]),
  ]);
  if (version.enforcement === enforcement && same(grade, version.declarations.grade)) return;
  await storeEnforcement(tx, versionId, enforcement);
  await replaceGrade(tx, versionId, enforcement, grade);
  await declared(tx, actor, now, version, 'version.grade');
};

/** Whether one person may be looked at, and within which bounds; null: nobody may. */
export const writeIndividualView: Write<Declarations['individualView']> = async (tx, actor, now, versionId, individualView) => {
  const version = await open(tx, actor, versionId, 'individualView');
  usable(declaredReasons({ ...version.declarations, individualView }, await declarable(tx, version)).individualView);
  if (same(individualView, version.declarations.individualView)) return;
  await replaceIndividualView(tx, versionId, individualView);
  await declared(tx, actor, now, version, 'version.individual-view');
};
