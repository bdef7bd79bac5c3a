import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateBy,
} from 'class-validator';
import { describeCheck, PartOf, PartsOf } from '../../../platform/http/index.js';
import { LIMIT_KINDS, type MachineLimit, readLimit } from '../../../policy/index.js';
import { ADVICES, type AdviceChoice, MAX_CONDITION, MAX_CONDITIONS, MAX_REASONS } from '../domain/advice-form.js';
import { GRADES, type Grade } from '../domain/residual-risk.js';
import { MAX_RISK_TEXT, MAX_RISKS } from '../domain/risk-form.js';
import { MAX_NOTE, MAX_PAGES } from '../domain/section-form.js';

const PRINTABLE = /^[\P{Cc}\t\n]*$/u;
const SOME_PRINTABLE = /^[\P{Cc}\t\n]*[^\s\p{Cc}][\P{Cc}\t\n]*$/u;

describeCheck('isMachineLimit', {
  type: 'object',
  description: 'A limit that the system keeps by itself',
  properties: { kind: { type: 'string', enum: [...LIMIT_KINDS] }, value: {} },
  required: ['kind', 'value'],
});
const IsMachineLimit = (): PropertyDecorator =>
  ValidateBy({ name: 'isMachineLimit', validator: { validate: (value: unknown) => readLimit(value) !== null } });

export class SectionBody {
  @IsOptional() @IsString() @MaxLength(MAX_NOTE) @Matches(PRINTABLE) note?: string;
  /** Where in the attached DPIA the answers stand. */
  @IsOptional() @IsString() @MaxLength(MAX_PAGES) @Matches(PRINTABLE) pages?: string;
  @IsBoolean() finished!: boolean;
}

export class RiskBody {
  @IsString() @MaxLength(MAX_RISK_TEXT) @Matches(SOME_PRINTABLE) who!: string;
  @IsString() @MaxLength(MAX_RISK_TEXT) @Matches(SOME_PRINTABLE) what!: string;
  @IsIn(GRADES) chance!: Grade;
  @IsIn(GRADES) harm!: Grade;
  @IsString() @MaxLength(MAX_RISK_TEXT) @Matches(SOME_PRINTABLE) measure!: string;
  @IsString() @MaxLength(MAX_RISK_TEXT) @Matches(SOME_PRINTABLE) measureOwner!: string;
  @IsIn(GRADES) rest!: Grade;
}
export class LoweredBody {
  @IsIn(GRADES) residualRisk!: Grade;
  @IsString() @MaxLength(4000) @Matches(SOME_PRINTABLE) reason!: string;
}
export class RisksBody {
  @IsArray() @ArrayMaxSize(MAX_RISKS) @PartsOf(() => RiskBody) risks!: RiskBody[];
  /** A lower residual risk than the rows say; it counts once the data protection officer has seen why. */
  @IsOptional() @IsObject() @PartOf(() => LoweredBody) lowered?: LoweredBody;
  @IsBoolean() finished!: boolean;
}

export class FixingBody {
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) reviewDue!: string;
}
export class IdentityBody {
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}

export class ConditionBody {
  @IsString() @MaxLength(MAX_CONDITION) @Matches(SOME_PRINTABLE) text!: string;
  @IsOptional() @IsMachineLimit() limit?: MachineLimit;
}
export class AdviceBody {
  @IsIn(ADVICES) advice!: AdviceChoice;
  @IsString() @MaxLength(MAX_REASONS) @Matches(SOME_PRINTABLE) reasons!: string;
  @IsOptional() @IsArray() @ArrayMaxSize(MAX_CONDITIONS) @PartsOf(() => ConditionBody) conditions?: ConditionBody[];
}
