import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import {
  CATEGORIES,
  type Category,
  HANDLER_KINDS,
  type HandlerKind,
  OUTCOMES,
  type Outcome,
  REFERRALS,
  type Referral,
} from './domain/complaint-state.js';

const CODE = 60;
const SHORT = 200;
const LONG = 10_000;

/** What a complaint may hold. The anonymous form carries it from page to page; every page checks its own part, the last one all. */
export class StoryDto {
  @IsString() @MaxLength(CODE) case!: string;
  @IsOptional() @IsString() @MaxLength(SHORT) tool?: string;
  @IsOptional() @IsString() @MaxLength(SHORT) when?: string;
  @IsOptional() @IsString() @MaxLength(SHORT) about?: string;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @IsString({ each: true }) @MaxLength(CODE, { each: true }) barred?: string[];
  @IsIn(['handler', 'adviser']) desk!: 'handler' | 'adviser';
  @IsIn(['yes', 'no']) disclosure!: 'yes' | 'no';
  @IsIn(CATEGORIES) category!: Category;
  @IsString() @MinLength(1) @MaxLength(LONG) text!: string;
}

export class CodeDto {
  @IsString() @MinLength(1) @MaxLength(CODE) case!: string;
}
export class ReceivedDto {
  @IsString() @MaxLength(CODE) case!: string;
  @IsIn(['named', 'anonymous']) route!: 'named' | 'anonymous';
  @IsString() @MaxLength(20) last!: string;
}
export class AnswerDto {
  @IsString() @MaxLength(CODE) case!: string;
  @IsOptional() @IsString() @MaxLength(LONG) text?: string;
}
export class WithdrawDto {
  @IsString() @MaxLength(CODE) case!: string;
  @IsIn(['yes']) sure!: 'yes';
}
export class ProofDto {
  @IsString() @MinLength(1) @MaxLength(LONG) token!: string;
}

export class MessageDto {
  @IsIn(HANDLER_KINDS) kind!: HandlerKind;
  @IsString() @MinLength(1) @MaxLength(LONG) text!: string;
  @IsOptional() @IsIn(OUTCOMES) outcome?: Outcome;
  @IsOptional() @IsIn(REFERRALS) referredTo?: Referral;
}
export class HandOverDto {
  @IsIn(['conflict', 'absent']) reason!: 'conflict' | 'absent';
}
export class NewKeyDto {
  @IsString() @MinLength(16) @MaxLength(SHORT) chosen!: string;
  @IsString() @MaxLength(SHORT) repeat!: string;
}
export class SecretDto {
  @IsString() @MinLength(1) @MaxLength(SHORT) secret!: string;
}
