import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'yearly_reminders' })
export class YearlyReminderRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'sent_at', type: 'timestamptz' }) sentAt!: Date;
}

@Entity({ name: 'yearly_reminder_people' })
export class YearlyReminderPersonRow {
  @PrimaryColumn({ name: 'reminder_id', type: 'text' }) reminderId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'tools', type: 'text', array: true }) tools!: string[];
}
