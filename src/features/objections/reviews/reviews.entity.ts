import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'objection_reviews' })
export class ObjectionReviewRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'quarter', type: 'date' }) quarter!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
}

@Entity({ name: 'objection_review_acts' })
export class ObjectionReviewActRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'review_id', type: 'text' }) reviewId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'course', type: 'text' }) course!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
