import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CHOICES } from '../../ballots/index.js';
import { IdentityDto } from '../consultation.dto.js';
import { MaybeOnDay, OnDay, OneOf, Unwritten, Written } from '../form-fields.js';

const TIME = /^([01]?\d|2[0-3])[:.][0-5]\d$/;

export class AnnounceDto {
  @Written(300) proposal!: string;
  @OneOf(['now', 'later']) opens!: 'now' | 'later';
  @MaybeOnDay() opensOn?: string;
  @Unwritten(5) opensTime?: string;
  @OnDay() closesOn!: string;
  @IsString() @MaxLength(5) @Matches(TIME) closesTime!: string;
}
export class OnBallotDto {
  @Written(40) ballotId!: string;
}
/** A first vote asks for the password; a change in a secret ballot for the code instead. */
export class VoteDto {
  @Written(40) ballotId!: string;
  @OneOf(CHOICES) choice!: (typeof CHOICES)[number];
  @Unwritten(2000) reasons?: string;
  @IsOptional() @IsString() @MaxLength(40) code?: string;
  @IsOptional() @IsString() @MaxLength(200) password?: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}
export class CastingDto extends IdentityDto {
  @Written(40) ballotId!: string;
  @OneOf(['for', 'against']) vote!: 'for' | 'against';
  @Written(2000) reasons!: string;
}
