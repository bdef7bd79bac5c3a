import { Counted, MaybeOnDay, OnDay, OneOf, Unwritten, Written } from '../form-fields.js';
import { IdentityDto } from '../consultation.dto.js';
import { GROUNDS, LIGHT_GROUNDS, type TypedGround } from './domain/revocation.js';

export class NullityDto extends IdentityDto {
  @OneOf(['told', 'apparent']) why!: 'told' | 'apparent';
  @OnDay() periodStartedOn!: string;
  @MaybeOnDay() decidedOn?: string;
  @Written(4000) reason!: string;
}
export class RatificationDto extends IdentityDto {
  @OnDay() decidedOn!: string;
  @Counted(1000) votesFor!: number;
  @Counted(1000) votesAgainst!: number;
  @Counted(1000) votesAbstained!: number;
}
export class ReportDto {
  @Written(4000) summary!: string;
}
export class ReviewDto extends IdentityDto {
  @Written(4000) view!: string;
  @OneOf(['continue', 'adapt', 'stop']) outcome!: 'continue' | 'adapt' | 'stop';
  @MaybeOnDay() nextOn?: string;
}
export class ReviewConfirmDto extends IdentityDto {
  @Written(40) reviewId!: string;
}
export class RevocationDto extends IdentityDto {
  @OneOf([...GROUNDS, 'other']) ground!: TypedGround;
  @Written(4000) explanation!: string;
  @Unwritten(40) conditionId?: string;
  @Unwritten(1000) namedWords?: string;
}
export class LightRevocationDto extends IdentityDto {
  @OneOf([...LIGHT_GROUNDS, 'other']) ground!: TypedGround;
  @Written(4000) explanation!: string;
  @Unwritten(1000) namedWords?: string;
}
