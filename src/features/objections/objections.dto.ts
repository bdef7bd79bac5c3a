import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

/** The steps of an objection hand on what was typed; only the tool must be answered. */
export class ToolDto {
  @IsString() @MinLength(1) @MaxLength(60) tool!: string;
  @IsOptional() @IsString() @MaxLength(10_000) situation?: string;
}

export class MessageDto {
  @IsString() @MaxLength(10_000) text!: string;
}

export class ExtensionDto {
  @IsString() @MinLength(1) @MaxLength(10_000) reason!: string;
}

export class DecisionDto {
  @IsIn(['upheld', 'rejected']) decision!: 'upheld' | 'rejected';
  @IsString() @MinLength(1) @MaxLength(10_000) reasons!: string;
}

export class OutsideDto {
  @IsString() @MaxLength(200) address!: string;
}
