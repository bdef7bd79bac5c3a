import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'council_decisions' })
export class CouncilDecision {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'attempt', type: 'integer', default: 1 }) attempt!: number;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'decision', type: 'text' }) decision!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'decided_on', type: 'date' }) decidedOn!: string;
  @Column({ name: 'ballot_id', type: 'text', nullable: true }) ballotId!: string | null;
  @Column({ name: 'votes_for', type: 'integer', nullable: true }) votesFor!: number | null;
  @Column({ name: 'votes_against', type: 'integer', nullable: true }) votesAgainst!: number | null;
  @Column({ name: 'votes_abstained', type: 'integer', nullable: true }) votesAbstained!: number | null;
  @Column({ name: 'expires_on', type: 'date', nullable: true }) expiresOn!: string | null;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'decision_confirmations' })
export class DecisionConfirmation {
  @PrimaryColumn({ name: 'decision_id', type: 'text' }) decisionId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'decision_rejections' })
export class DecisionRejection {
  @PrimaryColumn({ name: 'decision_id', type: 'text' }) decisionId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'decision_conditions' })
export class DecisionCondition {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'decision_id', type: 'text' }) decisionId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'machine_limit', type: 'jsonb', nullable: true }) machineLimit!: unknown;
  @Column({ name: 'promise_owner', type: 'text', nullable: true }) promiseOwner!: string | null;
  @Column({ name: 'promise_owner_id', type: 'text', nullable: true }) promiseOwnerId!: string | null;
  @Column({ name: 'due_on', type: 'date', nullable: true }) dueOn!: string | null;
}

@Entity({ name: 'promise_findings' })
export class PromiseFinding {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'condition_id', type: 'text' }) conditionId!: string;
  @Column({ name: 'finding', type: 'text' }) finding!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'final_decisions' })
export class FinalDecision {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'decision_id', type: 'text', nullable: true }) decisionId!: string | null;
  @Column({ name: 'ruling_id', type: 'text', nullable: true }) rulingId!: string | null;
  @Column({ name: 'framework_consent_id', type: 'text', nullable: true }) frameworkConsentId!: string | null;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'effective_on', type: 'date' }) effectiveOn!: string;
  @Column({ name: 'takes_over', type: 'text', array: true }) takesOver!: string[];
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'decided_by', type: 'text' }) decidedBy!: string;
  @Column({ name: 'decided_at', type: 'timestamptz' }) decidedAt!: Date;
}

@Entity({ name: 'claims' })
export class Claim {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'route', type: 'text' }) route!: string;
  @Column({ name: 'ground', type: 'text' }) ground!: string;
  @Column({ name: 'agreement_reference', type: 'text', nullable: true }) agreementReference!: string | null;
  @Column({ name: 'agreement_substantive', type: 'boolean', default: false }) agreementSubstantive!: boolean;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'claimed_by', type: 'text' }) claimedBy!: string;
  @Column({ name: 'claimed_at', type: 'timestamptz' }) claimedAt!: Date;
}

@Entity({ name: 'claim_confirmations' })
export class ClaimConfirmation {
  @PrimaryColumn({ name: 'claim_id', type: 'text' }) claimId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'court_rulings' })
export class CourtRuling {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'ground', type: 'text', nullable: true }) ground!: string | null;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'file_id', type: 'text' }) fileId!: string;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
  @Column({ name: 'petition_id', type: 'text', nullable: true }) petitionId!: string | null;
  @Column({ name: 'ruled_on', type: 'date', nullable: true }) ruledOn!: string | null;
}

@Entity({ name: 'ruling_confirmations' })
export class RulingConfirmation {
  @PrimaryColumn({ name: 'ruling_id', type: 'text' }) rulingId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
