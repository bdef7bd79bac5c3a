import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'finished_sections' })
export class FinishedSection {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'section', type: 'text' }) section!: string;
  @Column({ name: 'finished_by', type: 'text' }) finishedBy!: string;
  @Column({ name: 'finished_at', type: 'timestamptz' }) finishedAt!: Date;
}

@Entity({ name: 'section_notes' })
export class SectionNoteRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'section', type: 'text' }) section!: string;
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'pages', type: 'text' }) pages!: string;
  @Column({ name: 'written_by', type: 'text' }) writtenBy!: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
}

@Entity({ name: 'balancing_signatures' })
export class BalancingSignature {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'item', type: 'text' }) item!: string;
  @Column({ name: 'digest', type: 'text' }) digest!: string;
  @Column({ name: 'signed_by', type: 'text' }) signedBy!: string;
  @Column({ name: 'signed_at', type: 'timestamptz' }) signedAt!: Date;
}

@Entity({ name: 'dpia_risks' })
export class DpiaRisk {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'place', type: 'integer' }) place!: number;
  @Column({ name: 'who', type: 'text' }) who!: string;
  @Column({ name: 'what', type: 'text' }) what!: string;
  @Column({ name: 'chance', type: 'text' }) chance!: string;
  @Column({ name: 'harm', type: 'text' }) harm!: string;
  @Column({ name: 'measure', type: 'text' }) measure!: string;
  @Column({ name: 'measure_owner', type: 'text' }) measureOwner!: string;
  @Column({ name: 'rest', type: 'text' }) rest!: string;
  @Column({ name: 'written_by', type: 'text' }) writtenBy!: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
}

@Entity({ name: 'lowered_risks' })
export class LoweredRiskRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'residual_risk', type: 'text' }) residualRisk!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'written_by', type: 'text' }) writtenBy!: string;
  @Column({ name: 'written_at', type: 'timestamptz' }) writtenAt!: Date;
  @Column({ name: 'seen_by', type: 'text', nullable: true }) seenBy!: string | null;
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true }) seenAt!: Date | null;
}

@Entity({ name: 'dpia_fixings' })
export class DpiaFixing {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'ordinal', type: 'bigint' }) ordinal!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'fingerprint', type: 'text' }) fingerprint!: string;
  @Column({ name: 'residual_risk', type: 'text' }) residualRisk!: string;
  @Column({ name: 'review_due', type: 'date' }) reviewDue!: string;
  @Column({ name: 'fixed_by', type: 'text' }) fixedBy!: string;
  @Column({ name: 'fixed_at', type: 'timestamptz' }) fixedAt!: Date;
}
