import type { Tx } from '../../../platform/database/index.js';
import { type Declarations, inOrder, NOTHING_DECLARED } from '../../../policy/index.js';

/** What version `v` declares, as one JSON object: part of any query over `tool_versions v`. */
export const DECLARED = `jsonb_build_object(
  'metrics', coalesce((select jsonb_agg(jsonb_build_object('code', m.code, 'category', m.category, 'kind', m.kind, 'unit', m.unit, 'level', m.level,
    'min', m.min_value, 'max', m.max_value, 'titleNl', m.title_nl, 'titleEn', m.title_en)) from version_metrics m where m.version_id = v.id), '[]'),
  'dashboards', coalesce((select jsonb_agg(jsonb_build_object('code', d.code, 'metric', d.metric, 'shown', d.shown, 'period', d.period,
    'smallestGroup', d.smallest_group, 'viewers', d.viewers, 'titleNl', d.title_nl, 'titleEn', d.title_en, 'questionNl', d.question_nl,
    'questionEn', d.question_en, 'groups', coalesce((select jsonb_agg(jsonb_build_object('code', g.code, 'titleNl', g.title_nl, 'titleEn', g.title_en,
      'units', g.units)) from version_dashboard_groups g where g.version_id = v.id and g.dashboard = d.code), '[]')))
    from version_dashboards d where d.version_id = v.id), '[]'),
  'grade', (select jsonb_build_object('stopsHow', r.stops_how, 'stopsWithinMinutes', r.stops_within_minutes, 'cannotStop', r.cannot_stop,
    'evidence', r.evidence, 'evidenceFileId', r.evidence_file_id, 'testedOn', r.tested_on) from version_grades r where r.version_id = v.id),
  'individualView', (select jsonb_build_object('purpose', i.purpose, 'grounds', i.grounds, 'maxHours', i.max_hours)
    from version_individual_view i where i.version_id = v.id))`;

/** What each of these versions declares; a version that does not exist is not among them. One query, whatever their number. */
export const declarationsOf = async (tx: Tx, versionIds: readonly string[]): Promise<ReadonlyMap<string, Declarations>> => {
  const rows: { id: string; declared: Declarations }[] = await tx.query(
    `select v.id, ${DECLARED} as declared from tool_versions v where v.id = any ($1)`,
    [versionIds],
  );
  return new Map(rows.map(({ id, declared }) => [id, inOrder(declared ?? NOTHING_DECLARED)]));
};

export const replaceMetrics = async (tx: Tx, versionId: string, metrics: Declarations['metrics']): Promise<void> => {
  await tx.query(`delete from version_metrics where version_id = $1`, [versionId]);
  await tx.query(
    `insert into version_metrics (version_id, code, category, kind, unit, level, min_value, max_value, title_nl, title_en)
     select $1, m.code, m.category, m.kind, m.unit, m.level, m.min, m.max, m."titleNl", m."titleEn" from jsonb_to_recordset($2)
       as m(code text, category text, kind text, unit text, level text, min double precision, max double precision, "titleNl" text, "titleEn" text)`,
    [versionId, JSON.stringify(metrics)],
  );
};

export const replaceDashboards = async (tx: Tx, versionId: string, dashboards: Declarations['dashboards']): Promise<void> => {
  await tx.query(`delete from version_dashboard_groups where version_id = $1`, [versionId]);
  await tx.query(`delete from version_dashboards where version_id = $1`, [versionId]);
  await tx.query(
    `insert into version_dashboards (version_id, code, metric, shown, period, smallest_group, viewers, title_nl, title_en, question_nl, question_en)
     select $1, d.code, d.metric, d.shown, d.period, d."smallestGroup", d.viewers, d."titleNl", d."titleEn", d."questionNl", d."questionEn"
     from jsonb_to_recordset($2) as d(code text, metric text, shown text, period text, "smallestGroup" integer, viewers text[], "titleNl" text,
       "titleEn" text, "questionNl" text, "questionEn" text)`,
    [versionId, JSON.stringify(dashboards)],
  );
  await tx.query(
    `insert into version_dashboard_groups (version_id, dashboard, code, title_nl, title_en, units)
     select $1, g.dashboard, g.code, g."titleNl", g."titleEn", g.units
     from jsonb_to_recordset($2) as g(dashboard text, code text, "titleNl" text, "titleEn" text, units text[])`,
    [versionId, JSON.stringify(dashboards.flatMap(({ code, groups }) => groups.map((group) => ({ ...group, dashboard: code }))))],
  );
};

export const replaceGrade = async (tx: Tx, versionId: string, enforcement: string, grade: Declarations['grade']): Promise<void> => {
  await tx.query(`delete from version_grades where version_id = $1`, [versionId]);
  if (!grade) return;
  await tx.query(
    `insert into version_grades (version_id, grade, stops_how, stops_within_minutes, cannot_stop, evidence, evidence_file_id, tested_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      versionId,
      enforcement,
      grade.stopsHow,
      grade.stopsWithinMinutes,
      grade.cannotStop,
      grade.evidence,
      grade.evidenceFileId,
      grade.testedOn,
    ],
  );
};

export const replaceIndividualView = async (tx: Tx, versionId: string, view: Declarations['individualView']): Promise<void> => {
  await tx.query(`delete from version_individual_view where version_id = $1`, [versionId]);
  if (!view) return;
  await tx.query(`insert into version_individual_view (version_id, purpose, grounds, max_hours) values ($1, $2, $3, $4)`, [
    versionId,
    view.purpose,
    view.grounds,
    view.maxHours,
  ]);
};

/** From then on the fingerprint covers what the version declares and how the tool is held. */
export const storeDeclaredScheme = (tx: Tx, versionId: string): Promise<unknown> =>
  tx.query(`update tool_versions set fingerprint_scheme = 3 where id = $1 and fingerprint_scheme < 3`, [versionId]);

/** The next version declares what the last one did. */
export const DECLARED_COPIES = [
  `insert into version_metrics (version_id, code, category, kind, unit, level, min_value, max_value, title_nl, title_en)
   select $2, code, category, kind, unit, level, min_value, max_value, title_nl, title_en from version_metrics where version_id = $1`,
  `insert into version_dashboards (version_id, code, metric, shown, period, smallest_group, viewers, title_nl, title_en, question_nl, question_en)
   select $2, code, metric, shown, period, smallest_group, viewers, title_nl, title_en, question_nl, question_en
   from version_dashboards where version_id = $1`,
  `insert into version_dashboard_groups (version_id, dashboard, code, title_nl, title_en, units)
   select $2, dashboard, code, title_nl, title_en, units from version_dashboard_groups where version_id = $1`,
  `insert into version_grades (version_id, grade, stops_how, stops_within_minutes, cannot_stop, evidence, evidence_file_id, tested_on)
   select $2, grade, stops_how, stops_within_minutes, cannot_stop, evidence, evidence_file_id, tested_on from version_grades where version_id = $1`,
  `insert into version_individual_view (version_id, purpose, grounds, max_hours)
   select $2, purpose, grounds, max_hours from version_individual_view where version_id = $1`,
  `update tool_versions set fingerprint_scheme = greatest(fingerprint_scheme, (select o.fingerprint_scheme from tool_versions o where o.id = $1))
   where id = $2`,
] as const;
