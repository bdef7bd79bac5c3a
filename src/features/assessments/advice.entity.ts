import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'advice_requests' })
export class AdviceRequestRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'ordinal', type: 'bigint' }) ordinal!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'asked_by', type: 'text' }) askedBy!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
}

@Entity({ name: 'advices' })
export class AdviceRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'ordinal', type: 'bigint' }) ordinal!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'advice', type: 'text' }) advice!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'advised_by', type: 'text' }) advisedBy!: string;
  @Column({ name: 'advised_at', type: 'timestamptz' }) advisedAt!: Date;
}

@Entity({ name: 'advice_conditions' })
export class AdviceConditionRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'advice_id', type: 'text' }) adviceId!: string;
  @Column({ name: 'place', type: 'integer' }) place!: number;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'machine_limit', type: 'jsonb', nullable: true }) machineLimit!: object | null;
}

@Entity({ name: 'advice_condition_acts' })
export class AdviceConditionActRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'condition_id', type: 'text' }) conditionId!: string;
  @Column({ name: 'place', type: 'integer' }) place!: number;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'advice_deviations' })
export class AdviceDeviation {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'ordinal', type: 'bigint' }) ordinal!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'advice_id', type: 'text', nullable: true }) adviceId!: string | null;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'advice_reminders' })
export class AdviceReminder {
  @PrimaryColumn({ name: 'request_id', type: 'text' }) requestId!: string;
  @PrimaryColumn({ name: 'working_day', type: 'integer' }) workingDay!: number;
  @Column({ name: 'sent_at', type: 'timestamptz' }) sentAt!: Date;
}
