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
  @Column({ name: 'salt', type: 'bytea', insert: false, update: false }) salt!: Buffer;
  @Column({ name: 'commitment', type: 'bytea', nullable: true, insert: false, update: false }) commitment!: Buffer | null;
}

/** A part of those a notice goes to. Whom it begins and ends with is kept only while it waits. */
@Entity({ name: 'notice_pieces' })
export class NoticePieceRow {
  @PrimaryColumn({ name: 'notice_id', type: 'text' }) noticeId!: string;
  @PrimaryColumn({ name: 'piece', type: 'integer' }) piece!: number;
  @Column({ name: 'job_id', type: 'text' }) jobId!: string;
  @Column({ name: 'first_person', type: 'text', nullable: true }) firstPerson!: string | null;
  @Column({ name: 'last_person', type: 'text', nullable: true }) lastPerson!: string | null;
  @Column({ name: 'people', type: 'integer' }) people!: number;
  @Column({ name: 'hash', type: 'text', nullable: true }) hash!: string | null;
  @Column({ name: 'delivered_at', type: 'timestamptz', nullable: true }) deliveredAt!: Date | null;
}

@Entity({ name: 'hand_overs' })
export class HandOverRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'notice_id', type: 'text' }) noticeId!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'statement', type: 'text' }) statement!: string;
  @Column({ name: 'handed_by', type: 'text' }) handedBy!: string;
  @Column({ name: 'handed_at', type: 'timestamptz' }) handedAt!: Date;
  @Column({ name: 'way', type: 'text' }) way!: string;
  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true }) confirmedAt!: Date | null;
  @Column({ name: 'counts_from', type: 'timestamptz', nullable: true }) countsFrom!: Date | null;
  @Column({ name: 'witness_asked', type: 'text', nullable: true }) witnessAsked!: string | null;
  @Column({ name: 'witnessed_by', type: 'text', nullable: true }) witnessedBy!: string | null;
  @Column({ name: 'witnessed_at', type: 'timestamptz', nullable: true }) witnessedAt!: Date | null;
  @Column({ name: 'witness_statement', type: 'text', nullable: true }) witnessStatement!: string | null;
  @Column({ name: 'disputed_at', type: 'timestamptz', nullable: true }) disputedAt!: Date | null;
  @Column({ name: 'dispute', type: 'text', nullable: true }) dispute!: string | null;
  @Column({ name: 'settled_by', type: 'text', nullable: true }) settledBy!: string | null;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ name: 'settled_as', type: 'text', nullable: true }) settledAs!: string | null;
}
