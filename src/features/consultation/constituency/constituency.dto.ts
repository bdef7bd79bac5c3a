import { IdentityDto } from '../consultation.dto.js';
import { OneOf, Unwritten } from '../form-fields.js';
import { type Choice, CHOICES, ROUND_DAYS } from './reactions.js';

export class PublishDto extends IdentityDto {
  @Unwritten(2000) message?: string;
  @OneOf(ROUND_DAYS) days!: string;
}
export class ReactionDto {
  @OneOf(CHOICES) choice!: Choice;
  @Unwritten(1000) remark?: string;
}
