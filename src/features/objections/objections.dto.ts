import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { type Ground, GROUNDS } from './domain/decision.js';
import { type Duty, DUTIES } from './domain/duties.js';

/** The steps of an objection hand on what was typed; only the tool must be answered. */
export class ToolDto {
  @IsString() @MinLength(1) @MaxLength(60) tool!: string;
  @IsOptional() @IsString() @MaxLength(10_000) situation?: string;
}

export class MessageDto {
  @IsString() @MaxLength(10_000) text!: string;
}

export class ExtensionDto {
  @IsIn(['complexity', 'number']) cause!: 'complexity' | 'number';
  @IsString() @MinLength(1) @MaxLength(10_000) reason!: string;
  /** Only asked where no mail can reach the person. */
  @IsOptional() @IsIn(['yes']) told?: 'yes';
}

export class QuestionDto {
  @IsString() @MinLength(1) @MaxLength(2000) question!: string;
}
export class AnswerDto {
  @IsString() @MinLength(1) @MaxLength(10_000) answer!: string;
}
export class AdviceDto {
  @IsIn(['uphold', 'reject']) stance!: 'uphold' | 'reject';
  @IsString() @MinLength(1) @MaxLength(10_000) reasons!: string;
}
export class DutyDto {
  @IsIn(DUTIES) duty!: Duty;
  @IsString() @MinLength(3) @MaxLength(2000) note!: string;
}
export class BehalfDto {
  @IsString() @MinLength(1) @MaxLength(60) staffNumber!: string;
  @IsString() @MinLength(1) @MaxLength(60) tool!: string;
  @IsOptional() @IsString() @MaxLength(10_000) situation?: string;
  @IsIn(['yes']) asked!: 'yes';
}

/** `ground`, `demonstration` and `deviation` belong to a rejection, `alternative` to the other. */
export class DecisionDto {
  @IsIn(['upheld', 'rejected']) decision!: 'upheld' | 'rejected';
  @IsString() @MinLength(1) @MaxLength(10_000) reasons!: string;
  @IsOptional() @IsIn(['', ...GROUNDS]) ground?: '' | Ground;
  @IsOptional() @IsString() @MaxLength(10_000) demonstration?: string;
  @IsOptional() @IsString() @MaxLength(10_000) deviation?: string;
  @IsOptional() @IsString() @MaxLength(10_000) alternative?: string;
  @IsString() @MinLength(1) @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(12) totp?: string;
}

export class OutsideDto {
  @IsString() @MaxLength(200) address!: string;
}
