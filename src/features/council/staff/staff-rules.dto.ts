import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { IdentityDto } from '../council.dto.js';
import { MOST_SEATS } from '../domain/seating.js';

const counted = ({ value }: { value: unknown }): unknown => {
  if (typeof value !== 'string') return value;
  return /^\d{1,3}$/.test(value.trim()) ? Number(value) : value.trim() || undefined;
};

export class StaffRulesDto extends IdentityDto {
  @IsIn(['more_than_half', 'two_thirds', 'seats']) quorum!: 'more_than_half' | 'two_thirds' | 'seats';
  @Transform(counted) @IsOptional() @IsInt() @Min(1) @Max(MOST_SEATS) quorumSeats?: number;
  @IsIn(['simple', 'absolute', 'two_thirds']) majority!: 'simple' | 'absolute' | 'two_thirds';
  @IsIn(['open', 'secret']) ballot!: 'open' | 'secret';
}
