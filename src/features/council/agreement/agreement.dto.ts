import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LIGHT_CLASSES, type LightClasses, LONGEST_COPIES } from './domain/agreement.js';

const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;

export class ConfirmedForm {
  @IsString() @IsNotEmpty() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}
export class ProposalForm extends ConfirmedForm {
  @IsString() @MaxLength(5) @Matches(/^\s*\d{1,3}\s*$/) smallestGroup!: string;
  @IsString() @Matches(/\S/) @MaxLength(LONGEST_COPIES) @Matches(PRINTABLE) copiesKeptBy!: string;
  @IsIn(LIGHT_CLASSES) lightClasses!: LightClasses;
}
export class DeclineForm {
  @IsString() @Matches(/\S/) @MaxLength(1000) @Matches(PRINTABLE) reason!: string;
}
