import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'nullity_invocations' })
export class NullityInvocation {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'period_started_on', type: 'date' }) periodStartedOn!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'invoked_by', type: 'text' }) invokedBy!: string;
  @Column({ name: 'invoked_at', type: 'timestamptz' }) invokedAt!: Date;
}

@Entity({ name: 'nullity_ends' })
export class NullityEnd {
  @PrimaryColumn({ name: 'invocation_id', type: 'text' }) invocationId!: string;
  @Column({ name: 'status', type: 'text' }) status!: string;
  @Column({ name: 'ruling_id', type: 'text', nullable: true }) rulingId!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'disputes' })
export class Dispute {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'about', type: 'text' }) about!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'raised_by', type: 'text' }) raisedBy!: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
}

@Entity({ name: 'dispute_answers' })
export class DisputeAnswer {
  @PrimaryColumn({ name: 'dispute_id', type: 'text' }) disputeId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'answer', type: 'text' }) answer!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'body_views' })
export class BodyView {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'viewed_on', type: 'date' }) viewedOn!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'personnel_meetings' })
export class PersonnelMeeting {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'held_on', type: 'date' }) heldOn!: string;
  @Column({ name: 'minutes', type: 'text' }) minutes!: string;
  @Column({ name: 'quarter_affected', type: 'boolean' }) quarterAffected!: boolean;
  @Column({ name: 'advice_asked', type: 'boolean' }) adviceAsked!: boolean;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'personnel_meeting_confirmations' })
export class PersonnelMeetingConfirmation {
  @PrimaryColumn({ name: 'meeting_id', type: 'text' }) meetingId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'staff_comments' })
export class StaffComment {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'staff_comment_answers' })
export class StaffCommentAnswer {
  @PrimaryColumn({ name: 'comment_id', type: 'text' }) commentId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
