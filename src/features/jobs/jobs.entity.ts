import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'long_jobs' })
export class LongJobRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
  @Column({ name: 'started_by', type: 'text', nullable: true }) startedBy!: string | null;
  @Column({ name: 'started_role', type: 'text' }) startedRole!: string;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'total', type: 'integer' }) total!: number;
  @Column({ name: 'done', type: 'integer' }) done!: number;
  @Column({ name: 'steps_left', type: 'integer' }) stepsLeft!: number;
  @Column({ name: 'moved_at', type: 'timestamptz' }) movedAt!: Date;
  @Column({ name: 'failed_at', type: 'timestamptz', nullable: true }) failedAt!: Date | null;
  @Column({ name: 'finished_at', type: 'timestamptz', nullable: true }) finishedAt!: Date | null;
}

/** How far a mail to many has come, so that a mailer that was killed sends nobody a second one. */
@Entity({ name: 'mail_progress' })
export class MailProgressRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'begun_at', type: 'timestamptz' }) begunAt!: Date;
  @Column({ name: 'claimed', type: 'integer' }) claimed!: number;
  @Column({ name: 'done', type: 'integer' }) done!: number;
  @Column({ name: 'refused', type: 'integer', array: true }) refused!: number[];
  @Column({ name: 'again', type: 'integer', array: true }) again!: number[];
  @Column({ name: 'ended', type: 'boolean' }) ended!: boolean;
}
