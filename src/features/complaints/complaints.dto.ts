import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { CATEGORIES, type Category } from './domain/complaint-state.js';

export class ComplaintDto {
  @IsOptional() @IsString() @MaxLength(60) tool?: string;
  @IsIn(CATEGORIES) category!: Category;
  @IsString() @MinLength(1) @MaxLength(10_000) text!: string;
  @IsIn(['handler', 'adviser']) desk!: 'handler' | 'adviser';
}

export class ReplyDto {
  @IsString() @MinLength(1) @MaxLength(10_000) text!: string;
}

export class MessageDto {
  @IsIn(['acknowledged', 'question', 'reply', 'closed']) kind!: 'acknowledged' | 'question' | 'reply' | 'closed';
  @IsString() @MinLength(1) @MaxLength(10_000) text!: string;
}
