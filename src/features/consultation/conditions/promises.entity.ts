import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'promise_evidence' })
export class PromiseEvidence {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'condition_id', type: 'text' }) conditionId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'file_id', type: 'text', nullable: true }) fileId!: string | null;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'promise_reminders' })
export class PromiseReminder {
  @PrimaryColumn({ name: 'condition_id', type: 'text' }) conditionId!: string;
  @PrimaryColumn({ name: 'days_left', type: 'integer' }) daysLeft!: number;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
