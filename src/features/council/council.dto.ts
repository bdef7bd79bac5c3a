import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { MOST_COMMITTEES, MOST_SEATS } from './domain/seating.js';

const LINE = /^[^\p{Cc}]*$/u;
const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;
const ID = /^[a-z]{1,4}_[0-9A-Z]{1,32}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const trimmed = ({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : (value as unknown));
const emptyIsNone = ({ value }: TransformFnParams): unknown => (value === '' ? undefined : (value as unknown));
const counted = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' && /^\d{1,3}$/.test(value.trim()) ? Number(value) : emptyIsNone({ value } as TransformFnParams);
const listed = ({ value }: TransformFnParams): unknown => (value === undefined || Array.isArray(value) ? (value as unknown) : [value]);

/** One line of text that may be left empty. */
const line = (form: object, field: string, most: number): void => {
  for (const decorate of [Transform(trimmed), IsOptional(), IsString(), MaxLength(most), Matches(LINE)]) decorate(form, field);
};
const ids = (form: object, field: string): void => {
  const each = { each: true };
  for (const decorate of [Transform(listed), IsOptional(), IsString(each), MaxLength(40, each), Matches(ID, each)]) decorate(form, field);
};

export class IdentityDto {
  @IsString() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}

/** `member1`, `deputy1` and on: people by name or staff number. */
export class SeatsDto extends IdentityDto {
  @Transform(counted) @IsInt() @Min(2) @Max(MOST_SEATS) seats!: number;
  readonly [field: `member${number}` | `deputy${number}`]: string | undefined;
  @Transform(trimmed) @IsString() @MaxLength(300) @Matches(LINE) chair!: string;
  @Transform(trimmed) @IsString() @MaxLength(300) @Matches(LINE) secretary!: string;
}
for (let n = 1; n <= MOST_SEATS; n += 1) {
  line(SeatsDto.prototype, `member${n}`, 300);
  line(SeatsDto.prototype, `deputy${n}`, 300);
}

/** `committee1` with `members1`, and on. */
export class CommitteesDto extends IdentityDto {
  readonly [field: `committee${number}`]: string | undefined;
  readonly [field: `members${number}`]: string[] | undefined;
}
for (let n = 1; n <= MOST_COMMITTEES; n += 1) {
  line(CommitteesDto.prototype, `committee${n}`, 100);
  ids(CommitteesDto.prototype, `members${n}`);
}

export class TermDto extends IdentityDto {
  @Transform(emptyIsNone) @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) termStartsOn?: string;
  @Transform(emptyIsNone) @IsOptional() @IsString() @Matches(DAY) @IsISO8601({ strict: true }) termEndsOn?: string;
}

export class RulesDto extends IdentityDto {
  @IsIn(['more_than_half', 'two_thirds', 'seats']) quorum!: 'more_than_half' | 'two_thirds' | 'seats';
  @Transform(counted) @IsOptional() @IsInt() @Min(1) @Max(MOST_SEATS) quorumSeats?: number;
  @IsIn(['simple', 'absolute', 'two_thirds']) majority!: 'simple' | 'absolute' | 'two_thirds';
  @IsIn(['open', 'secret']) ballot!: 'open' | 'secret';
  @IsIn(['no_consent', 'chair_decides']) tie!: 'no_consent' | 'chair_decides';
  @IsIn(['named', 'none']) deputising!: 'named' | 'none';
}

export class ReasonDto {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2000) @Matches(PRINTABLE) reason!: string;
}

export class ResetDto extends IdentityDto {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(300) @Matches(LINE) chair!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(300) @Matches(LINE) secretary!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(2000) @Matches(PRINTABLE) reason!: string;
}
