import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'request_drafts' })
export class RequestDraft {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'intended_decision', type: 'text' }) intendedDecision!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'consequences', type: 'text' }) consequences!: string;
  @Column({ name: 'grounds', type: 'text', array: true }) grounds!: string[];
  @Column({ name: 'also_advice', type: 'boolean' }) alsoAdvice!: boolean;
  @Column({ name: 'intended_start_on', type: 'date', nullable: true }) intendedStartOn!: string | null;
  @Column({ name: 'evaluation_on', type: 'date', nullable: true }) evaluationOn!: string | null;
  @Column({ name: 'trial_until', type: 'date', nullable: true }) trialUntil!: string | null;
  @Column({ name: 'prepared_by', type: 'text' }) preparedBy!: string;
  @Column({ name: 'prepared_at', type: 'timestamptz' }) preparedAt!: Date;
}

@Entity({ name: 'consent_requests' })
export class ConsentRequest {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'body', type: 'text' }) body!: string;
  @Column({ name: 'route', type: 'text' }) route!: string;
  @Column({ name: 'intended_decision', type: 'text' }) intendedDecision!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'consequences', type: 'text' }) consequences!: string;
  @Column({ name: 'grounds', type: 'text', array: true }) grounds!: string[];
  @Column({ name: 'also_advice', type: 'boolean' }) alsoAdvice!: boolean;
  @Column({ name: 'intended_start_on', type: 'date', nullable: true }) intendedStartOn!: string | null;
  @Column({ name: 'evaluation_on', type: 'date' }) evaluationOn!: string;
  @Column({ name: 'trial_until', type: 'date', nullable: true }) trialUntil!: string | null;
  @Column({ name: 'ai_named', type: 'boolean' }) aiNamed!: boolean;
  @Column({ name: 'snapshot', type: 'jsonb' }) snapshot!: unknown;
  @Column({ name: 'bundle_hash', type: 'text' }) bundleHash!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'sent_by', type: 'text' }) sentBy!: string;
  @Column({ name: 'sent_at', type: 'timestamptz' }) sentAt!: Date;
}

@Entity({ name: 'request_withdrawals' })
export class RequestWithdrawal {
  @PrimaryColumn({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'meetings' })
export class Meeting {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'held_on', type: 'date' }) heldOn!: string;
  @Column({ name: 'minutes', type: 'text' }) minutes!: string;
  @Column({ name: 'minutes_file_id', type: 'text', nullable: true }) minutesFileId!: string | null;
  @Column({ name: 'present_council', type: 'text' }) presentCouncil!: string;
  @Column({ name: 'present_employer', type: 'text' }) presentEmployer!: string;
  @Column({ name: 'side', type: 'text', default: 'council' }) side!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'meeting_confirmations' })
export class MeetingConfirmation {
  @PrimaryColumn({ name: 'meeting_id', type: 'text' }) meetingId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'side', type: 'text', default: 'employer' }) side!: string;
}

@Entity({ name: 'council_questions' })
export class CouncilQuestion {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'asked_by', type: 'text' }) askedBy!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
}

@Entity({ name: 'council_answers' })
export class CouncilAnswer {
  @PrimaryColumn({ name: 'question_id', type: 'text' }) questionId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'meeting_id', type: 'text', nullable: true }) meetingId!: string | null;
}

@Entity({ name: 'council_answer_files' })
export class CouncilAnswerFile {
  @PrimaryColumn({ name: 'question_id', type: 'text' }) questionId!: string;
  @PrimaryColumn({ name: 'file_id', type: 'text' }) fileId!: string;
}
