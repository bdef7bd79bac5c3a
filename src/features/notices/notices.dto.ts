import type { Way } from './domain/hand-over.js';
import { IsIn, IsString, MaxLength, MinLength } from 'class-validator';

export class HandOverDto {
  @IsString() @MinLength(1) @MaxLength(50) staffNumber!: string;
  @IsIn(['hand', 'post']) way!: Way;
  /** Empty: the receiver alone confirms it. */
  @IsString() @MaxLength(50) witnessNumber!: string;
  @IsString() @MinLength(1) @MaxLength(4000) statement!: string;
}

export class WitnessDto {
  @IsString() @MinLength(1) @MaxLength(4000) statement!: string;
}

export class DisputeDto {
  @IsString() @MinLength(1) @MaxLength(4000) text!: string;
}

export class DisputeForDto {
  @IsString() @MinLength(1) @MaxLength(50) staffNumber!: string;
  @IsString() @MinLength(1) @MaxLength(4000) text!: string;
}

export class SettlementDto {
  @IsIn(['delivered', 'not_delivered']) as!: 'delivered' | 'not_delivered';
}
