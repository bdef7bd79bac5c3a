import type { Tx } from '../../platform/database/index.js';
import type { Body } from './domain/case-file.js';

export type Phase = 'withdrawn' | 'asked' | 'met' | 'recorded' | 'refused' | 'decided' | 'final' | 'running' | 'ended';
export interface ListedCase {
  readonly requestId: string;
  readonly body: Body;
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
  readonly sentAt: Date;
  readonly intendedStartOn: string | null;
  /** The date that both sides agreed on for a meeting; the latest choice. */
  readonly meetingAt: Date | null;
  readonly phase: Phase;
  readonly openQuestions: number;
  readonly openDisputes: number;
}

const CONFIRMED = `from council_decisions d join decision_confirmations c on c.decision_id = d.id where d.request_id = r.id
  and not exists (select 1 from consents_revoked k where k.decision_id = d.id)`;
/** Every request, newest first, with how far it has come: one query whatever their number. */
export const listCases = (tx: Tx): Promise<ListedCase[]> =>
  tx.query(
    `select r.id as "requestId", r.body, r.tool_id as "toolId", t.name as "toolName", v.number, r.sent_at as "sentAt", r.intended_start_on::text as "intendedStartOn",
      (select p.starts_at from meeting_choices k join meeting_proposals p on p.id = k.proposal_id
        where p.request_id = r.id order by k.written_as desc limit 1) as "meetingAt",
      case when exists (select 1 from request_withdrawals w where w.request_id = r.id) then 'withdrawn'
        when exists (select 1 from versions_run x where x.version_id = r.version_id)
          then (select case when x.runs then 'running' else 'ended' end from versions_run x where x.version_id = r.version_id)
        when exists (select 1 from final_decisions f join council_decisions d on d.id = f.decision_id join decision_conditions c on c.decision_id = d.id
          where d.request_id = r.id and not c.id = any (f.takes_over)) then 'refused'
        when exists (select 1 from final_decisions f left join council_decisions d on d.id = f.decision_id left join court_rulings u on u.id = f.ruling_id
          left join court_petitions p on p.id = u.petition_id where d.request_id = r.id or p.request_id = r.id) then 'final'
        when exists (select 1 ${CONFIRMED}) then (select case when d.decision = 'refused' then 'refused' else 'decided' end ${CONFIRMED} order by d.written_as desc limit 1)
        when exists (select 1 from council_decisions d where d.request_id = r.id and not exists (select 1 from decision_rejections x where x.decision_id = d.id)) then 'recorded'
        when exists (select 1 from meetings m join meeting_confirmations c on c.meeting_id = m.id where m.request_id = r.id and c.side = 'employer') then 'met'
        else 'asked' end as phase,
      (select count(*)::int from council_questions q where q.request_id = r.id and not exists (select 1 from council_answers a where a.question_id = q.id)) as "openQuestions",
      (select count(*)::int from disputes s where s.tool_id = r.tool_id and (select count(distinct a.by_person) from dispute_answers a where a.dispute_id = s.id) < 2) as "openDisputes"
     from consent_requests r join tools t on t.id = r.tool_id join tool_versions v on v.id = r.version_id order by r.written_as desc limit 2000`,
  );

/** Whether this version is on, or was; null when it never was. */
export const hasRun = async (tx: Tx, versionId: string): Promise<'running' | 'ended' | null> => {
  const rows: { runs: boolean }[] = await tx.query(`select runs from versions_run where version_id = $1`, [versionId]);
  return rows[0] ? (rows[0].runs ? 'running' : 'ended') : null;
};

export interface Paper {
  readonly id: string;
  readonly act: string;
  readonly title: string;
  readonly reference: string;
  readonly hash: string;
  readonly at: Date;
  readonly recipients: number;
  readonly handedOver: number;
  readonly bounces: number;
  /** About this tool; others are about the council, its frameworks or its agreement. */
  readonly ofTool: boolean;
}
/** The papers that went to every member about one tool, or about none, newest first. */
export const listPapers = (tx: Tx, toolId: string): Promise<Paper[]> =>
  tx.query(
    `select m.id, m.act, m.document as title, m.reference, m.document_hash as hash, m.at, count(p.person_id)::int as recipients,
      count(p.handed_over_at)::int as "handedOver", count(p.bounced_at)::int as bounces,
      m.tool_id is not null as "ofTool"
     from council_mailings m left join council_mailing_recipients p on p.mailing_id = m.id
     where m.tool_id = $1 or m.tool_id is null group by m.id order by m.written_as desc limit 200`,
    [toolId],
  );

export interface Announcement {
  readonly title: string;
  readonly lines: readonly string[];
  readonly reference: string;
  readonly at: Date;
}
/** What one person was told about one case, newest first, in that person's language. */
export const listAnnouncements = (tx: Tx, personId: string, language: string): Promise<Announcement[]> =>
  tx.query(
    `select a.content->$2->>'title' as title, a.content->$2->'lines' as lines, a.reference, a.at
     from staff_announcements a join staff_announcement_recipients r on r.announcement_id = a.id
     where r.person_id = $1 order by a.written_as desc limit 100`,
    [personId, language],
  );
