/**
 * What Countersign itself keeps about one person ($1), a query for each kind. Columns of tables that other features may still change are
 * read by name from the row as it is, so that a new column never hides an old one.
 */
export const OWN_DATA = {
  person: `select p.staff_number, p.name, p.email, u.name as unit, m.name as manager, p.language, p.other_language, p.starts_on, p.ends_on,
      p.works_at_home, p.device, p.created_at, p.left_at
    from persons p join units u on u.id = p.unit_id left join persons m on m.id = p.manager_id where p.id = $1`,
  account: `select language, mail_address, mail_changed_at, totp_confirmed_at as second_step_since, changed_at from accounts where person_id = $1`,
  roles: `select role, granted_at, accepted_at, ended_at from role_grants where person_id = $1 order by granted_at, id`,
  invitations: `select kind, created_at, expires_at, used_at from invitations where person_id = $1 order by created_at`,
  sessions: `select role, created_at, seen_at, ended_at from sessions where person_id = $1 order by created_at`,
  keys: `select name, role, scopes, created_at, expires_at, revoked_at, last_used_on from api_keys where person_id = $1 order by created_at, id`,
  tools: `select distinct t.name as tool, v.number as version, a.activated_at as on_since, e.at as off_since
    from people_in_scope s join tool_versions v on v.id = s.version_id join tools t on t.id = v.tool_id join activations a on a.version_id = v.id
    left join activation_ends e on e.activation_id = a.id where s.person_id = $1 order by 3, 1`,
  devices: `select t.name as tool, a.device, ap.pseudonym, ap.bound_how, ap.bound_at, ap.ended_at
    from agent_persons ap join agents a on a.id = ap.agent_id join tools t on t.id = a.tool_id where ap.person_id = $1 order by ap.bound_at, a.id`,
  listed_devices: `select t.name as tool, d.device, d.added_at, d.removed_at
    from listed_devices d join tools t on t.id = d.tool_id where d.person_id = $1 order by d.added_at, t.name, d.device`,
  leases: `select t.name as tool, a.device, l.issued_at, l.expires_at
    from leases l join agents a on a.id = l.agent_id join tools t on t.id = a.tool_id where l.person_id = $1 order by l.issued_at, t.name, a.device, l.jti`,
  measurements: `select t.name as tool, m.metric, m.at, m.place, m.value, m.delete_on
    from measurements m join tools t on t.id = m.tool_id where m.person_id = $1 order by m.at, m.batch_id, m.line`,
  locked_measurements: `select t.name as tool, q.reference, m.metric, m.at, m.place, m.value
    from quarantined_measurements m join quarantines q on q.id = m.quarantine_id join tools t on t.id = m.tool_id
    where m.person_id = $1 order by m.at, m.batch_id, m.line`,
  restricted_measurements: `select t.name as tool, m.metric, m.at, m.place, m.value, m.delete_on, r.causes as kept_because_of
    from restricted_measurements m join tools t on t.id = m.tool_id
    left join (select tool_id, person_id, jsonb_agg(cause order by cause) as causes from data_restricted group by 1, 2) r
      on r.tool_id = m.tool_id and r.person_id = m.person_id
    where m.person_id = $1 order by m.at, m.batch_id, m.line`,
  quarantines: `select t.name as tool, q.reference, q.from_on, q.until_at, p.keeps_since, p.keeps_ended_at
    from quarantine_people p join quarantines q on q.id = p.quarantine_id join tools t on t.id = q.tool_id where p.person_id = $1 order by q.opened_at, q.id`,
  individual_views: `select c.tool_name as tool, c.reference, c.purpose, c.grounds, c.reason, c.opened_at, c.closed_at, c.looked_at, c.told_at, c.told_text
    from individual_views v join individual_views_told c on c.id = v.id where v.person_id = $1 order by c.told_at, c.reference`,
  always_off: `select t.name as tool, o.since from always_off_people o join tools t on t.id = o.tool_id where o.person_id = $1 order by 2, 1`,
  cover: `select t.name as tool, c.drawn_at, c.until_at from cover_people c join tools t on t.id = c.tool_id where c.person_id = $1
    union all select t.name, c.from_at, c.until_at from cover_ended c join tools t on t.id = c.tool_id where c.person_id = $1 order by 2, 1`,
  orders: `select t.name as tool, o.reference, o.given_at, o.due_at, k.confirmed_at from orders o join tools t on t.id = o.tool_id
    left join order_confirmations k on k.order_id = o.id where o.person_id = $1 order by o.given_at, o.id`,
  notices: `select t.name as tool, n.reference, n.kind, d.sent_at, d.opened_at, d.acknowledged_at, d.reminders
    from notice_deliveries d join notices n on n.id = d.notice_id join tools t on t.id = n.tool_id where d.person_id = $1 order by d.sent_at, n.id`,
  hand_overs: `select n.reference, h.statement, h.handed_at, h.witnessed_at, h.witness_statement, h.disputed_at, h.dispute, h.settled_at, h.settled_as
    from hand_overs h join notices n on n.id = h.notice_id where h.person_id = $1 order by h.handed_at, h.id`,
  objections: `select t.name as tool, o.reference, o.situation, o.lodged_at, o.due_on, o.converted
    from objections o join tools t on t.id = o.tool_id where o.person_id = $1 order by o.lodged_at, o.id`,
  objection_acts: `select o.reference, a.kind, a.text, a.at, a.effective_on
    from objection_acts a join objections o on o.id = a.objection_id where o.person_id = $1 order by a.at, a.written_as`,
  objection_erasures: `select o.reference, e.outcome, e.held_until, e.at
    from objection_erasures e join objections o on o.id = e.objection_id where o.person_id = $1 order by e.at, o.reference`,
  requests: `select t.name as tool, r.reference, r.kind, r.text, r.wanted, r.lodged_at, r.due_on, r.extended_at, r.extension_reason, r.outcome,
      r.answer, r.answered_at, r.recipients, r.withdrawn_at, r.lift_told_at, r.lift_reason, r.lifts_on, r.lifted_at
    from rights_requests r left join tools t on t.id = r.tool_id where r.person_id = $1 order by r.lodged_at, r.id`,
  answer_files: `select r.reference, f.name, f.type, f.added_at
    from rights_files f join rights_requests r on r.id = f.request_id where r.person_id = $1 order by f.added_at, f.request_id, f.number`,
  mandates: `select m.kind, m.made_for, a.name as adviser, m.given_at, m.expires_at, m.ended_at, m.ended_by
    from mandates m left join persons a on a.id = m.adviser_id where m.person_id = $1 order by m.given_at, m.id`,
  detriment: `select d.reference, d.receipt, d.what, d.happened_on, d.story, d.lodged_at from detriment_reports d where d.person_id = $1 order by d.lodged_at, d.id`,
  reminders: `select r.sent_at, y.tools from yearly_reminder_people y join yearly_reminders r on r.id = y.reminder_id where y.person_id = $1 order by 1`,
  comments: `select text, at from staff_comments where by_person = $1 order by at, id`,
  reactions: `select p.id as summary from reaction_givers g join summary_publications p on p.id = g.publication_id where g.person_id = $1 order by 1`,
  votes: `select b.subject_id as subject, v.turn, v.choice, v.reasons, v.cast_at
    from ballot_votes v join ballots b on b.id = v.ballot_id where v.person_id = $1 order by v.cast_at, b.id`,
  room: `select n.body, n.written_at, x.text from room_notes n left join room_texts x on x.note_id = n.id where n.written_by = $1 order by n.written_as`,
  files: `select name, type, uploaded_at from files where uploaded_by = $1 order by uploaded_at, id`,
  acts: `select distinct e.at, e.type, e.actor_role, e.reference
    from evidence_openings o join evidence_entries e on e.id = o.entry_id where o.person_id = $1 order by e.at, e.reference`,
} as const satisfies Readonly<Record<string, string>>;

export type OwnDataKind = keyof typeof OWN_DATA;
export const OWN_DATA_KINDS = Object.keys(OWN_DATA) as OwnDataKind[];
