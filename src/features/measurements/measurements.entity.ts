import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'measurement_groups' })
export class MeasurementGroup {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'batches', type: 'integer' }) batches!: number;
  @Column({ name: 'accepted', type: 'bigint' }) accepted!: string;
  @Column({ name: 'refused', type: 'bigint' }) refused!: string;
  @Column({ name: 'batches_hash', type: 'text' }) batchesHash!: string;
  @Column({ name: 'until', type: 'timestamptz' }) until!: Date;
}

@Entity({ name: 'measurement_batches' })
export class MeasurementBatch {
  @PrimaryColumn({ name: 'agent_id', type: 'text' }) agentId!: string;
  @PrimaryColumn({ name: 'named', type: 'text' }) named!: string;
  @Column({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'body_hash', type: 'text' }) bodyHash!: string;
  @Column({ name: 'accepted', type: 'integer' }) accepted!: number;
  @Column({ name: 'refused', type: 'integer' }) refused!: number;
  @Column({ name: 'answer', type: 'jsonb' }) answer!: unknown;
  @Column({ name: 'received_at', type: 'timestamptz' }) receivedAt!: Date;
  @Column({ name: 'group_id', type: 'text', nullable: true }) groupId!: string | null;
}

@Entity({ name: 'measured_slots' })
export class MeasuredSlot {
  @PrimaryColumn({ name: 'mark', type: 'text' }) mark!: string;
  @Column({ name: 'filled_in', type: 'timestamptz' }) filledIn!: Date;
}

@Entity({ name: 'refused_lines' })
export class RefusedLines {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'on_day', type: 'date' }) onDay!: string;
  @PrimaryColumn({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'lines', type: 'bigint' }) lines!: string;
}

@Entity({ name: 'measurements' })
export class Measurement {
  @PrimaryColumn({ name: 'delete_on', type: 'date' }) deleteOn!: string;
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

/** How many lines about persons came in, and when they go: without whose they are. */
@Entity({ name: 'measurement_arrivals' })
export class MeasurementArrival {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'metric', type: 'text' }) metric!: string;
  @PrimaryColumn({ name: 'place', type: 'text' }) place!: string;
  @PrimaryColumn({ name: 'on_day', type: 'date' }) onDay!: string;
  @PrimaryColumn({ name: 'delete_on', type: 'date' }) deleteOn!: string;
  @Column({ name: 'quarantine_id', type: 'text', nullable: true }) quarantineId!: string | null;
  @Column({ name: 'lines', type: 'bigint' }) lines!: string;
}

@Entity({ name: 'metric_rollups' })
export class MetricRollup {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'metric', type: 'text' }) metric!: string;
  @PrimaryColumn({ name: 'unit_id', type: 'text' }) unitId!: string;
  @PrimaryColumn({ name: 'period', type: 'text' }) period!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
  @Column({ name: 'total', type: 'double precision' }) total!: number;
  @Column({ name: 'events', type: 'bigint' }) events!: string;
  @Column({ name: 'people', type: 'integer' }) people!: number;
}

/** With what the people of one group and period are counted; destroyed when the period is over. */
@Entity({ name: 'count_keys' })
export class CountKey {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'metric', type: 'text' }) metric!: string;
  @PrimaryColumn({ name: 'unit_id', type: 'text' }) unitId!: string;
  @PrimaryColumn({ name: 'period', type: 'text' }) period!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
  @Column({ name: 'destroy_at', type: 'timestamptz' }) destroyAt!: Date;
  @Column({ name: 'key', type: 'bytea' }) key!: Buffer;
}

@Entity({ name: 'count_marks' })
export class CountMark {
  @PrimaryColumn({ name: 'tool_id', type: 'text' }) toolId!: string;
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'metric', type: 'text' }) metric!: string;
  @PrimaryColumn({ name: 'unit_id', type: 'text' }) unitId!: string;
  @PrimaryColumn({ name: 'period', type: 'text' }) period!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
  @PrimaryColumn({ name: 'mark', type: 'bytea' }) mark!: Buffer;
}
