import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { RIGHTS, type Right } from '../objections/index.js';
import { OUTCOMES, type Outcome, RECIPIENTS, type Recipients } from './domain/right-state.js';

export const TEXT_LIMIT = 10_000;

export class RightDto {
  @IsIn(RIGHTS) kind!: Right;
  @IsOptional() @IsString() @MaxLength(60) tool?: string;
  @IsString() @MaxLength(TEXT_LIMIT) text!: string;
  @IsOptional() @IsString() @MaxLength(TEXT_LIMIT) wanted?: string;
}

export class RightAnswerDto {
  @IsIn(OUTCOMES) outcome!: Outcome;
  @IsString() @MinLength(1) @MaxLength(TEXT_LIMIT) text!: string;
  @IsOptional() @IsIn([...RECIPIENTS, '']) recipients?: Recipients | '';
}

export class RightReasonDto {
  @IsString() @MinLength(1) @MaxLength(TEXT_LIMIT) reason!: string;
}
