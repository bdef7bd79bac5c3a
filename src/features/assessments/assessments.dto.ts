import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';
import { COMMENT_VERDICTS, type CommentVerdict, MAX_COMMENT } from './domain/answer-comments.js';

export class SignDto {
  @IsString()
  @MaxLength(200)
  password!: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  totp?: string;
}

export class FixDto {
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  reviewDue!: string;
}

class ReasonDto {
  @IsString()
  @Length(5, 2000)
  reason!: string;
}

export class ConditionActDto extends ReasonDto {
  @IsIn(['carried_out', 'refused', 'confirmed', 'reopened'])
  kind!: 'carried_out' | 'refused' | 'confirmed' | 'reopened';
}

export class DeviationDto extends ReasonDto {
  @IsIn(['negative', 'not_received'])
  kind!: 'negative' | 'not_received';
}

export class CommentDto {
  @IsIn(COMMENT_VERDICTS)
  verdict!: CommentVerdict;

  @IsOptional()
  @IsString()
  @MaxLength(MAX_COMMENT)
  @Matches(/^[\P{Cc}\t\n\r]*$/u)
  text?: string;
}

export class EndorseDto {
  @IsIn(['yes', 'no'])
  endorsed!: 'yes' | 'no';
}
