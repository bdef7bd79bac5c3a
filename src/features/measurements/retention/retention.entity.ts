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

@Entity({ name: 'criterion_turns' })
export class CriterionTurn {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'on_day', type: 'date' }) onDay!: string;
}

@Entity({ name: 'ended_periods' })
export class EndedPeriod {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'metric', type: 'text' }) metric!: string;
  @PrimaryColumn({ name: 'period', type: 'text' }) period!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
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

/** What should have gone and may only be stored: its person objects, or asked for that (GDPR 18). */
@Entity({ name: 'restricted_measurements' })
export class RestrictedMeasurement {
  @Column({ name: 'delete_on', type: 'date' }) deleteOn!: string;
  @PrimaryColumn({ name: 'batch_id', type: 'text' }) batchId!: string;
  @PrimaryColumn({ name: 'line', type: 'integer' }) line!: number;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'metric', type: 'text' }) metric!: string;
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
  @Column({ name: 'place', type: 'text' }) place!: string;
  @Column({ name: 'value', type: 'double precision' }) value!: number;
}

/** Proof that data went: of how much the day had come, of what, up to which day, and why. */
@Entity({ name: 'measurement_deletions' })
export class MeasurementDeletion {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'cause', type: 'text' }) cause!: string;
  @Column({ name: 'metric', type: 'text' }) metric!: string;
  @Column({ name: 'up_to', type: 'date' }) upTo!: string;
  @Column({ name: 'due', type: 'bigint' }) due!: string;
  @Column({ name: 'rollups', type: 'bigint' }) rollups!: string;
  @Column({ name: 'kept', type: 'bigint' }) kept!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}
