import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'closed_periods' })
export class ClosedPeriodRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'period', type: 'text' }) period!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
  @PrimaryColumn({ name: 'unit_id', type: 'text' }) unitId!: string;
  @Column({ name: 'people', type: 'integer' }) people!: number;
  @Column({ name: 'throughout', type: 'integer', nullable: true }) throughout!: number | null;
  @Column({ name: 'smallest', type: 'integer', nullable: true }) smallest!: number | null;
  @Column({ name: 'closed_at', type: 'timestamptz' }) closedAt!: Date;
}

@Entity({ name: 'told_figures' })
export class ToldFigureRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'dashboard', type: 'text' }) dashboard!: string;
  @PrimaryColumn({ name: 'group_code', type: 'text' }) groupCode!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
  @Column({ name: 'metric', type: 'text' }) metric!: string;
  @Column({ name: 'period', type: 'text' }) period!: string;
  @Column({ name: 'told', type: 'jsonb' }) told!: unknown;
}

@Entity({ name: 'emptied_periods' })
export class EmptiedPeriodRow {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'metric', type: 'text' }) metric!: string;
  @PrimaryColumn({ name: 'period', type: 'text' }) period!: string;
  @PrimaryColumn({ name: 'period_start', type: 'date' }) periodStart!: string;
}

@Entity({ name: 'dashboard_views' })
export class DashboardViewRow {
  @PrimaryColumn({ name: 'id', type: 'text' }) id!: string;
  @Column({ name: 'written_as', type: 'bigint', generated: 'identity' }) writtenAs!: string;
  @Column({ name: 'trace_id', type: 'text' }) traceId!: string;
  @Column({ name: 'operation_id', type: 'text' }) operationId!: string;
  @Column({ name: 'operation', type: 'text' }) operation!: string;
  @Column({ name: 'processing_activity', type: 'text' }) processingActivity!: string;
  @Column({ name: 'status', type: 'text' }) status!: string;
  @Column({ name: 'started_at', type: 'timestamptz' }) startedAt!: Date;
  @Column({ name: 'ended_at', type: 'timestamptz' }) endedAt!: Date;
  @Column({ name: 'tool_id', type: 'text' }) toolId!: string;
  @Column({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'dashboard', type: 'text', nullable: true }) dashboard!: string | null;
  @Column({ name: 'groups', type: 'text', array: true }) groups!: string[];
  @Column({ name: 'units', type: 'text', array: true }) units!: string[];
  @Column({ name: 'person_id', type: 'text' }) personId!: string;
  @Column({ name: 'role', type: 'text' }) role!: string;
  @Column({ name: 'purpose', type: 'text', nullable: true }) purpose!: string | null;
}
