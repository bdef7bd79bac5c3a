import { Allow, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LONGEST_NOTE } from './domain/room.js';

const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;

export class NoteDto {
  @IsOptional() @IsString() @MaxLength(LONGEST_NOTE) @Matches(PRINTABLE) text?: string;
  @Allow() file?: unknown;
}
export class CorrectionDto {
  @IsString() @MaxLength(LONGEST_NOTE) @Matches(PRINTABLE) text!: string;
}
