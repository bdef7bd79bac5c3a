import type { Derived } from './gate.js';

/** The rows that prove what holds, by the feature that owns them; null where nothing does. */
export interface ProofRows {
  readonly fixingId: string | null;
  readonly adviceId: string | null;
  readonly requestId: string | null;
  readonly meetingId: string | null;
  readonly decisionId: string | null;
  readonly paperSignatureId: string | null;
  readonly rulingId: string | null;
  readonly claimId: string | null;
  readonly viewId: string | null;
  readonly personnelMeetingId: string | null;
  readonly finalDecisionId: string | null;
  readonly noticeId: string | null;
  readonly frameworkConsentId: string | null;
}

type Column = Readonly<Record<string, string | null>>;

const DOSSIER = ['E1', 'E2', 'E3', 'E4', 'E15', 'E16'];

const proofOf = (id: string, rows: ProofRows): Column => {
  if (DOSSIER.includes(id)) return { dpia_fixing_id: rows.fixingId };
  switch (id) {
    case 'E5':
    case 'E6':
      return { advice_id: rows.adviceId };
    case 'E7':
      return { request_id: rows.requestId, claim_id: rows.claimId, framework_consent_id: rows.frameworkConsentId };
    case 'E8':
      return {
        framework_consent_id: rows.frameworkConsentId,
        meeting_id: rows.meetingId,
        personnel_meeting_id: rows.personnelMeetingId,
        view_id: rows.viewId,
        claim_id: rows.claimId,
        ruling_id: rows.rulingId,
      };
    case 'E9':
      return {
        framework_consent_id: rows.frameworkConsentId,
        decision_id: rows.decisionId,
        paper_signature_id: rows.paperSignatureId,
        ruling_id: rows.rulingId,
        claim_id: rows.claimId,
        view_id: rows.viewId,
        personnel_meeting_id: rows.personnelMeetingId,
      };
    case 'E10':
      return { final_decision_id: rows.finalDecisionId };
    case 'E11':
      return { notice_id: rows.noticeId };
    default:
      return {};
  }
};

/** A row for each requirement, pointing at what proves it: what the database checks on its own before a tool goes on. */
export const provenRequirements = (gate: Derived, rows: ProofRows): readonly { requirement: string; state: string; proof: Column }[] =>
  gate.states.map(({ id, state }) => ({ requirement: id, state, proof: proofOf(id, rows) }));
