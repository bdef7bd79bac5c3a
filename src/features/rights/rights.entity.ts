import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'rights_files' })
export class RightsFileRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'number', type: 'integer' }) number!: number;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'bytes', type: 'bytea' }) bytes!: Buffer;
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
  @Column({ name: 'added_at', type: 'timestamptz' }) addedAt!: Date;
}

@Entity({ name: 'rights_requests' })
export class RightsRequestRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'wanted', type: 'text' }) wanted!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'lodged_at', type: 'timestamptz' }) lodgedAt!: Date;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: string;
  @Column({ name: 'extended_at', type: 'timestamptz', nullable: true }) extendedAt!: Date | null;
  @Column({ name: 'extension_reason', type: 'text', nullable: true }) extensionReason!: string | null;
  @Column({ name: 'outcome', type: 'text', nullable: true }) outcome!: string | null;
  @Column({ name: 'recipients', type: 'text', nullable: true }) recipients!: string | null;
  @Column({ name: 'answer', type: 'text', nullable: true }) answer!: string | null;
  @Column({ name: 'answered_by', type: 'text', nullable: true }) answeredBy!: string | null;
  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true }) answeredAt!: Date | null;
  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true }) withdrawnAt!: Date | null;
  @Column({ name: 'lift_told_at', type: 'timestamptz', nullable: true }) liftToldAt!: Date | null;
  @Column({ name: 'lift_reason', type: 'text', nullable: true }) liftReason!: string | null;
  @Column({ name: 'lifts_on', type: 'date', nullable: true }) liftsOn!: string | null;
  @Column({ name: 'lifted_at', type: 'timestamptz', nullable: true }) liftedAt!: Date | null;
}
