import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'frameworks' })
export class FrameworkEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'title', type: 'text' }) title!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'consequences', type: 'text' }) consequences!: string;
  @Column({ name: 'grounds', type: 'text', array: true }) grounds!: string[];
  @Column({ name: 'ends_on', type: 'date' }) endsOn!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'proposed_by', type: 'text' }) proposedBy!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
}

@Entity({ name: 'framework_classes' })
export class FrameworkClassEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'framework_id', type: 'text' }) frameworkId!: string;
  @Column({ name: 'colour', type: 'text' }) colour!: string;
  @Column({ name: 'scope', type: 'jsonb' }) scope!: unknown;
  @Column({ name: 'limits', type: 'jsonb' }) limits!: unknown;
}

@Entity({ name: 'framework_decisions' })
export class FrameworkDecisionEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'framework_id', type: 'text' }) frameworkId!: string;
  @Column({ name: 'attempt', type: 'integer' }) attempt!: number;
  @Column({ name: 'decision', type: 'text' }) decision!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'met_on', type: 'date', nullable: true }) metOn!: string | null;
  @Column({ name: 'minutes', type: 'text', nullable: true }) minutes!: string | null;
  @Column({ name: 'present_council', type: 'text', nullable: true }) presentCouncil!: string | null;
  @Column({ name: 'present_employer', type: 'text', nullable: true }) presentEmployer!: string | null;
  @Column({ name: 'decided_on', type: 'date' }) decidedOn!: string;
  @Column({ name: 'votes_for', type: 'integer' }) votesFor!: number;
  @Column({ name: 'votes_against', type: 'integer' }) votesAgainst!: number;
  @Column({ name: 'votes_abstained', type: 'integer' }) votesAbstained!: number;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'framework_answers' })
export class FrameworkAnswerEntity {
  @PrimaryColumn({ name: 'decision_id', type: 'text' }) decisionId!: string;
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'framework_consents' })
export class FrameworkConsentEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'framework_id', type: 'text' }) frameworkId!: string;
  @Column({ name: 'class_id', type: 'text' }) classId!: string;
  @Column({ name: 'colour', type: 'text' }) colour!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'explanation', type: 'text' }) explanation!: string;
  @Column({ name: 'snapshot', type: 'jsonb' }) snapshot!: unknown;
  @Column({ name: 'bundle_hash', type: 'text' }) bundleHash!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'told_by', type: 'text' }) toldBy!: string;
  @Column({ name: 'told_at', type: 'timestamptz' }) toldAt!: Date;
}

@Entity({ name: 'framework_objections' })
export class FrameworkObjectionEntity {
  @PrimaryColumn({ name: 'consent_id', type: 'text' }) consentId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'framework_acceptances' })
export class FrameworkAcceptanceEntity {
  @PrimaryColumn({ name: 'consent_id', type: 'text' }) consentId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
