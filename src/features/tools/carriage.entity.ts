import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'carriages' })
export class CarriageEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'from_version_id', type: 'text' }) fromVersionId!: string;
  @Column({ name: 'to_version_id', type: 'text' }) toVersionId!: string;
  @Column({ name: 'from_fingerprint', type: 'text' }) fromFingerprint!: string;
  @Column({ name: 'to_fingerprint', type: 'text' }) toFingerprint!: string;
  @Column({ name: 'proposed_by', type: 'text' }) proposedBy!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
  @Column({ name: 'dpia_stated_by', type: 'text', nullable: true }) dpiaStatedBy!: string | null;
  @Column({ name: 'dpia_stated_at', type: 'timestamptz', nullable: true }) dpiaStatedAt!: Date | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
}

@Entity({ name: 'raised_changes' })
export class RaisedChangeEntity {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'path', type: 'text' }) path!: string;
  @Column({ name: 'item', type: 'text' }) item!: string;
  @Column({ name: 'was', type: 'text' }) was!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'raised_by', type: 'text' }) raisedBy!: string;
  @Column({ name: 'raised_at', type: 'timestamptz' }) raisedAt!: Date;
  @Column({ name: 'transaction_id', type: 'bigint' }) transactionId!: string;
}

@Entity({ name: 'carriage_conditions' })
export class CarriageConditionEntity {
  @PrimaryColumn({ name: 'carriage_id', type: 'text' }) carriageId!: string;
  @Column({ name: 'condition_kind', type: 'text' }) conditionKind!: string;
  @PrimaryColumn({ name: 'condition_id', type: 'text' }) conditionId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'is_machine_limit', type: 'boolean' }) isMachineLimit!: boolean;
  @Column({ name: 'confirmed_by', type: 'text', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
}
