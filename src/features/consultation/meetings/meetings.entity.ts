import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'meeting_proposals' })
export class MeetingProposal {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'side', type: 'text' }) side!: string;
  @Column({ name: 'starts_at', type: 'timestamptz' }) startsAt!: Date;
  @Column({ name: 'place', type: 'text' }) place!: string;
  @Column({ name: 'proposed_by', type: 'text' }) proposedBy!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
}

@Entity({ name: 'meeting_choices' })
export class MeetingChoice {
  @PrimaryColumn({ name: 'proposal_id', type: 'text' }) proposalId!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'agenda_items' })
export class AgendaItem {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'side', type: 'text' }) side!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'added_by', type: 'text' }) addedBy!: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt!: Date;
}

@Entity({ name: 'agenda_removals' })
export class AgendaRemoval {
  @PrimaryColumn({ name: 'item_id', type: 'text' }) itemId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'meeting_reminders' })
export class MeetingReminder {
  @PrimaryColumn({ name: 'request_id', type: 'text' }) requestId!: string;
  @PrimaryColumn({ name: 'days_before', type: 'integer' }) daysBefore!: number;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
