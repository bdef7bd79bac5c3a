import { Allow } from 'class-validator';
import { IdentityDto } from '../../consultation.dto.js';
import { OneOf, Written } from '../../form-fields.js';
import { SIDES, type SignedSide } from '../domain/signed-paper.js';

export class SignedPaperDto extends IdentityDto {
  @OneOf(SIDES) side!: SignedSide;
  @Allow() scan?: unknown;
}
export class SignedPaperCheckDto extends IdentityDto {
  @Written(40) signedId!: string;
  @Written(40) code!: string;
}
export class SignedPaperRejectionDto {
  @Written(40) signedId!: string;
  @Written(2000) reason!: string;
}
