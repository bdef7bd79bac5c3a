import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'counted_quarters' })
export class CountedQuarterRow {
  @PrimaryColumn({ name: 'quarter', type: 'date' }) quarter!: string;
  @PrimaryColumn({ name: 'part', type: 'text' }) part!: string;
  @Column({ name: 'counted_at', type: 'timestamptz' }) countedAt!: Date;
}

@Entity({ name: 'published_counts' })
export class PublishedCountRow {
  @PrimaryColumn({ name: 'quarter', type: 'date' }) quarter!: string;
  @PrimaryColumn({ name: 'part', type: 'text' }) part!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @PrimaryColumn({ name: 'category', type: 'text' }) category!: string;
  @PrimaryColumn({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'cases', type: 'integer', nullable: true }) cases!: number | null;
}
