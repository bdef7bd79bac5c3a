import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'agreement_proposals' })
export class AgreementProposal {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'smallest_group', type: 'int' }) smallestGroup!: number;
  @Column({ name: 'copies_kept_by', type: 'text' }) copiesKeptBy!: string;
  @Column({ name: 'light_classes', type: 'text' }) lightClasses!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'proposed_by', type: 'text' }) proposedBy!: string;
  @Column({ name: 'proposed_role', type: 'text' }) proposedRole!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
}

@Entity({ name: 'agreement_signatures' })
export class AgreementSignature {
  @PrimaryColumn({ name: 'proposal_id', type: 'text' }) proposalId!: string;
  @PrimaryColumn({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'agreement_declines' })
export class AgreementDecline {
  @PrimaryColumn({ name: 'proposal_id', type: 'text' }) proposalId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
