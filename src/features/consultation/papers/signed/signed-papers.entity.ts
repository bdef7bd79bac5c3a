import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'signed_papers' })
export class SignedPaperRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'paper', type: 'text' }) paper!: string;
  @Column({ name: 'paper_reference', type: 'text' }) paperReference!: string;
  @Column({ name: 'signed_by_side', type: 'text' }) signedBySide!: string;
  @Column({ name: 'file_id', type: 'text' }) fileId!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
}

@Entity({ name: 'signed_paper_ends' })
export class SignedPaperEnd {
  @PrimaryColumn({ name: 'signed_id', type: 'text' }) signedId!: string;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'reason', type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
