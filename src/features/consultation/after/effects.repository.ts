import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';
import type { Figure } from './domain/figures.js';

export const insertReport = insertInto('effect_reports', [
  'id',
  'tool_id',
  'request_id',
  'fingerprint',
  'summary',
  'reference',
  'reported_by',
  'reported_at',
]);
export const insertReview = insertInto('effect_reviews', [
  'id',
  'report_id',
  'view',
  'outcome',
  'next_on',
  'reference',
  'recorded_by',
  'recorded_at',
]);
export const insertReviewConfirmation = insertInto('effect_review_confirmations', ['review_id', 'by_person', 'at']);

/** All figures of a report at once. */
export const insertFigures = async (tx: Tx, reportId: string, figures: readonly Figure[]): Promise<void> => {
  await tx.query(
    `insert into effect_figures (report_id, purpose, goal, unit, before_value, after_value, reached, explanation)
     select $1, f->>'purpose', f->>'goal', f->>'unit', (f->>'before')::numeric, (f->>'after')::numeric, f->>'reached', f->>'explanation'
     from jsonb_array_elements($2::jsonb) f`,
    [reportId, JSON.stringify(figures)],
  );
};

export interface Review {
  readonly id: string;
  readonly view: string;
  readonly outcome: 'continue' | 'adapt' | 'stop';
  readonly nextOn: Day | null;
  readonly reference: string;
  readonly recordedBy: string;
  /** An instant as text; null while the other officer still has to confirm. */
  readonly confirmedAt: string | null;
}
export interface Report {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly versionId: string;
  readonly requestId: string;
  readonly fingerprint: string;
  readonly summary: string;
  readonly reference: string;
  readonly reportedAt: Date;
  readonly reportedBy: string;
  readonly figures: readonly Figure[];
  /** What the council said of it last; an earlier text that nobody confirmed is gone. */
  readonly review: Review | null;
}

const REPORTS = `select p.id, p.tool_id as "toolId", t.name as "toolName", r.version_id as "versionId", p.request_id as "requestId", p.fingerprint,
    p.summary, p.reference, p.reported_at as "reportedAt", p.reported_by as "reportedBy",
    coalesce((select jsonb_agg(jsonb_build_object('purpose', f.purpose, 'goal', f.goal, 'unit', f.unit, 'before', f.before_value::text, 'after', f.after_value::text,
      'reached', f.reached, 'explanation', f.explanation) order by f.purpose) from effect_figures f where f.report_id = p.id), '[]') as figures,
    (select jsonb_build_object('id', v.id, 'view', v.view, 'outcome', v.outcome, 'nextOn', v.next_on, 'reference', v.reference, 'recordedBy', v.recorded_by,
      'confirmedAt', c.at) from effect_reviews v left join effect_review_confirmations c on c.review_id = v.id
      where v.report_id = p.id order by c.at nulls last, v.written_as desc limit 1) as review
  from effect_reports p join tools t on t.id = p.tool_id join consent_requests r on r.id = p.request_id`;

export const findReport = async (tx: Tx, reportId: string): Promise<Report | null> => {
  const rows: Report[] = await tx.query(`${REPORTS} where p.id = $1`, [reportId]);
  return rows[0] ?? null;
};

/** The newest reports, or those on one request. */
export const listReports = (tx: Tx, requestId: string | null = null): Promise<Report[]> =>
  tx.query(`${REPORTS} where $1::text is null or p.request_id = $1 order by p.written_as desc limit 200`, [requestId]);
