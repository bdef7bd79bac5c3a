import { OneOf, Written } from '../form-fields.js';
import { IdentityDto } from '../consultation.dto.js';
import { LINK_DAYS } from './guest-link.js';

export class GuestLinkDto extends IdentityDto {
  @Written(200) madeFor!: string;
  @OneOf(LINK_DAYS) days!: string;
}
