import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn({ name: 'id', type: 'boolean' }) id!: boolean;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'jurisdiction', type: 'text' }) jurisdiction!: string;
  @Column({ name: 'set_up_at', type: 'timestamptz' }) setUpAt!: Date;
}

@Entity({ name: 'organisation_facts' })
export class OrganisationFact {
  @PrimaryColumn({ name: 'attribute', type: 'text' }) attribute!: string;
  @Column({ name: 'value', type: 'jsonb' }) value!: unknown;
  @Column({ name: 'answered_by', type: 'text' }) answeredBy!: string;
  @Column({ name: 'answered_at', type: 'timestamptz' }) answeredAt!: Date;
  @Column({ name: 'confirmed_by', type: 'text', nullable: true }) confirmedBy!: string | null;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  @Column({ name: 'file_id', type: 'text', nullable: true }) fileId!: string | null;
}

@Entity({ name: 'organisation_fact_changes' })
export class OrganisationFactChange {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'attribute', type: 'text' }) attribute!: string;
  @Column({ name: 'value', type: 'jsonb' }) value!: unknown;
  @Column({ name: 'answered_by', type: 'text' }) answeredBy!: string;
  @Column({ name: 'answered_at', type: 'timestamptz' }) answeredAt!: Date;
  @Column({ name: 'file_id', type: 'text', nullable: true }) fileId!: string | null;
}

@Entity({ name: 'setup_links' })
export class SetupLink {
  @PrimaryColumn({ name: 'code_hash', type: 'text' }) codeHash!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'used_at', type: 'timestamptz', nullable: true }) usedAt!: Date | null;
}

@Entity({ name: 'settings' })
export class Setting {
  @PrimaryColumn({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'value', type: 'jsonb' }) value!: unknown;
  @Column({ name: 'changed_by', type: 'text', nullable: true }) changedBy!: string | null;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}

@Entity({ name: 'files' })
export class StoredFileRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'name', type: 'text' }) name!: string;
  @Column({ name: 'type', type: 'text' }) type!: string;
  @Column({ name: 'bytes', type: 'bytea' }) bytes!: Buffer;
  @Column({ name: 'sha256', type: 'text' }) sha256!: string;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
}
