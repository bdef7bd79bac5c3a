import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Json } from '../../kernel/canonical.js';

@Entity({ name: 'notice_drafts' })
export class NoticeDraftRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'item', type: 'text' }) item!: string;
  @PrimaryColumn({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'proposed', type: 'boolean' }) proposed!: boolean;
  @Column({ name: 'written_by', type: 'text' }) writtenBy!: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
}

@Entity({ name: 'notices' })
export class NoticeRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'content', type: 'jsonb' }) content!: Json;
  @Column({ name: 'content_hash', type: 'text' }) contentHash!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'published_by', type: 'text' }) publishedBy!: string;
  @Column({ name: 'published_at', type: 'timestamptz' }) publishedAt!: Date;
}

@Entity({ name: 'notice_deliveries' })
export class NoticeDeliveryRow {
  @PrimaryColumn({ name: 'notice_id', type: 'text' }) noticeId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'unit_id', type: 'text' }) unitId!: string;
  @Column({ name: 'sent_at', type: 'timestamptz' }) sentAt!: Date;
  @Column({ name: 'opened_at', type: 'timestamptz', nullable: true }) openedAt!: Date | null;
  @Column({ name: 'acknowledged_at', type: 'timestamptz', nullable: true }) acknowledgedAt!: Date | null;
  @Column({ name: 'reminders', type: 'integer' }) reminders!: number;
  @Column({ name: 'reminded_at', type: 'timestamptz', nullable: true }) remindedAt!: Date | null;
}

@Entity({ name: 'hand_overs' })
export class HandOverRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'notice_id', type: 'text' }) noticeId!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'statement', type: 'text' }) statement!: string;
  @Column({ name: 'handed_by', type: 'text' }) handedBy!: string;
  @Column({ name: 'handed_at', type: 'timestamptz' }) handedAt!: Date;
  @Column({ name: 'witness_asked', type: 'text' }) witnessAsked!: string;
  @Column({ name: 'witnessed_by', type: 'text', nullable: true }) witnessedBy!: string | null;
  @Column({ name: 'witnessed_at', type: 'timestamptz', nullable: true }) witnessedAt!: Date | null;
  @Column({ name: 'witness_statement', type: 'text', nullable: true }) witnessStatement!: string | null;
  @Column({ name: 'disputed_at', type: 'timestamptz', nullable: true }) disputedAt!: Date | null;
  @Column({ name: 'dispute', type: 'text', nullable: true }) dispute!: string | null;
  @Column({ name: 'settled_by', type: 'text', nullable: true }) settledBy!: string | null;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ name: 'settled_as', type: 'text', nullable: true }) settledAs!: string | null;
}
