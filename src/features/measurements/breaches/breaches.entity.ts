import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Data came without a lease: 72 hours from when it was known (GDPR 33(1)). */
@Entity({ name: 'breaches' })
export class Breach {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'agent_id', type: 'text' }) agentId!: string;
  @Column({ name: 'known_at', type: 'timestamptz' }) knownAt!: Date;
  @Column({ name: 'report_by', type: 'timestamptz' }) reportBy!: Date;
  @Column({ name: 'last_at', type: 'timestamptz' }) lastAt!: Date;
  @Column({ name: 'batches', type: 'integer' }) batches!: number;
  @Column({ name: 'lines', type: 'bigint' }) lines!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true }) remindedAt!: Date | null;
}

@Entity({ name: 'breach_decisions' })
export class BreachDecision {
  @PrimaryColumn({ name: 'breach_id', type: 'text' }) breachId!: string;
  @Column({ name: 'decision', type: 'text' }) decision!: string;
  @Column({ name: 'reasons', type: 'text' }) reasons!: string;
  @Column({ name: 'authority_reference', type: 'text', nullable: true }) authorityReference!: string | null;
  @Column({ name: 'decided_by', type: 'text' }) decidedBy!: string;
  @Column({ name: 'decided_at', type: 'timestamptz' }) decidedAt!: Date;
}
