import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { TEXT_LIMIT } from '../rights.dto.js';
import { MANDATE_DAYS } from './mandate.js';

/** Whoever is no adviser of the organisation. */
export const OUTSIDE = 'outside';

export class MandateDto {
  /** `outside`, or the id of an adviser. */
  @IsString() @MinLength(1) @MaxLength(60) representative!: string;
  @IsOptional() @IsString() @MaxLength(200) madeFor?: string;
  @IsIn(MANDATE_DAYS) days!: (typeof MANDATE_DAYS)[number];
  @IsString() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}

export class ObjectionForDto {
  @IsString() @MinLength(1) @MaxLength(60) tool!: string;
  @IsOptional() @IsString() @MaxLength(TEXT_LIMIT) situation?: string;
}
