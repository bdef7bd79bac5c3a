import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'complaints' })
export class ComplaintRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'category', type: 'text' }) category!: string;
  @Column({ name: 'route', type: 'text' }) route!: string;
  @Column({ name: 'desk', type: 'text' }) desk!: string;
  @Column({ name: 'is_disclosure', type: 'boolean' }) isDisclosure!: boolean;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'handler_id', type: 'text' }) handlerId!: string;
  @Column({ name: 'from_objection_id', type: 'text', nullable: true }) fromObjectionId!: string | null;
  @Column({ name: 'lodged_on', type: 'date' }) lodgedOn!: string;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: string;
}

@Entity({ name: 'complaint_messages' })
export class ComplaintMessageRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'complaint_id', type: 'text' }) complaintId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'side', type: 'text' }) side!: string;
  @Column({ name: 'outcome', type: 'text', nullable: true }) outcome!: string | null;
  @Column({ name: 'referred_to', type: 'text', nullable: true }) referredTo!: string | null;
  @Column({ name: 'on_day', type: 'date' }) onDay!: string;
}

@Entity({ name: 'complaint_contents' })
export class ComplaintContentRow {
  @PrimaryColumn({ name: 'owner_id', type: 'text' }) ownerId!: string;
  @Column({ name: 'complaint_id', type: 'text' }) complaintId!: string;
  @Column({ name: 'sealed', type: 'bytea' }) sealed!: Buffer;
}

@Entity({ name: 'complaint_files' })
export class ComplaintFileRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'complaint_id', type: 'text' }) complaintId!: string;
  @Column({ name: 'sealed', type: 'bytea' }) sealed!: Buffer;
  @Column({ name: 'on_day', type: 'date' }) onDay!: string;
}

@Entity({ name: 'complaint_keys' })
export class ComplaintKeyRow {
  @PrimaryColumn({ name: 'complaint_id', type: 'text' }) complaintId!: string;
  @PrimaryColumn({ name: 'key_id', type: 'text' }) keyId!: string;
  @Column({ name: 'sealed', type: 'bytea' }) sealed!: Buffer;
}

@Entity({ name: 'complaint_claims' })
export class ComplaintClaimRow {
  @PrimaryColumn({ name: 'complaint_id', type: 'text' }) complaintId!: string;
  @Column({ name: 'sealed_code', type: 'bytea' }) sealedCode!: Buffer;
}

@Entity({ name: 'case_keys' })
export class CaseKeyRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'public_key', type: 'bytea' }) publicKey!: Buffer;
  @Column({ name: 'locked', type: 'bytea' }) locked!: Buffer;
  @Column({ name: 'salt', type: 'text' }) salt!: string;
  @Column({ name: 'memory_kib', type: 'int' }) memoryKib!: number;
  @Column({ name: 'passes', type: 'int' }) passes!: number;
  @Column({ name: 'probe', type: 'bytea' }) probe!: Buffer;
  @Column({ name: 'made_on', type: 'date' }) madeOn!: string;
}

@Entity({ name: 'case_key_proofs' })
export class CaseKeyProofRow {
  @PrimaryColumn({ name: 'key_id', type: 'text' }) keyId!: string;
  @Column({ name: 'proven_on', type: 'date' }) provenOn!: string;
}
