import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'council_mailing_translations' })
export class CouncilMailingTranslation {
  @PrimaryColumn({ name: 'mailing_id', type: 'text' }) mailingId!: string;
  @PrimaryColumn({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'document', type: 'text' }) document!: string;
  @Column({ name: 'document_hash', type: 'text' }) documentHash!: string;
  @Column({ name: 'pdf', type: 'bytea' }) pdf!: Buffer;
}

@Entity({ name: 'council_mailing_subjects' })
export class CouncilMailingSubject {
  @PrimaryColumn({ name: 'mailing_id', type: 'text' }) mailingId!: string;
  @Column({ name: 'subject_id', type: 'text' }) subjectId!: string;
}

@Entity({ name: 'paper_signatures' })
export class PaperSignatureRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'decision_id', type: 'text' }) decisionId!: string;
  @Column({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'signed_by', type: 'text' }) signedBy!: string;
  @Column({ name: 'signed_role', type: 'text' }) signedRole!: string;
  @Column({ name: 'file_id', type: 'text' }) fileId!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'uploaded_by', type: 'text' }) uploadedBy!: string;
  @Column({ name: 'uploaded_at', type: 'timestamptz' }) uploadedAt!: Date;
}

@Entity({ name: 'paper_signature_confirmations' })
export class PaperSignatureConfirmation {
  @PrimaryColumn({ name: 'signature_id', type: 'text' }) signatureId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'paper_signature_rejections' })
export class PaperSignatureRejection {
  @PrimaryColumn({ name: 'signature_id', type: 'text' }) signatureId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
