import { Allow } from 'class-validator';
import { IdentityDto } from '../consultation.dto.js';
import { OneOf, Unwritten } from '../form-fields.js';

export class EvidenceDto {
  @Unwritten(4000) text?: string;
  @Allow() file?: unknown;
}
export class FindingDto extends IdentityDto {
  @OneOf(['kept', 'broken']) finding!: 'kept' | 'broken';
}
