import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'competence_claims' })
export class CompetenceClaim {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'level', type: 'text' }) level!: string;
  @Column({ name: 'body_name', type: 'text' }) bodyName!: string;
  @Column({ name: 'ground', type: 'text' }) ground!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'claimed_by', type: 'text' }) claimedBy!: string;
  @Column({ name: 'claimed_role', type: 'text' }) claimedRole!: string;
  @Column({ name: 'claimed_at', type: 'timestamptz' }) claimedAt!: Date;
}

@Entity({ name: 'competence_confirmations' })
export class CompetenceConfirmation {
  @PrimaryColumn({ name: 'claim_id', type: 'text' }) claimId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'competence_ends' })
export class CompetenceEnd {
  @PrimaryColumn({ name: 'claim_id', type: 'text' }) claimId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'second_persons' })
export class SecondPersonRow {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
