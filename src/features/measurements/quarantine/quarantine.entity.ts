import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'quarantines' })
export class Quarantine {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'cause', type: 'text' }) cause!: string;
  @Column({ name: 'from_on', type: 'date' }) fromOn!: string;
  @Column({ name: 'until_at', type: 'timestamptz' }) untilAt!: Date;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'opened_by', type: 'text', nullable: true }) openedBy!: string | null;
  @Column({ name: 'opened_at', type: 'timestamptz' }) openedAt!: Date;
  @Column({ name: 'ask_until', type: 'date' }) askUntil!: string;
  @Column({ name: 'delete_by', type: 'date' }) deleteBy!: string;
  @Column({ name: 'measurements', type: 'bigint' }) measurements!: string;
  @Column({ name: 'rollups', type: 'bigint' }) rollups!: string;
  @Column({ name: 'reference', type: 'text' }) reference!: string;
}

@Entity({ name: 'quarantine_ends' })
export class QuarantineEnd {
  @PrimaryColumn({ name: 'quarantine_id', type: 'text' }) quarantineId!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'reason', type: 'text' }) reason!: string;
  @Column({ name: 'by_person', type: 'text', nullable: true }) byPerson!: string | null;
  @Column({ name: 'by_role', type: 'text' }) byRole!: string;
  @Column({ name: 'at', type: 'timestamptz' }) at!: Date;
}

/** Whom a quarantine concerns, and who asked to keep the data as evidence (GDPR 18(1)(b) and (c)). */
@Entity({ name: 'quarantine_people' })
export class QuarantinePerson {
  @PrimaryColumn({ name: 'quarantine_id', type: 'text' }) quarantineId!: string;
  @PrimaryColumn({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'keeps_since', type: 'timestamptz', nullable: true }) keepsSince!: Date | null;
  @Column({ name: 'keeps_ended_at', type: 'timestamptz', nullable: true }) keepsEndedAt!: Date | null;
}

@Entity({ name: 'quarantined_measurements' })
export class QuarantinedMeasurement {
  @PrimaryColumn({ name: 'quarantine_id', type: 'text' }) quarantineId!: string;
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

@Entity({ name: 'quarantined_rollups' })
export class QuarantinedRollup {
  @PrimaryColumn({ name: 'quarantine_id', type: 'text' }) quarantineId!: string;
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
