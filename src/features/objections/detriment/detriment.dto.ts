import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { type Harm, HARMS } from '../domain/detriment.js';

export class DetrimentDto {
  /** An own objection, or empty for the receipt of a complaint. */
  @IsOptional() @IsString() @MaxLength(60) objection?: string;
  @IsOptional() @IsString() @MaxLength(60) receipt?: string;
  @IsIn(HARMS) what!: Harm;
  @IsString() @Matches(/^\d{4}-\d{2}-\d{2}$/) @IsISO8601({ strict: true }) happenedOn!: string;
  @IsString() @MinLength(1) @MaxLength(5000) story!: string;
}
export class DetrimentMessageDto {
  @IsString() @MinLength(1) @MaxLength(5000) text!: string;
}
export class DetrimentAnswerDto {
  @IsIn(['seen', 'message', 'closed']) kind!: 'seen' | 'message' | 'closed';
  @IsString() @MaxLength(5000) text!: string;
}
