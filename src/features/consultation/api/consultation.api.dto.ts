import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
} from 'class-validator';
import { PartsOf } from '../../../platform/http/index.js';
import { type MachineLimit, readLimit } from '../../../policy/index.js';
import { LONGEST_CONDITION, MOST_CONDITIONS } from '../conditions/typed-conditions.js';
import type { ClaimRoute, Ruling } from '../domain/case-file.js';
import { GROUNDS } from '../domain/grounds.js';
import { COURT_GROUNDS, type CourtGround } from '../domain/petition.js';

const PRINTABLE = /^[\P{Cc}\t\n]*$/u;
const SOME_PRINTABLE = /^[\P{Cc}\t\n]*[^\s\p{Cc}][\P{Cc}\t\n]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONG = 10_000;

const IsMachineLimit = (): PropertyDecorator =>
  ValidateBy({ name: 'isMachineLimit', validator: { validate: (value: unknown) => readLimit(value) !== null } });

export class DraftBody {
  @IsOptional() @IsString() @MaxLength(LONG) @Matches(PRINTABLE) intendedDecision?: string;
  @IsOptional() @IsString() @MaxLength(LONG) @Matches(PRINTABLE) reasons?: string;
  @IsOptional() @IsString() @MaxLength(LONG) @Matches(PRINTABLE) consequences?: string;
  /** Letters of article 27(1) of the Works Councils Act. */
  @IsOptional() @IsArray() @ArrayMaxSize(GROUNDS.length) @IsIn(GROUNDS, { each: true }) grounds?: string[];
  @IsOptional() @IsBoolean() alsoAdvice?: boolean;
  @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) intendedStartOn?: string;
  @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) evaluationOn?: string;
  @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) trialUntil?: string;
}

export class IdentityBody {
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
  /** The code of the telephone, where one is enrolled. */
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}
export class ReasonBody {
  @IsString() @MaxLength(2000) @Matches(SOME_PRINTABLE) reason!: string;
}

export class MeetingBody {
  @IsString() @Matches(DAY) @IsISO8601({ strict: true }) heldOn!: string;
  @IsString() @MaxLength(1000) @Matches(SOME_PRINTABLE) presentCouncil!: string;
  @IsString() @MaxLength(1000) @Matches(SOME_PRINTABLE) presentEmployer!: string;
  @IsString() @MaxLength(LONG) @Matches(SOME_PRINTABLE) minutes!: string;
}

/** Either a limit that the system keeps, or a promise with an owner and a day. */
export class DecisionConditionBody {
  @IsString() @MaxLength(LONGEST_CONDITION) @Matches(SOME_PRINTABLE) text!: string;
  @IsOptional() @IsMachineLimit() limit?: MachineLimit;
  /** The person who answers for a promise. */
  @IsOptional() @IsString() @MaxLength(60) promiseOwnerId?: string;
  @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) dueOn?: string;
}
/** Where the vote was held here, it says the word, the day and the totals: leave them out. */
export class DecisionBody extends IdentityBody {
  @IsOptional() @IsIn(['granted', 'granted_with_conditions', 'refused']) decision?: 'granted' | 'granted_with_conditions' | 'refused';
  @IsString() @MaxLength(LONG) @Matches(SOME_PRINTABLE) reasons!: string;
  @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) decidedOn?: string;
  @IsOptional() @IsInt() @Min(0) @Max(1000) votesFor?: number;
  @IsOptional() @IsInt() @Min(0) @Max(1000) votesAgainst?: number;
  @IsOptional() @IsInt() @Min(0) @Max(1000) votesAbstained?: number;
  @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) expiresOn?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_CONDITIONS) @PartsOf(() => DecisionConditionBody) conditions?: DecisionConditionBody[];
}

export class FinalBody extends IdentityBody {
  @IsString() @MaxLength(LONG) @Matches(SOME_PRINTABLE) text!: string;
  @IsString() @Matches(DAY) @IsISO8601({ strict: true }) effectiveOn!: string;
  /** The ids of the council's conditions that the decision takes over. */
  @IsOptional() @IsArray() @ArrayMaxSize(MOST_CONDITIONS) @IsString({ each: true }) @MaxLength(60, { each: true }) takesOver?: string[];
  /** Said on purpose: a condition is left out, and so there is no consent. */
  @IsOptional() @IsBoolean() leavesOut?: boolean;
}

/** A paper of the court in base64; what is larger than 650 kB goes by the page. */
class CourtPaper {
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  @IsString() @MinLength(4) @MaxLength(900_000) content!: string;
}
export class RulingBody extends CourtPaper {
  @IsIn(['permission', 'exemption', 'nullity']) kind!: Ruling['kind'];
  /** Of a permission that was granted. */
  @IsOptional() @IsIn(COURT_GROUNDS) ground?: CourtGround;
  @IsIn(['granted', 'rejected', 'declared_unjustified', 'upheld']) outcome!: Ruling['outcome'];
  @IsString() @Matches(DAY) @IsISO8601({ strict: true }) ruledOn!: string;
  @IsString() @MaxLength(200) @Matches(SOME_PRINTABLE) reference!: string;
}
export class PetitionBody extends CourtPaper {
  @IsIn(COURT_GROUNDS) ground!: CourtGround;
  @IsString() @Matches(DAY) @IsISO8601({ strict: true }) filedOn!: string;
  @IsString() @MaxLength(200) @Matches(SOME_PRINTABLE) court!: string;
  @IsString() @MaxLength(200) @Matches(SOME_PRINTABLE) reference!: string;
}
export class ClaimBody extends IdentityBody {
  @IsIn(['cba', 'consent_not_required']) route!: ClaimRoute;
  @IsString() @MaxLength(4000) @Matches(SOME_PRINTABLE) ground!: string;
  @IsOptional() @IsString() @MaxLength(500) @Matches(PRINTABLE) agreementReference?: string;
  /** The collective agreement settles the matter itself. */
  @IsOptional() @IsBoolean() agreementSubstantive?: boolean;
}
export class LightBody extends IdentityBody {
  @IsString() @MinLength(1) @MaxLength(40) frameworkId!: string;
  @IsString() @MaxLength(4000) @Matches(SOME_PRINTABLE) explanation!: string;
}
