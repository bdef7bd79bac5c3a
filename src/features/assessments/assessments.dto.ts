import { IsIn, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

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

export class EndorseDto {
  @IsIn(['yes', 'no'])
  endorsed!: 'yes' | 'no';
}
