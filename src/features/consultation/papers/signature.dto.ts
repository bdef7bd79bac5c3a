import { Allow } from 'class-validator';
import { IdentityDto } from '../consultation.dto.js';
import { Written } from '../form-fields.js';

export class ScanDto extends IdentityDto {
  @Written(40) decisionId!: string;
  @Written(40) signedBy!: string;
  @Allow() scan?: unknown;
}
export class ScanCheckDto extends IdentityDto {
  @Written(40) signatureId!: string;
  @Written(40) code!: string;
}
export class ScanRejectionDto {
  @Written(40) signatureId!: string;
  @Written(2000) reason!: string;
}
