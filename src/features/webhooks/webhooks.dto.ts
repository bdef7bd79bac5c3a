import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { EVENT_KINDS, type EventKind } from './domain/event.js';

const MOST_TOOLS = 200;

export class ReceiverForm {
  @IsString() @MaxLength(500) @Matches(/^https?:\/\/[^\s\p{Cc}]+$/u) url!: string;
  @IsArray() @ArrayMaxSize(EVENT_KINDS.length) @ArrayUnique() @IsIn(EVENT_KINDS, { each: true }) kinds!: EventKind[];
  @IsArray() @ArrayMaxSize(MOST_TOOLS) @ArrayUnique() @IsString({ each: true }) @Matches(/^[\w-]{1,60}$/, { each: true }) tools!: string[];
}

export class AgainForm {
  /** One dead letter; left out: all of them. */
  @IsOptional() @IsString() @Matches(/^[\w-]{1,60}$/) event?: string;
}
