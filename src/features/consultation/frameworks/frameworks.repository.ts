import type { LightColour } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';
import type { Framework, FrameworkDecision } from './domain/framework.js';
import { classOf } from './domain/stored-class.js';

export type FrameworkHead = Omit<Framework, 'classes' | 'decisions'>;

const FRAMEWORKS = `select id, title, reasons, consequences, grounds, ends_on::text as "endsOn", reference, proposed_by as "proposedBy",
    proposed_at as "proposedAt" from frameworks`;
const CLASSES = `select id, framework_id as "frameworkId", colour, scope, limits from framework_classes where framework_id = any($1) order by colour desc`;
const DECISIONS = `select d.id, d.framework_id as "frameworkId", d.decision, d.reasons, d.met_on::text as "metOn", d.minutes, d.present_council as "presentCouncil",
    d.present_employer as "presentEmployer", d.decided_on::text as "decidedOn", d.votes_for as "votesFor", d.votes_against as "votesAgainst",
    d.votes_abstained as "votesAbstained", d.reference, d.recorded_by as "recordedBy", d.recorded_at as "recordedAt",
    c.at as "confirmedAt", r.at as "rejectedAt", p.at as "presentAt"
  from framework_decisions d
  left join framework_answers c on c.decision_id = d.id and c.kind = 'confirmed'
  left join framework_answers r on r.decision_id = d.id and r.kind = 'rejected'
  left join framework_answers p on p.decision_id = d.id and p.kind = 'present'
  where d.framework_id = any($1) order by d.attempt`;

type Of<T> = T & { readonly frameworkId: string };

export const readDecisions = async (
  tx: Tx,
  frameworkIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FrameworkDecision[]>> => {
  const rows: Of<FrameworkDecision>[] = await tx.query(DECISIONS, [frameworkIds]);
  return new Map(frameworkIds.map((id) => [id, rows.filter(({ frameworkId }) => frameworkId === id)]));
};

interface ClassRow {
  readonly id: string;
  readonly colour: LightColour;
  readonly scope: unknown;
  readonly limits: unknown;
}
const whole = async (tx: Tx, heads: readonly FrameworkHead[]): Promise<readonly Framework[]> => {
  if (heads.length === 0) return [];
  const ids = heads.map(({ id }) => id);
  const classes: Of<ClassRow>[] = await tx.query(CLASSES, [ids]);
  const decisions = await readDecisions(tx, ids);
  return heads.map((head) => ({
    ...head,
    classes: classes.filter(({ frameworkId }) => frameworkId === head.id).map(classOf),
    decisions: decisions.get(head.id) ?? [],
  }));
};

/** Every framework that was ever proposed, newest first, in three queries. */
export const listFrameworks = async (tx: Tx): Promise<readonly Framework[]> => {
  const heads: FrameworkHead[] = await tx.query(`${FRAMEWORKS} order by written_as desc limit 200`);
  return whole(tx, heads);
};
export const findFramework = async (tx: Tx, id: string): Promise<Framework | null> => {
  const heads: FrameworkHead[] = await tx.query(`${FRAMEWORKS} where id = $1`, [id]);
  return (await whole(tx, heads))[0] ?? null;
};
export const frameworkOfDecision = async (tx: Tx, decisionId: string): Promise<Framework | null> => {
  const rows: { id: string }[] = await tx.query(`select framework_id as id from framework_decisions where id = $1`, [decisionId]);
  return rows[0] ? findFramework(tx, rows[0].id) : null;
};

/** Frameworks that were agreed in a meeting of which the employer has not confirmed that it was there. */
export const unconfirmedMeetings = (tx: Tx): Promise<{ id: string; title: string }[]> =>
  tx.query(
    `select f.id, f.title from framework_decisions d join frameworks f on f.id = d.framework_id
     where d.decision = 'granted' and not exists (select 1 from framework_answers a where a.decision_id = d.id and a.kind in ('rejected', 'present'))
     order by d.recorded_at, f.id limit 50`,
  );

export const insertFramework = insertInto('frameworks', [
  'id',
  'title',
  'reasons',
  'consequences',
  'grounds',
  'ends_on',
  'reference',
  'proposed_by',
  'proposed_at',
]);
export const insertClass = insertInto('framework_classes', ['id', 'framework_id', 'colour', 'scope', 'limits']);
export const insertFrameworkDecision = insertInto('framework_decisions', [
  'id',
  'framework_id',
  'attempt',
  'decision',
  'reasons',
  'met_on',
  'minutes',
  'present_council',
  'present_employer',
  'decided_on',
  'votes_for',
  'votes_against',
  'votes_abstained',
  'reference',
  'recorded_by',
  'recorded_at',
]);
export const insertAnswer = insertInto('framework_answers', ['decision_id', 'kind', 'reason', 'by_person', 'at']);
export const insertLight = insertInto('framework_consents', [
  'id',
  'framework_id',
  'class_id',
  'colour',
  'tool_id',
  'version_id',
  'fingerprint',
  'explanation',
  'snapshot',
  'bundle_hash',
  'reference',
  'told_by',
  'told_at',
]);
export const insertObjection = insertInto('framework_objections', ['consent_id', 'reason', 'by_person', 'at']);
export const insertAcceptance = insertInto('framework_acceptances', ['consent_id', 'by_person', 'by_role', 'at']);
