import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'evidence_entries' })
export class EvidenceEntry {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'actor_role', type: 'text' }) actorRole!: string;
  @Column({ name: 'leaf', type: 'bytea' }) leaf!: Buffer;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
}

@Entity({ name: 'evidence_openings' })
export class EvidenceOpening {
  @PrimaryColumn({ name: 'entry_id', type: 'text' }) entryId!: string;
  @PrimaryColumn({ name: 'part', type: 'text' }) part!: 'body' | 'who';
  @Column({ name: 'salt', type: 'bytea' }) salt!: Buffer;
  @Column({ name: 'payload', type: 'text' }) payload!: string;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId!: string | null;
}

@Entity({ name: 'evidence_pending' })
export class EvidencePending {
  @PrimaryColumn({ name: 'entry_id', type: 'text' }) entryId!: string;
}

@Entity({ name: 'evidence_sequence' })
export class EvidenceIndex {
  @PrimaryColumn({ name: 'index', type: 'bigint' }) index!: string;
  @Column({ name: 'previous', type: 'bigint', nullable: true, insert: false, update: false }) previous!: string | null;
  @Column({ name: 'entry_id', type: 'text' }) entryId!: string;
  @Column({ name: 'leaf_hash', type: 'bytea' }) leafHash!: Buffer;
}

@Entity({ name: 'confidential_acts' })
export class ConfidentialAct {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'on_day', type: 'date' }) onDay!: string;
  @Column({ name: 'payload', type: 'text' }) payload!: string;
  @Column({ name: 'salt', type: 'bytea' }) salt!: Buffer;
}

@Entity({ name: 'confidential_days' })
export class ConfidentialDay {
  @PrimaryColumn({ name: 'on_day', type: 'date' }) onDay!: string;
  @Column({ name: 'entry_id', type: 'text' }) entryId!: string;
}

@Entity({ name: 'idempotency_keys' })
export class IdempotencyKey {
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @PrimaryColumn({ name: 'route', type: 'text' }) route!: string;
  @PrimaryColumn({ name: 'key', type: 'text' }) key!: string;
  @Column({ name: 'body_hash', type: 'text' }) bodyHash!: string;
  @Column({ name: 'answer', type: 'jsonb', nullable: true }) answer!: unknown;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
