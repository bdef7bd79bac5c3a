import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'nullity_acts' })
export class NullityAct {
  @PrimaryColumn({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'why', type: 'text' }) why!: string;
  @Column({ name: 'last_day', type: 'date' }) lastDay!: string;
  @Column({ name: 'decided_on', type: 'date', nullable: true }) decidedOn!: string | null;
  @Column({ name: 'invoked_by', type: 'text' }) invokedBy!: string;
  @Column({ name: 'invoked_at', type: 'timestamptz' }) invokedAt!: Date;
}

@Entity({ name: 'nullity_ratifications' })
export class NullityRatification {
  @PrimaryColumn({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'decided_on', type: 'date' }) decidedOn!: string;
  @Column({ name: 'votes_for', type: 'integer' }) votesFor!: number;
  @Column({ name: 'votes_against', type: 'integer' }) votesAgainst!: number;
  @Column({ name: 'votes_abstained', type: 'integer' }) votesAbstained!: number;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'effect_reports' })
export class EffectReport {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'summary', type: 'text' }) summary!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'reported_by', type: 'text' }) reportedBy!: string;
  @Column({ name: 'reported_at', type: 'timestamptz' }) reportedAt!: Date;
}

@Entity({ name: 'effect_figures' })
export class EffectFigure {
  @PrimaryColumn({ name: 'report_id', type: 'text' }) reportId!: string;
  @PrimaryColumn({ name: 'purpose', type: 'text' }) purpose!: string;
  @Column({ name: 'goal', type: 'text' }) goal!: string;
  @Column({ name: 'unit', type: 'text' }) unit!: string;
  @Column({ name: 'before_value', type: 'numeric' }) beforeValue!: string;
  @Column({ name: 'after_value', type: 'numeric' }) afterValue!: string;
  @Column({ name: 'reached', type: 'text' }) reached!: string;
  @Column({ name: 'explanation', type: 'text' }) explanation!: string;
}

@Entity({ name: 'effect_reviews' })
export class EffectReview {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'report_id', type: 'text' }) reportId!: string;
  @Column({ name: 'view', type: 'text' }) view!: string;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'next_on', type: 'date', nullable: true }) nextOn!: string | null;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'effect_review_confirmations' })
export class EffectReviewConfirmation {
  @PrimaryColumn({ name: 'review_id', type: 'text' }) reviewId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'concerns' })
export class Concern {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'raised_by', type: 'text' }) raisedBy!: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
}

@Entity({ name: 'concern_answers' })
export class ConcernAnswer {
  @PrimaryColumn({ name: 'concern_id', type: 'text' }) concernId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'revocations' })
export class Revocation {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'decision_id', type: 'text' }) decisionId!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'ground', type: 'text' }) ground!: string;
  @Column({ name: 'explanation', type: 'text' }) explanation!: string;
  @Column({ name: 'condition_id', type: 'text', nullable: true }) conditionId!: string | null;
  @Column({ name: 'named_words', type: 'text', nullable: true }) namedWords!: string | null;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'revocation_confirmations' })
export class RevocationConfirmation {
  @PrimaryColumn({ name: 'revocation_id', type: 'text' }) revocationId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'reminders_sent' })
export class ReminderSent {
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @PrimaryColumn({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @PrimaryColumn({ name: 'moment', type: 'text' }) moment!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'light_revocations' })
export class LightRevocationRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'consent_id', type: 'text' }) consentId!: string;
  @Column({ name: 'ground', type: 'text' }) ground!: string;
  @Column({ name: 'explanation', type: 'text' }) explanation!: string;
  @Column({ name: 'named_words', type: 'text', nullable: true }) namedWords!: string | null;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'light_revocation_confirmations' })
export class LightRevocationConfirmation {
  @PrimaryColumn({ name: 'revocation_id', type: 'text' }) revocationId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
