import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'notice_translations' })
export class NoticeTranslationRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'language', type: 'text' }) language!: string;
  @PrimaryColumn({ name: 'place', type: 'text' }) place!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'source_hash', type: 'text' }) sourceHash!: string;
  @Column({ name: 'written_by', type: 'text' }) writtenBy!: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
}

@Entity({ name: 'notice_translation_requests' })
export class NoticeTranslationRequestRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'asked_person', type: 'text' }) askedPerson!: string;
  @Column({ name: 'asked_by', type: 'text' }) askedBy!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
}

@Entity({ name: 'notice_translation_reviews' })
export class NoticeTranslationReviewRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'covers_hash', type: 'text' }) coversHash!: string;
  @Column({ name: 'verdict', type: 'text' }) verdict!: string;
  @Column({ name: 'remark', type: 'text' }) remark!: string;
  @Column({ name: 'reviewed_by', type: 'text' }) reviewedBy!: string;
  @Column({ name: 'reviewed_at', type: 'timestamptz' }) reviewedAt!: Date;
}
