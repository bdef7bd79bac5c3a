import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'mandates' })
export class MandateRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'adviser_id', type: 'text', nullable: true }) adviserId!: string | null;
  @Column({ name: 'made_for', type: 'text' }) madeFor!: string;
  @Column({ name: 'token_hash', type: 'text', nullable: true }) tokenHash!: string | null;
  @Column({ name: 'given_at', type: 'timestamptz' }) givenAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true }) endedAt!: Date | null;
  @Column({ name: 'ended_by', type: 'text', nullable: true }) endedBy!: string | null;
}

@Entity({ name: 'mandate_cases' })
export class MandateCaseRow {
  @PrimaryColumn({ name: 'mandate_id', type: 'text' }) mandateId!: string;
  @PrimaryColumn({ name: 'case_id', type: 'text' }) caseId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
