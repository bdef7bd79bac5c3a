import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'criteria_met' })
export class CriterionMet {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'purpose', type: 'text' }) purpose!: string;
  @Column({ name: 'happened_on', type: 'date' }) happenedOn!: string;
  @Column({ name: 'recorded_by', type: 'text' }) recordedBy!: string;
  @Column({ name: 'recorded_at', type: 'timestamptz' }) recordedAt!: Date;
}

@Entity({ name: 'legal_holds' })
export class LegalHold {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'ends_on', type: 'date' }) endsOn!: string;
  @Column({ name: 'placed_by', type: 'text' }) placedBy!: string;
  @Column({ name: 'placed_at', type: 'timestamptz' }) placedAt!: Date;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
}

@Entity({ name: 'legal_hold_ends' })
export class LegalHoldEnd {
  @PrimaryColumn({ name: 'hold_id', type: 'text' }) holdId!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text' }) byPerson!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** Proof that data went: how much, of what, up to which day, and why. */
@Entity({ name: 'measurement_deletions' })
export class MeasurementDeletion {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'cause', type: 'text' }) cause!: string;
  @Column({ name: 'metric', type: 'text' }) metric!: string;
  @Column({ name: 'up_to', type: 'date' }) upTo!: string;
  @Column({ name: 'measurements', type: 'bigint' }) measurements!: string;
  @Column({ name: 'rollups', type: 'bigint' }) rollups!: string;
  @Column({ name: 'kept', type: 'bigint' }) kept!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
