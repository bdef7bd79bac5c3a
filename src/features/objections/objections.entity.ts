import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'objections' })
export class ObjectionRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'situation', type: 'text' }) situation!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'lodged_at', type: 'timestamptz' }) lodgedAt!: Date;
  @Column({ name: 'due_on', type: 'date' }) dueOn!: string;
  @Column({ name: 'converted', type: 'boolean' }) converted!: boolean;
  @Column({ name: 'lodged_by', type: 'text', nullable: true }) lodgedBy!: string | null;
}

@Entity({ name: 'objection_acts' })
export class ObjectionActRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'objection_id', type: 'text' }) objectionId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'effective_on', type: 'date', nullable: true }) effectiveOn!: string | null;
  @Column({ name: 'detail', type: 'text', nullable: true }) detail!: string | null;
}

@Entity({ name: 'objection_decisions' })
export class ObjectionDecisionRow {
  @PrimaryColumn({ name: 'objection_id', type: 'text' }) objectionId!: string;
  @Column({ name: 'demonstration', type: 'text', nullable: true }) demonstration!: string | null;
  @Column({ name: 'deviation', type: 'text', nullable: true }) deviation!: string | null;
  @Column({ name: 'alternative', type: 'text', nullable: true }) alternative!: string | null;
  @Column({ name: 'public_body', type: 'boolean', nullable: true }) publicBody!: boolean | null;
  @Column({ name: 'remedy_until', type: 'date' }) remedyUntil!: string;
}

@Entity({ name: 'objection_duties' })
export class ObjectionDutyRow {
  @PrimaryColumn({ name: 'objection_id', type: 'text' }) objectionId!: string;
  @PrimaryColumn({ name: 'duty', type: 'text' }) duty!: string;
  @Column({ name: 'note', type: 'text' }) note!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** What the machine did by itself with what is stored here, after an objection was upheld. */
@Entity({ name: 'objection_erasures' })
export class ObjectionErasureRow {
  @PrimaryColumn({ name: 'objection_id', type: 'text' }) objectionId!: string;
  @Column({ name: 'outcome', type: 'text' }) outcome!: string;
  @Column({ name: 'held_until', type: 'date', nullable: true }) heldUntil!: string | null;
  @PrimaryColumn({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'channels' })
export class ChannelRow {
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'handler_id', type: 'text', nullable: true }) handlerId!: string | null;
  @Column({ name: 'deputy_id', type: 'text', nullable: true }) deputyId!: string | null;
  @Column({ name: 'is_open', type: 'boolean' }) isOpen!: boolean;
  @Column({ name: 'outside_address', type: 'text', nullable: true }) outsideAddress!: string | null;
  @Column({ name: 'changed_by', type: 'text' }) changedBy!: string;
  @Column({ name: 'changed_at', type: 'timestamptz' }) changedAt!: Date;
}
