import { IsIn, IsISO8601, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class StartDto {
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  @IsString() @MaxLength(60) @IsOptional() starter?: string;
  @IsIn(['yes']) @IsOptional() runs?: string;
}

export class HeardDto {
  @IsString() @MinLength(1) @MaxLength(200) name!: string;
  @IsString() @MinLength(1) @MaxLength(10_000) what!: string;
}

export class HeardAnswerDto {
  @IsIn(['runs', 'does_not_run', 'will_register']) answer!: 'runs' | 'does_not_run' | 'will_register';
}

export class StopOrRepairDto {
  @IsISO8601({ strict: true }) @MaxLength(10) @MinLength(10) on!: string;
}

export class NextVersionDto {
  @IsIn(['yes']) @IsOptional() renewal?: string;
}

export class RaisedChangeDto {
  @IsString() @MinLength(1) @MaxLength(500) change!: string;
  @IsString() @MinLength(1) @MaxLength(2000) reason!: string;
}

export class FileDto {
  @IsString() @MinLength(1) @MaxLength(200) about!: string;
}
