import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { PartOf, PartsOf } from '../../../platform/http/index.js';
import { TEXT_LIMIT } from '../draft-form.js';
import type { Way } from '../domain/hand-over.js';
import { PRODUCT_LANGUAGES } from '../domain/notice-content.js';

export class NoticeTextBody {
  @IsIn(PRODUCT_LANGUAGES) language!: string;
  /** The place in the notice, as the draft names it: `N08`, `N08:training`, `short:N08`. */
  @IsString() @MinLength(3) @MaxLength(100) item!: string;
  @IsString() @MaxLength(TEXT_LIMIT) @Matches(/^[\P{Cc}\t\n]*$/u) text!: string;
}
export class ThirdPartyBody {
  @IsBoolean() atStart!: boolean;
  @IsBoolean() purposesTold!: boolean;
  @IsBoolean() fullNoticeLink!: boolean;
}
export class NoticeDraftBody {
  @IsArray() @ArrayMaxSize(400) @PartsOf(() => NoticeTextBody) texts!: NoticeTextBody[];
  /** What callers and visitors are told, where they are concerned. */
  @IsOptional() @IsObject() @PartOf(() => ThirdPartyBody) thirdParties?: ThirdPartyBody;
}

const LONGEST_TRANSLATION = Math.round(TEXT_LIMIT * 1.5);

export class TranslatedTextBody {
  @IsString() @MinLength(3) @MaxLength(120) place!: string;
  @IsString() @MaxLength(LONGEST_TRANSLATION) @Matches(/^[\P{Cc}\t\n]*$/u) text!: string;
}
export class TranslationBody {
  /** Over the Dutch texts, as the translation was read with. */
  @IsString() @Matches(/^sha-256:[\w-]{20,60}$/) source!: string;
  @IsArray() @ArrayMaxSize(800) @PartsOf(() => TranslatedTextBody) texts!: TranslatedTextBody[];
}
export class TranslationReaderBody {
  @IsString() @MinLength(1) @MaxLength(50) @Matches(/^[^\p{Cc}]*\S[^\p{Cc}]*$/u) staffNumber!: string;
}

export class HandOverBody {
  @IsString() @MinLength(1) @MaxLength(50) staffNumber!: string;
  @IsIn(['hand', 'post']) way!: Way;
  @IsString() @MaxLength(4000) @Matches(/^[\P{Cc}\t\n]*[^\s\p{Cc}][\P{Cc}\t\n]*$/u) statement!: string;
  /** Who was there; without one the receiver alone says so. */
  @IsOptional() @IsString() @MaxLength(50) @Matches(/^\P{Cc}*$/u) witnessNumber?: string;
}
