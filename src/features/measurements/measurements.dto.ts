import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CAUSES, type QuarantineCause } from './quarantine/quarantine.repository.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = /\S(.*\S){4}/s;

export class HoldForm {
  @IsString() @Matches(WORDS) @MaxLength(1000) holdReason!: string;
  @IsISO8601({ strict: true }) @Matches(DAY) holdEndsOn!: string;
}

export class EndHoldForm {
  @IsString() @Matches(WORDS) @MaxLength(1000) reason!: string;
}

export class CriterionForm {
  @IsString() @Matches(/\S/) @MaxLength(200) purpose!: string;
  @IsISO8601({ strict: true }) @Matches(DAY) happenedOn!: string;
}

export class LockForm {
  @IsIn(CAUSES) lockCause!: QuarantineCause;
  @IsISO8601({ strict: true }) @Matches(DAY) lockFrom!: string;
  @IsString() @Matches(WORDS) @MaxLength(1000) lockReason!: string;
}

export class LiftForm {
  @IsString() @Matches(WORDS) @MaxLength(1000) reason!: string;
}

export class BreachForm {
  @IsIn(['reported', 'not_reported']) decision!: 'reported' | 'not_reported';
  @IsString() @Matches(WORDS) @MaxLength(4000) reasons!: string;
  @IsOptional() @IsString() @MaxLength(100) authorityReference?: string;
}
