import { IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

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
export class SecondForm {
  @IsString() @Matches(/^[\w-]{1,60}$/) person!: string;
}
