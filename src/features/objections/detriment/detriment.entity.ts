import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'detriment_reports' })
export class DetrimentReportRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId!: string | null;
  @Column({ name: 'lodged_by', type: 'text' }) lodgedBy!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'receipt', type: 'text' }) receipt!: string;
  @Column({ name: 'what', type: 'text' }) what!: string;
  @Column({ name: 'happened_on', type: 'date' }) happenedOn!: string;
  @Column({ name: 'story', type: 'text' }) story!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'lodged_at', type: 'timestamptz' }) lodgedAt!: Date;
}

@Entity({ name: 'detriment_acts' })
export class DetrimentActRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'report_id', type: 'text' }) reportId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
