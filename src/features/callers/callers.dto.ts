import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IDENTITY_WAYS, type IdentityWay, type Measure, MEASURES, REQUEST_KINDS, type RequestKind } from './domain/caller-request.js';
import { LIMITS } from './domain/written.js';

/** Groups, spaces and dashes included. */
const CODE_LENGTH = 60;
const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;
const trimmed = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : (value as unknown));
const listed = ({ value }: TransformFnParams): unknown => (value === undefined || Array.isArray(value) ? (value as unknown) : [value]);

export const STEPS = ['check', 'change', 'send'] as const;
export class RequestDto {
  @IsIn(STEPS) step!: (typeof STEPS)[number];
  @IsIn(REQUEST_KINDS) kind!: RequestKind;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(LIMITS.when) @Matches(PRINTABLE) when?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(LIMITS.number) @Matches(PRINTABLE) number?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(LIMITS.details) @Matches(PRINTABLE) details?: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(LIMITS.contact) @Matches(PRINTABLE) contact?: string;
  @IsOptional() @Matches(/^[0-9A-HJKMNP-TV-Z]{20}$/) code?: string;
}

export const FOLLOW_STEPS = ['look', 'reply', 'withdraw'] as const;
export class FollowDto {
  @IsIn(FOLLOW_STEPS) step!: (typeof FOLLOW_STEPS)[number];
  @IsString() @MinLength(1) @MaxLength(CODE_LENGTH) code!: string;
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(LIMITS.reply) @Matches(PRINTABLE) text?: string;
}

export class AcknowledgementDto {
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(LIMITS.handler) @Matches(PRINTABLE) message!: string;
}
export class QuestionDto {
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(LIMITS.handler) @Matches(PRINTABLE) question!: string;
}
export class IdentityDto {
  @IsIn(IDENTITY_WAYS) way!: IdentityWay;
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(LIMITS.handler) @Matches(PRINTABLE) doubt!: string;
}
export class ExtensionDto {
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(LIMITS.handler) @Matches(PRINTABLE) reason!: string;
}
export class DecisionDto {
  @IsIn(['upheld', 'rejected']) decision!: 'upheld' | 'rejected';
  @Transform(listed) @IsOptional() @IsIn(MEASURES, { each: true }) measures?: Measure[];
  @Transform(trimmed) @IsString() @MinLength(1) @MaxLength(LIMITS.handler) @Matches(PRINTABLE) reasons!: string;
}
