import { Allow, ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { PartsOf } from '../../../platform/http/index.js';
import type { Json } from '../../../kernel/canonical.js';
import { REACHES, type Reach, STRICTER, type StricterIs } from '../starters/starter.js';
import { type Enforcement, GRADES } from '../../../policy/index.js';

export class StartTool {
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  @IsOptional() @IsString() @MaxLength(60) starter?: string;
  /** It runs already, without the council's consent. */
  @IsOptional() @IsBoolean() runsWithoutConsent?: boolean;
}

export class NextVersion {
  @IsOptional() @IsBoolean() isRenewal?: boolean;
}

export class AnswerBody {
  @IsString() @MinLength(1) @MaxLength(200) attribute!: string;
  /** The row of a list; left out for what stands in none. */
  @IsOptional() @IsString() @MaxLength(200) item?: string;
  /** Left out: the question is open again. */
  @Allow() value?: Json;
}
export class AnswersBody {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(1000) @PartsOf(() => AnswerBody) answers!: AnswerBody[];
}

export class FactBody {
  @IsString() @MinLength(1) @MaxLength(200) attribute!: string;
  @IsOptional() @IsString() @MaxLength(200) item?: string;
}
export class FactsBody {
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(500) @PartsOf(() => FactBody) facts!: FactBody[];
}

export class CapabilityBody {
  @IsString() @MinLength(1) @MaxLength(60) code!: string;
  @IsBoolean() can!: boolean;
  @IsOptional() @IsBoolean() on?: boolean | null;
  @IsOptional() @IsIn(REACHES) reach?: Reach | null;
}
export class CapabilitiesBody {
  @IsArray() @ArrayMaxSize(200) @PartsOf(() => CapabilityBody) capabilities!: CapabilityBody[];
}

export class SettingBody {
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  @IsString() @MinLength(1) @MaxLength(4000) value!: string;
  @IsString() @MinLength(1) @MaxLength(1000) meaningNl!: string;
  @IsString() @MinLength(1) @MaxLength(1000) meaningEn!: string;
  @IsOptional() @IsIn(STRICTER) stricterIs?: StricterIs | null;
}
export class SheetBody {
  @IsArray() @ArrayMaxSize(200) @PartsOf(() => SettingBody) settings!: SettingBody[];
}

export class ScopeBody {
  @IsArray() @ArrayMaxSize(1000) @IsString({ each: true }) @MaxLength(60, { each: true }) units!: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(500) @IsString({ each: true }) @MaxLength(50, { each: true }) staffNumbers?: string[];
}

export class EnforcementBody {
  @IsIn(GRADES) enforcement!: Enforcement;
}

export class FileBody {
  @IsString() @MinLength(1) @MaxLength(60) kind!: string;
  /** The row that it belongs to, as `processors[]`’s. */
  @IsOptional() @IsString() @MaxLength(200) item?: string;
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  /** Base64. */
  @IsString() @MinLength(4) @MaxLength(900_000) content!: string;
}
