import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'complaints' })
export class ComplaintRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text', nullable: true }) toolId!: string | null;
  @Column({ name: 'person_id', type: 'text', nullable: true }) personId!: string | null;
  @Column({ name: 'category', type: 'text' }) category!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'handler_id', type: 'text', nullable: true }) handlerId!: string | null;
  @Column({ name: 'from_objection_id', type: 'text', nullable: true }) fromObjectionId!: string | null;
  @Column({ name: 'lodged_at', type: 'timestamptz' }) lodgedAt!: Date;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: string;
}

@Entity({ name: 'complaint_messages' })
export class ComplaintMessageRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'complaint_id', type: 'text' }) complaintId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
