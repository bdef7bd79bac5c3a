import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'caller_requests' })
export class CallerRequestRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'converted', type: 'boolean' }) converted!: boolean;
  @Column({ name: 'language', type: 'text' }) language!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'code_hash', type: 'text' }) codeHash!: string;
  @Column({ name: 'lodged_at', type: 'timestamptz' }) lodgedAt!: Date;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: string;
}

@Entity({ name: 'caller_texts' })
export class CallerTextRow {
  @PrimaryColumn({ name: 'request_id', type: 'text' }) requestId!: string;
  @PrimaryColumn({ name: 'field', type: 'text' }) field!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
}

@Entity({ name: 'caller_acts' })
export class CallerActRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'request_id', type: 'text' }) requestId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'way', type: 'text', nullable: true }) way!: string | null;
  @Column({ name: 'measures', type: 'text', array: true }) measures!: string[];
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'caller_act_texts' })
export class CallerActTextRow {
  @PrimaryColumn({ name: 'act_id', type: 'text' }) actId!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
}
