import { Allow } from 'class-validator';
import { COURT_GROUNDS, type CourtGround } from '../domain/petition.js';
import { OnDay, OneOf, Written } from '../form-fields.js';

export class PetitionDto {
  @OneOf(COURT_GROUNDS) ground!: CourtGround;
  @OnDay() filedOn!: string;
  @Written(200) court!: string;
  @Written(200) reference!: string;
  @Allow() file?: unknown;
}
