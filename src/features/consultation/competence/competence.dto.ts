import { IdentityDto } from '../consultation.dto.js';
import { OneOf, Written } from '../form-fields.js';
import { GROUP_LEVELS, type GroupLevel } from './domain/competence.js';

export class CompetenceDto extends IdentityDto {
  @OneOf(GROUP_LEVELS) level!: GroupLevel;
  @Written(200) bodyName!: string;
  @Written(4000) ground!: string;
}
