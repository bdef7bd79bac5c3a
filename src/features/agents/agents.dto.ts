import {
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import { describeCheck } from '../../platform/http/index.js';
import { readPublicJwk } from '../../platform/signing/index.js';

const MOST_SETTINGS = 500;

const PERSON_ID = /^[\w-]{1,60}$/;
const SETTINGS_HASH = /^sha-256:[\w-]{43}$/;
const LEASE_ID = /^[\w-]{1,60}$/;
export const isPersonId = (value: unknown): value is string => typeof value === 'string' && PERSON_ID.test(value);
export const isLeaseId = (value: unknown): value is string => typeof value === 'string' && LEASE_ID.test(value);
export const isSettingsHash = (value: unknown): value is string => typeof value === 'string' && SETTINGS_HASH.test(value);

export const isSheet = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= MOST_SETTINGS &&
  Object.entries(value).every(([name, set]) => name.length <= 200 && typeof set === 'string' && set.length <= 2000);

describeCheck('isSettingsSheet', {
  type: 'object',
  maxProperties: MOST_SETTINGS,
  additionalProperties: { type: 'string', maxLength: 2000 },
});
describeCheck('isEd25519PublicJwk', {
  type: 'object',
  properties: { kty: { const: 'OKP' }, crv: { const: 'Ed25519' }, x: { type: 'string' } },
  required: ['kty', 'crv', 'x'],
});

const IsSheet = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isSettingsSheet', validator: { validate: isSheet } }, options);
const IsPublicKey = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isEd25519PublicJwk', validator: { validate: (value: unknown) => readPublicJwk(value) !== null } }, options);

/** A code as people type it over: groups, dashes and small letters are fine. */
export class EnrolmentRequest {
  @IsString() @MinLength(26) @MaxLength(60) code!: string;
  @IsObject() @IsPublicKey() publicKey!: Record<string, unknown>;
}

export class LeaseRequest {
  @IsString() @Matches(PERSON_ID) person!: string;
  @IsOptional() @IsSheet() settings?: Record<string, string>;
  @IsOptional() @IsString() @Matches(SETTINGS_HASH) settingsHash?: string;
  /** The `jti` of the lease that the agent holds now; a program that has just begun holds none. */
  @IsOptional() @IsString() @Matches(LEASE_ID) previous?: string;
}

export class StopReceiptRequest {
  @IsString() @MaxLength(40) @IsISO8601({ strict: true, strictSeparator: true }) stoppedAt!: string;
  @IsInt() @Min(0) @Max(2_147_483_647) discardedRecords!: number;
  @IsString() @IsNotEmpty() @MaxLength(200) reason!: string;
  @IsOptional() @IsString() @Matches(LEASE_ID) lease?: string;
}

/** A mark as an earlier answer gave it. */
export class SignalQuery {
  @IsOptional() @IsString() @Matches(/^[\w-]{1,40}(\.\d{1,15}){1,2}$/) after?: string;
}

export class EnrolmentCodeBody {
  @IsString() @Matches(/\S/) @MaxLength(100) device!: string;
}

export class EnrolForm {
  @IsString() @Matches(/^[\w-]{1,60}$/) tool!: string;
  @IsString() @Matches(/\S/) @MaxLength(100) device!: string;
}

export class ReasonForm {
  @IsString() @Matches(/\S(.*\S){4}/s) @MaxLength(2000) reason!: string;
}
