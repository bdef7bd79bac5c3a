import type { Tx } from '../../platform/database/index.js';

/** Claims, rulings and disputes that stand open, whatever tool they are about. */
export interface OpenClaim {
  readonly id: string;
  readonly toolName: string;
  readonly route: 'cba' | 'consent_not_required';
  readonly ground: string;
  readonly agreementReference: string | null;
  readonly claimedAt: Date;
  readonly confirmedBy: readonly string[];
}
export interface OpenRuling {
  readonly id: string;
  readonly toolName: string;
  readonly kind: 'permission' | 'exemption' | 'nullity';
  readonly outcome: 'granted' | 'rejected' | 'declared_unjustified' | 'upheld';
  readonly reference: string;
  readonly uploadedAt: Date;
}
export interface OpenDispute {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly about: string;
  readonly text: string;
  readonly raisedAt: Date;
  readonly answeredBy: readonly string[];
}

export const openClaims = (tx: Tx): Promise<OpenClaim[]> =>
  tx.query(
    `select k.id, t.name as "toolName", k.route, k.ground, k.agreement_reference as "agreementReference", k.claimed_at as "claimedAt",
      array(select c.by_person from claim_confirmations c where c.claim_id = k.id order by c.at) as "confirmedBy"
     from claims k join tools t on t.id = k.tool_id
     where (select count(*) from claim_confirmations c where c.claim_id = k.id) < 2
       and not exists (select 1 from claims n where n.tool_id = k.tool_id and n.written_as > k.written_as)
       and not exists (select 1 from consent_requests r where r.tool_id = k.tool_id and r.sent_at > k.claimed_at)
     order by k.written_as desc limit 100`,
  );

export const openRulings = (tx: Tx): Promise<OpenRuling[]> =>
  tx.query(
    `select u.id, t.name as "toolName", u.kind, u.outcome, u.reference, u.uploaded_at as "uploadedAt" from court_rulings u join tools t on t.id = u.tool_id
     where not exists (select 1 from ruling_confirmations c where c.ruling_id = u.id) order by u.written_as desc limit 100`,
  );

export const openDisputes = (tx: Tx): Promise<OpenDispute[]> =>
  tx.query(
    `select s.id, s.tool_id as "toolId", t.name as "toolName", s.about, s.text, s.raised_at as "raisedAt",
      array(select a.by_person from dispute_answers a where a.dispute_id = s.id order by a.at) as "answeredBy"
     from disputes s join tools t on t.id = s.tool_id
     where (select count(*) from dispute_answers a where a.dispute_id = s.id) < 2 order by s.written_as limit 100`,
  );

export interface ListedInformation {
  readonly requestId: string;
  readonly toolName: string;
  readonly sentAt: Date;
}
/** Requests that this person was told about, where everyone is told. */
export const informationsFor = (tx: Tx, personId: string): Promise<ListedInformation[]> =>
  tx.query(
    `select r.id as "requestId", t.name as "toolName", r.sent_at as "sentAt" from consent_requests r join tools t on t.id = r.tool_id
     where r.body in ('personnel_meeting', 'none') and exists (select 1 from staff_announcements a join staff_announcement_recipients p on p.announcement_id = a.id
       where a.reference = r.reference and p.person_id = $1) order by r.written_as desc limit 100`,
    [personId],
  );
