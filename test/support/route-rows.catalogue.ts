/** Where the rows stand that an address names, by the beginning of its route: each query gives the values of its parameters, in their order. */
const ROWS_OF: Readonly<Record<string, string>> = {
  '/tools/:toolId': 'select id from tools',
  '/api/v1/tools/:toolId': 'select id from tools',
  '/api/v1/tools/:toolId/versions/:number': 'select tool_id, number from tool_versions',
  '/api/v1/tools/:toolId/versions/:number/assessment/sections/:section': `select tool_id, number, 'purpose' from tool_versions`,
  '/api/v1/tools/:toolId/versions/:number/advice-conditions/:conditionId/acts':
    'select v.tool_id, v.number, c.id from advice_conditions c join advices a on a.id = c.advice_id join tool_versions v on v.id = a.version_id',
  '/api/v1/consent-requests/:id': 'select id from consent_requests',
  '/api/v1/carriages/:carriageId': 'select id from carriages',
  '/api/v1/frameworks/:frameworkId': 'select id from frameworks',
  '/api/v1/framework-consents/:consentId': 'select id from framework_consents',
  '/api/v1/orders/:orderId': 'select id from orders',
  '/api/v1/notices/:noticeId': 'select id from notices',
  '/api/v1/consent-requests/:id/meetings/:meetingId/confirmations': 'select request_id, id from meetings',
  '/api/v1/consent-requests/:id/decisions/:decisionId': 'select request_id, id from council_decisions',
  '/council/tools/:toolId': 'select id from tools',
  '/tools/:toolId/versions/:number': 'select tool_id, number from tool_versions',
  '/tools/:toolId/versions/:number/register/:section': `select tool_id, number, 'supplier' from tool_versions`,
  '/tools/:toolId/versions/:number/assessment/:section': `select tool_id, number, 'risks' from tool_versions`,
  '/tools/:toolId/versions/:number/warnings/:rule': `select tool_id, number, 'EU-GDPR-32-01' from tool_versions`,
  '/tools/:toolId/versions/:number/advice-conditions/:conditionId':
    'select v.tool_id, v.number, c.id from advice_conditions c join advices a on a.id = c.advice_id join tool_versions v on v.id = a.version_id',
  '/advice/:versionId': 'select version_id from advice_requests',
  '/agents/:agentId': 'select id from agents',
  '/api/v1/tools/:toolId/dashboards/:code':
    'select v.tool_id, d.code from version_dashboards d join tool_versions v on v.id = d.version_id',
  '/dashboards/:toolId/:code': 'select v.tool_id, d.code from version_dashboards d join tool_versions v on v.id = d.version_id',
  '/me/devices/:agentId': 'select id from agents',
  '/api/v1/agents/:agentId': 'select id from agents',
  '/measurements/:toolId': 'select id from tools',
  '/legal-holds/:holdId': 'select id from legal_holds',
  '/quarantines/:quarantineId': 'select id from quarantines',
  '/me/measurements/:quarantineId': 'select id from quarantines',
  '/breaches/:breachId': 'select id from breaches',
  '/receivers/:receiverId': 'select id from webhook_receivers',
  '/devices/:toolId': 'select id from tools',
  '/devices/:toolId/files/:fileId': 'select tool_id, id from device_files',
  '/individual-views/:viewId': 'select id from individual_views',
  '/individual-views/seconds/:secondId': 'select id from individual_seconds',
  '/incidents/:incidentId': 'select id from incidents',
  '/orders/:orderId': 'select id from orders',
  '/carriages/:carriageId': 'select id from carriages',
  '/cases/:id': 'select id from complaints',
  '/cases/:id/files/:fileId': 'select complaint_id, id from complaint_files',
  '/complaints/:id': 'select id from complaints',
  '/claims/:claimId': 'select id from claims',
  '/rulings/:rulingId': 'select id from court_rulings',
  '/promises/:conditionId': `select id from decision_conditions where due_on is not null`,
  '/council/promises/:conditionId': `select id from decision_conditions where due_on is not null`,
  '/council/agreement/proposals/:id': 'select id from agreement_proposals',
  '/council/competence/:id': 'select id from competence_claims',
  '/council/concerns/:id': 'select id from concerns',
  '/council/disputes/:disputeId': 'select id from disputes',
  '/council/frameworks/:id': 'select id from frameworks',
  '/council/frameworks/:id/decisions/:decisionId': 'select framework_id, id from framework_decisions',
  '/council/light/:id': 'select id from framework_consents',
  '/council/nullity/:reference': 'select reference from nullity_invocations',
  '/council/petitions/:petitionId': 'select id from court_petitions',
  '/council/reviews/:id': 'select id from effect_reports',
  '/council/revocations/:id': 'select id from revocations',
  '/council/room/notes/:noteId': 'select id from room_notes',
  '/council/settings/changes/:id': 'select id from council_changes',
  '/council/staff-rules/:id': 'select id from staff_rules',
  '/council/requests/:id': 'select id from consent_requests',
  '/council/requests/:id/comments/:commentId': 'select request_id, id from staff_comments',
  '/council/requests/:id/constituency/:publicationId': 'select request_id, id from summary_publications',
  '/council/requests/:id/guests/:linkId': 'select request_id, id from guest_links',
  '/council/requests/:id/meetings/:meetingId': 'select request_id, id from meetings',
  '/council/requests/:id/meetings/agenda/:itemId': 'select request_id, id from agenda_items',
  '/council/requests/:id/meetings/dates/:proposalId': 'select request_id, id from meeting_proposals',
  '/council/requests/:id/questions/:questionId': 'select request_id, id from council_questions',
  '/me/consultation/:id': 'select id from consent_requests',
  '/me/consultation/summaries/:id': 'select id from summary_publications',
  '/me/hand-overs/:handOverId': 'select id from hand_overs',
  '/notices/disputes/:handOverId': 'select id from hand_overs',
  '/me/notices/:noticeId': 'select id from notices',
  '/notices/:noticeId': 'select id from notices',
  '/me/objections/:id': 'select id from objections',
  '/objections/:id': 'select id from objections',
  '/rights/:id': 'select id from rights_requests',
  '/me/rights/:id': 'select id from rights_requests',
  '/me/rights/:id/files/:fileId': 'select request_id, id from rights_files',
  '/role/:grantId': 'select id from role_grants where accepted_at is null and ended_at is null',
  '/settings/officers/resets/:id': 'select id from officer_resets',
  '/settings/org/facts/:name': `select 'headcount'`,
  '/settings/people/:id': 'select id from persons',
  '/settings/people/:id/roles/:grantId': 'select person_id, id from role_grants where accepted_at is not null and ended_at is null',
  '/settings/people/import/:id': 'select id from imports',
  '/settings/units/:id': 'select id from units',
  '/callers/:toolId': 'select id from tools',
  '/caller-requests/:id': 'select id from caller_requests',
  '/jobs/:id': 'select id from long_jobs',
  '/council/room/files/:fileId': 'select id from room_files',
  '/council/papers/:mailingId': 'select id from council_mailings',
  '/council/promises/:conditionId/evidence/:evidenceId': 'select condition_id, id from promise_evidence',
  '/council/requests/:id/papers/:paper/signed': `select id, 'bundle' from consent_requests`,
  '/council/requests/:id/papers/:paper/signed/:signedId': 'select request_id, paper, id from signed_papers',
  '/council/requests/:id/papers/:paper': `select id, 'dpia' from consent_requests`,
  '/council/requests/:id/questions/:questionId/files/:fileId': `select request_id, id, 'f' from council_questions`,
  '/council/scans/:id': 'select id from files',
  '/guest/:token': `select 'x'`,
  '/me/tools/:toolId': 'select id from tools',
  '/reports/annual/:year/pdf': `select '2025'`,
  '/rules/:rule': `select 'NL-WOR-27-01'`,
  '/tools/:toolId/versions/:number/diff/:other': 'select v.tool_id, v.number, v.number - 1 from tool_versions v where v.number > 1',
  '/tools/:toolId/versions/:number/files/:fileId':
    'select v.tool_id, v.number, f.file_id from version_files f join tool_versions v on v.id = f.version_id',
  '/invitation/:code': `select 'x'`,
  '/setup/:code': `select 'x'`,
};

const parametersOf = (path: string): number => path.split(':').length - 1;

/** The query for the rows that a route names; none where nobody said where they stand. */
export const rowsQueryOf = (path: string): string | undefined => {
  const fitting = Object.keys(ROWS_OF).filter(
    (start) => parametersOf(start) === parametersOf(path) && (path === start || path.startsWith(`${start}/`)),
  );
  return ROWS_OF[fitting.sort((a, b) => b.length - a.length)[0] ?? ''];
};

/** The same for a walk over everything: where no query is known, ids that nobody has. */
export const anyRowsQueryOf = (path: string): string | null => {
  if (parametersOf(path) === 0) return null;
  const nobodys = Array.from({ length: parametersOf(path) }, (_, at) => `'x_0000000000000000' as p${at}`).join(', ');
  return rowsQueryOf(path) ?? `select ${nobodys}`;
};

/** The route with these values for its parameters. */
export const addressWith = (path: string, values: readonly string[]): string => {
  const left = [...values];
  return path.replace(/:[^/]+/g, () => encodeURIComponent(left.shift() ?? ''));
};
