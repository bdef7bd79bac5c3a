import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'individual_seconds' })
export class IndividualSecond {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'named_person', type: 'text' }) namedPerson!: string;
  @Column({ name: 'named_by', type: 'text' }) namedBy!: string;
  @Column({ name: 'named_at', type: 'timestamptz' }) namedAt!: Date;
}

@Entity({ name: 'individual_second_confirmations' })
export class IndividualSecondConfirmation {
  @PrimaryColumn({ name: 'second_id', type: 'text' }) secondId!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'named_before', type: 'boolean', default: false }) namedBefore!: boolean;
}

@Entity({ name: 'individual_second_ends' })
export class IndividualSecondEnd {
  @PrimaryColumn({ name: 'second_id', type: 'text' }) secondId!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

@Entity({ name: 'individual_views' })
export class IndividualViewRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'activation_id', type: 'text' }) activationId!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'purpose', type: 'text' }) purpose!: string;
  @Column({ name: 'grounds', type: 'text' }) grounds!: string;
  @Column({ name: 'hours', type: 'integer' }) hours!: number;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'asked_by', type: 'text' }) askedBy!: string;
  @Column({ name: 'asked_at', type: 'timestamptz' }) askedAt!: Date;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
}

@Entity({ name: 'individual_view_acts' })
export class IndividualViewAct {
  @PrimaryColumn({ name: 'view_id', type: 'text' }) viewId!: string;
  @PrimaryColumn({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'text', type: 'text' }) text!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'how', type: 'text', nullable: true }) how!: string | null;
  @Column({ name: 'done_on', type: 'date', nullable: true }) doneOn!: string | null;
}

@Entity({ name: 'individual_looks' })
export class IndividualLook {
  @PrimaryColumn({ name: 'look_id', type: 'text' }) lookId!: string;
  @Column({ name: 'view_id', type: 'text' }) viewId!: string;
}
