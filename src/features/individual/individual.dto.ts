import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { TOLD_HOW, type ToldHow } from './individual.repository.js';

const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;
const SAID = /\S(.*\S){9}/s;
const LONGEST = 2000;

export class AskForm {
  @IsString() @Matches(/^[\w-]{1,60}$/) tool!: string;
  @IsString() @Matches(/\S/) @MaxLength(40) @Matches(PRINTABLE) staffNumber!: string;
  @IsString() @Matches(SAID) @MaxLength(LONGEST) @Matches(PRINTABLE) reason!: string;
}
export class OpeningForm {
  @IsString() @IsNotEmpty() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}
export class WordsForm {
  @IsString() @Matches(SAID) @MaxLength(LONGEST) @Matches(PRINTABLE) text!: string;
}
export class TellForm extends WordsForm {
  @IsOptional() @IsIn(TOLD_HOW) how?: ToldHow;
  @IsOptional() @IsISO8601({ strict: true }) @Matches(/^\d{4}-\d\d-\d\d$/) doneOn?: string;
}
export class SecondForm {
  @IsString() @Matches(/^[\w-]{1,60}$/) person!: string;
}
