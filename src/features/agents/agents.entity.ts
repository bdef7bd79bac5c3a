import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'enrolment_codes' })
export class EnrolmentCode {
  @PrimaryColumn({ name: 'code_hash', type: 'text' }) codeHash!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'device', type: 'text' }) device!: string;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId!: string | null;
  @Column({ name: 'created_by', type: 'text' }) createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

@Entity({ name: 'agents' })
export class Agent {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'device', type: 'text' }) device!: string;
  @Column({ name: 'public_key', type: 'jsonb' }) publicKey!: unknown;
  @Column({ name: 'thumbprint', type: 'text' }) thumbprint!: string;
  @Column({ name: 'enrolled_by', type: 'text' }) enrolledBy!: string;
  @Column({ name: 'enrolled_at', type: 'timestamptz' }) enrolledAt!: Date;
  @Column({ name: 'seen_on', type: 'date', nullable: true }) seenOn!: string | null;
  @Column({ name: 'blocked_at', type: 'timestamptz', nullable: true }) blockedAt!: Date | null;
  @Column({ name: 'blocked_by', type: 'text', nullable: true }) blockedBy!: string | null;
  @Column({ name: 'blocked_reason', type: 'text', nullable: true }) blockedReason!: string | null;
  @Column({ name: 'retired_at', type: 'timestamptz', nullable: true }) retiredAt!: Date | null;
  @Column({ name: 'retired_by', type: 'text', nullable: true }) retiredBy!: string | null;
  @Column({ name: 'retired_reason', type: 'text', nullable: true }) retiredReason!: string | null;
}

@Entity({ name: 'agent_persons' })
export class AgentPerson {
  @PrimaryColumn({ name: 'agent_id', type: 'text' }) agentId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'pseudonym', type: 'text' }) pseudonym!: string;
  @Column({ name: 'bound_how', type: 'text' }) boundHow!: 'person' | 'hr_list';
  @Column({ name: 'bound_at', type: 'timestamptz' }) boundAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
}

@Entity({ name: 'lease_batches' })
export class LeaseBatch {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'leases', type: 'integer' }) leases!: number;
  @Column({ name: 'leases_hash', type: 'text' }) leasesHash!: string;
  @Column({ name: 'until', type: 'timestamptz' }) until!: Date;
}

@Entity({ name: 'leases' })
export class Lease {
  @PrimaryColumn({ name: 'jti', type: 'text' }) jti!: string;
  @Column({ name: 'agent_id', type: 'text' }) agentId!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'activation_id', type: 'text' }) activationId!: string;
  @Column({ name: 'generation', type: 'integer' }) generation!: number;
  @Column({ name: 'issued_at', type: 'timestamptz' }) issuedAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'batch_id', type: 'text', nullable: true }) batchId!: string | null;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'previous', type: 'text', nullable: true }) previous!: string | null;
  @Column({ name: 'line', type: 'bigint', nullable: true }) line!: string | null;
  @Column({ name: 'line_at', type: 'timestamptz', nullable: true }) lineAt!: Date | null;
}

@Entity({ name: 'lease_refusals' })
export class LeaseRefusal {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'agent_id', type: 'text' }) agentId!: string;
  @Column({ name: 'codes', type: 'text', array: true }) codes!: string[];
  @Column({ name: 'missing', type: 'text', array: true }) missing!: string[];
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'used_proofs' })
export class UsedProof {
  @PrimaryColumn({ name: 'thumbprint', type: 'text' }) thumbprint!: string;
  @PrimaryColumn({ name: 'jti', type: 'text' }) jti!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'for_measurements', type: 'boolean', default: false }) forMeasurements!: boolean;
}

@Entity({ name: 'stop_receipts' })
export class StopReceipt {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'agent_id', type: 'text' }) agentId!: string;
  @Column({ name: 'lease_jti', type: 'text', nullable: true }) leaseJti!: string | null;
  @Column({ name: 'stopped_at', type: 'timestamptz' }) stoppedAt!: Date;
  @Column({ name: 'discarded_records', type: 'integer' }) discardedRecords!: number;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt!: Date;
}
