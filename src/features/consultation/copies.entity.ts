import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'council_mailings' })
export class CouncilMailing {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'act', type: 'text' }) act!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'document', type: 'text' }) document!: string;
  @Column({ name: 'document_hash', type: 'text' }) documentHash!: string;
  @Column({ name: 'pdf', type: 'bytea' }) pdf!: Buffer;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'council_mailing_recipients' })
export class CouncilMailingRecipient {
  @PrimaryColumn({ name: 'mailing_id', type: 'text' }) mailingId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'handed_over_at', type: 'timestamptz', nullable: true }) handedOverAt!: Date | null;
  @Column({ name: 'bounced_at', type: 'timestamptz', nullable: true }) bouncedAt!: Date | null;
}

@Entity({ name: 'staff_announcements' })
export class StaffAnnouncement {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'act', type: 'text' }) act!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'content', type: 'jsonb' }) content!: unknown;
  @Column({ name: 'content_hash', type: 'text' }) contentHash!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'staff_announcement_recipients' })
export class StaffAnnouncementRecipient {
  @PrimaryColumn({ name: 'announcement_id', type: 'text' }) announcementId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'handed_over_at', type: 'timestamptz', nullable: true }) handedOverAt!: Date | null;
  @Column({ name: 'bounced_at', type: 'timestamptz', nullable: true }) bouncedAt!: Date | null;
}
