import { Matches } from 'class-validator';
import { OnDay, Written } from '../form-fields.js';

export class ProposalDto {
  @OnDay() day!: string;
  @Matches(/^([01]?\d|2[0-3])[:.][0-5]\d$/) time!: string;
  @Written(200) place!: string;
}
export class AgendaDto {
  @Written(500) item!: string;
}
