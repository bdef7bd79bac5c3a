import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { PartOf, PartsOf } from '../../../platform/http/index.js';
import {
  type Dashboard,
  DASHBOARD_PERIODS,
  DASHBOARD_SHOWS,
  type Enforcement,
  GRADES,
  INDIVIDUAL_GROUNDS,
  type IndividualView,
  type Metric,
  METRIC_KINDS,
  METRIC_LEVELS,
  type Viewer,
  VIEWERS,
} from '../../../policy/index.js';

const CODE = /^[a-z0-9_]{1,40}$/;
const PRINTABLE = /^[\P{Cc}\t\n]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class MetricBody {
  @IsString() @Matches(CODE) code!: string;
  @IsString() @MaxLength(200) category!: string;
  @IsIn(METRIC_KINDS) kind!: Metric['kind'];
  @IsString() @MaxLength(100) @Matches(PRINTABLE) unit!: string;
  @IsIn(METRIC_LEVELS) level!: Metric['level'];
  @IsNumber() min!: number;
  @IsNumber() max!: number;
  @IsString() @MaxLength(200) @Matches(PRINTABLE) titleNl!: string;
  @IsString() @MaxLength(200) @Matches(PRINTABLE) titleEn!: string;
}
export class MetricsBody {
  @IsArray() @ArrayMaxSize(40) @PartsOf(() => MetricBody) metrics!: MetricBody[];
}

export class GroupBody {
  @IsString() @Matches(CODE) code!: string;
  @IsString() @MaxLength(200) @Matches(PRINTABLE) titleNl!: string;
  @IsString() @MaxLength(200) @Matches(PRINTABLE) titleEn!: string;
  @IsArray() @ArrayMaxSize(1000) @IsString({ each: true }) @MaxLength(60, { each: true }) units!: string[];
}
export class DashboardBody {
  @IsString() @Matches(CODE) code!: string;
  @IsString() @Matches(CODE) metric!: string;
  @IsIn(DASHBOARD_SHOWS) shown!: Dashboard['shown'];
  @IsIn(DASHBOARD_PERIODS) period!: Dashboard['period'];
  @IsInt() @Min(5) @Max(10_000) smallestGroup!: number;
  @IsArray() @ArrayMaxSize(VIEWERS.length) @IsIn(VIEWERS, { each: true }) viewers!: Viewer[];
  @IsString() @MaxLength(200) @Matches(PRINTABLE) titleNl!: string;
  @IsString() @MaxLength(200) @Matches(PRINTABLE) titleEn!: string;
  @IsString() @MaxLength(1000) @Matches(PRINTABLE) questionNl!: string;
  @IsString() @MaxLength(1000) @Matches(PRINTABLE) questionEn!: string;
  @IsArray() @ArrayMaxSize(60) @PartsOf(() => GroupBody) groups!: GroupBody[];
}
export class DashboardsBody {
  @IsArray() @ArrayMaxSize(12) @PartsOf(() => DashboardBody) dashboards!: DashboardBody[];
}

export class GradeBody {
  @IsIn(GRADES) enforcement!: Enforcement;
  @IsString() @MaxLength(2000) @Matches(PRINTABLE) stopsHow!: string;
  @IsInt() @Min(0) @Max(10_080) stopsWithinMinutes!: number;
  /** What nobody here can stop. */
  @IsString() @MaxLength(2000) @Matches(PRINTABLE) cannotStop!: string;
  @IsString() @MaxLength(2000) @Matches(PRINTABLE) evidence!: string;
  @IsOptional() @IsString() @MaxLength(60) evidenceFileId?: string;
  @IsString() @Matches(DAY) @IsISO8601({ strict: true }) testedOn!: string;
}

export class ViewBody {
  @IsString() @MaxLength(200) purpose!: string;
  @IsIn(INDIVIDUAL_GROUNDS) grounds!: IndividualView['grounds'];
  @IsInt() @Min(1) @Max(168) maxHours!: number;
}
/** Left out: nobody may look at one person. */
export class IndividualViewBody {
  @IsOptional() @IsObject() @PartOf(() => ViewBody) individualView?: ViewBody;
}
