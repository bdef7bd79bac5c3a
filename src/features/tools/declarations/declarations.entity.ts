import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'version_metrics' })
export class VersionMetricEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'category', type: 'text' }) category!: string;
  @Column({ name: 'kind', type: 'text' }) kind!: string;
  @Column({ name: 'unit', type: 'text' }) unit!: string;
  @Column({ name: 'level', type: 'text' }) level!: string;
  @Column({ name: 'min_value', type: 'double precision' }) minValue!: number;
  @Column({ name: 'max_value', type: 'double precision' }) maxValue!: number;
  @Column({ name: 'title_nl', type: 'text' }) titleNl!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
}

@Entity({ name: 'version_dashboards' })
export class VersionDashboardEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'metric', type: 'text' }) metric!: string;
  @Column({ name: 'shown', type: 'text' }) shown!: string;
  @Column({ name: 'period', type: 'text' }) period!: string;
  @Column({ name: 'smallest_group', type: 'integer' }) smallestGroup!: number;
  @Column({ name: 'viewers', type: 'text', array: true }) viewers!: string[];
  @Column({ name: 'title_nl', type: 'text' }) titleNl!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
  @Column({ name: 'question_nl', type: 'text' }) questionNl!: string;
  @Column({ name: 'question_en', type: 'text' }) questionEn!: string;
}

@Entity({ name: 'version_dashboard_groups' })
export class VersionDashboardGroupEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @PrimaryColumn({ name: 'dashboard', type: 'text' }) dashboard!: string;
  @PrimaryColumn({ name: 'code', type: 'text' }) code!: string;
  @Column({ name: 'title_nl', type: 'text' }) titleNl!: string;
  @Column({ name: 'title_en', type: 'text' }) titleEn!: string;
  @Column({ name: 'units', type: 'text', array: true }) units!: string[];
}

@Entity({ name: 'version_grades' })
export class VersionGradeEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'grade', type: 'text' }) grade!: string;
  @Column({ name: 'stops_how', type: 'text' }) stopsHow!: string;
  @Column({ name: 'stops_within_minutes', type: 'integer' }) stopsWithinMinutes!: number;
  @Column({ name: 'cannot_stop', type: 'text' }) cannotStop!: string;
  @Column({ name: 'evidence', type: 'text' }) evidence!: string;
  @Column({ name: 'evidence_file_id', type: 'text', nullable: true }) evidenceFileId!: string | null;
  @Column({ name: 'tested_on', type: 'date' }) testedOn!: string;
}

@Entity({ name: 'version_individual_view' })
export class VersionIndividualViewEntity {
  @PrimaryColumn({ name: 'version_id', type: 'text' }) versionId!: string;
  @Column({ name: 'purpose', type: 'text' }) purpose!: string;
  @Column({ name: 'grounds', type: 'text' }) grounds!: string;
  @Column({ name: 'max_hours', type: 'integer' }) maxHours!: number;
}
