import { Allow } from 'class-validator';
import { Written } from '../form-fields.js';

export class AnswerDto {
  @Written(4000) text!: string;
  @Allow() files?: unknown;
}
export class NoteDto {
  @Written(4000) text!: string;
  @Written(40) meetingId!: string;
}
