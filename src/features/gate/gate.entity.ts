import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'accepted_warnings' })
export class AcceptedWarningEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'rule', type: 'text' }) rule!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'accepted_by', type: 'text' }) acceptedBy!: string;
  @Column({ name: 'accepted_at', type: 'timestamptz' }) acceptedAt!: Date;
}

@Entity({ name: 'evaluations' })
export class EvaluationEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'verdict', type: 'text' }) verdict!: string;
  @Column({ name: 'rule_set', type: 'text' }) ruleSet!: string;
  @Column({ name: 'on_day', type: 'date' }) onDay!: string;
  @Column({ name: 'failing', type: 'text', array: true }) failing!: string[];
  @Column({ name: 'transaction_id', type: 'bigint' }) transactionId!: string;
  @Column({ name: 'evaluated_at', type: 'timestamptz' }) evaluatedAt!: Date;
}

@Entity({ name: 'evaluation_requirements' })
export class EvaluationRequirementEntity {
  @PrimaryColumn({ name: 'evaluation_id', type: 'text' }) evaluationId!: string;
  @PrimaryColumn({ name: 'requirement', type: 'text' }) requirement!: string;
  @Column({ name: 'state', type: 'text' }) state!: string;
  @Column({ name: 'dpia_fixing_id', type: 'text', nullable: true }) dpiaFixingId!: string | null;
  @Column({ name: 'advice_id', type: 'text', nullable: true }) adviceId!: string | null;
  @Column({ name: 'request_id', type: 'text', nullable: true }) requestId!: string | null;
  @Column({ name: 'meeting_id', type: 'text', nullable: true }) meetingId!: string | null;
  @Column({ name: 'decision_id', type: 'text', nullable: true }) decisionId!: string | null;
  @Column({ name: 'ruling_id', type: 'text', nullable: true }) rulingId!: string | null;
  @Column({ name: 'claim_id', type: 'text', nullable: true }) claimId!: string | null;
  @Column({ name: 'view_id', type: 'text', nullable: true }) viewId!: string | null;
  @Column({ name: 'personnel_meeting_id', type: 'text', nullable: true }) personnelMeetingId!: string | null;
  @Column({ name: 'final_decision_id', type: 'text', nullable: true }) finalDecisionId!: string | null;
  @Column({ name: 'notice_id', type: 'text', nullable: true }) noticeId!: string | null;
  @Column({ name: 'framework_consent_id', type: 'text', nullable: true }) frameworkConsentId!: string | null;
  @Column({ name: 'paper_signature_id', type: 'text', nullable: true }) paperSignatureId!: string | null;
}

@Entity({ name: 'activations' })
export class ActivationEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'evaluation_id', type: 'text' }) evaluationId!: string;
  @Column({ name: 'generation', type: 'integer' }) generation!: number;
  @Column({ name: 'limits', type: 'jsonb' }) limits!: unknown;
  @Column({ name: 'lease_minutes', type: 'integer' }) leaseMinutes!: number;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'activated_by', type: 'text' }) activatedBy!: string;
  @Column({ name: 'activated_at', type: 'timestamptz' }) activatedAt!: Date;
}

@Entity({ name: 'activation_ends' })
export class ActivationEndEntity {
  @PrimaryColumn({ name: 'activation_id', type: 'text' }) activationId!: string;
  @Column({ name: 'cause', type: 'text' }) cause!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'suspensions' })
export class SuspensionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'cause', type: 'text' }) cause!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'suspension_ends' })
export class SuspensionEndEntity {
  @PrimaryColumn({ name: 'suspension_id', type: 'text' }) suspensionId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'generations' })
export class GenerationEntity {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'generation', type: 'integer' }) generation!: number;
}

@Entity({ name: 'active_tools' })
export class ActiveToolEntity {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'activation_id', type: 'text' }) activationId!: string;
}

@Entity({ name: 'orders' })
export class OrderEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'activation_id', type: 'text', nullable: true }) activationId!: string | null;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId!: string | null;
  @Column({ name: 'instructions', type: 'jsonb' }) instructions!: unknown;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'given_by', type: 'text', nullable: true }) givenBy!: string | null;
  @Column({ name: 'given_at', type: 'timestamptz' }) givenAt!: Date;
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt!: Date;
  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true }) remindedAt!: Date | null;
}

@Entity({ name: 'order_confirmations' })
export class OrderConfirmationEntity {
  @PrimaryColumn({ name: 'order_id', type: 'text' }) orderId!: string;
  @Column({ name: 'evidence', type: 'text' }) evidence!: string;
  @Column({ name: 'evidence_file_id', type: 'text', nullable: true }) evidenceFileId!: string | null;
  @Column({ name: 'settings_as_approved', type: 'boolean' }) settingsAsApproved!: boolean;
  @Column({ name: 'confirmed_by', type: 'text' }) confirmedBy!: string;
  @Column({ name: 'confirmed_at', type: 'timestamptz' }) confirmedAt!: Date;
}

@Entity({ name: 'gate_summaries' })
export class GateSummarieEntity {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'state', type: 'text' }) state!: string;
  @Column({ name: 'open_requirements', type: 'text', array: true }) openRequirements!: string[];
  @Column({ name: 'turns', type: 'jsonb' }) turns!: unknown;
  @Column({ name: 'seen_by_dpo', type: 'boolean' }) seenByDpo!: boolean;
  @Column({ name: 'seen_by_council', type: 'boolean' }) seenByCouncil!: boolean;
  @Column({ name: 'refreshed_at', type: 'timestamptz' }) refreshedAt!: Date;
}

@Entity({ name: 'settings_reports' })
export class SettingsReportEntity {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'source_id', type: 'text' }) sourceId!: string;
  @Column({ name: 'settings', type: 'jsonb', nullable: true }) settings!: object | null;
  @Column({ name: 'settings_hash', type: 'text' }) settingsHash!: string;
  @Column({ name: 'matches', type: 'boolean' }) matches!: boolean;
  @Column({ name: 'reported_at', type: 'timestamptz' }) reportedAt!: Date;
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
}

@Entity({ name: 'person_out_proofs' })
export class PersonOutProofEntity {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'evidence', type: 'text' }) evidence!: string;
  @Column({ name: 'shown_by', type: 'text' }) shownBy!: string;
  @Column({ name: 'shown_at', type: 'timestamptz' }) shownAt!: Date;
}

/** Somebody at whom a tool stays off, because a condition keeps it off at a share of the people. */
@Entity({ name: 'always_off_people' })
export class AlwaysOffPerson {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'since', type: 'timestamptz' }) since!: Date;
}

/** Somebody at whom a tool is off for a while because the lot fell so. The row goes when the turn is over. */
@Entity({ name: 'cover_people' })
export class CoverPerson {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'turn_days', type: 'integer' }) turnDays!: number;
  @Column({ name: 'drawn_at', type: 'timestamptz' }) drawnAt!: Date;
  @Column({ name: 'until_at', type: 'timestamptz' }) untilAt!: Date;
}

/** When somebody was left out by lot, kept for two days: what was measured then is refused, also when it is sent afterwards. */
@Entity({ name: 'cover_ended' })
export class CoverEnded {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @PrimaryColumn({ name: 'from_at', type: 'timestamptz' }) fromAt!: Date;
  @Column({ name: 'until_at', type: 'timestamptz' }) untilAt!: Date;
}
