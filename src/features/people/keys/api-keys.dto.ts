import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { ROLES, type Role } from '../../../kernel/actor.js';
import { type Scope, SCOPES } from '../../../platform/http/index.js';
import { KEY_DAYS } from '../domain/api-keys.js';
import { IdentityForm } from '../people.dto.js';

export class NewKeyForm extends IdentityForm {
  @IsString() @IsNotEmpty() @MaxLength(60) @Matches(/^[^\p{Cc}]*$/u) @Matches(/^$|\S/) name!: string;
  @IsIn(ROLES) role!: Role;
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(SCOPES.length) @ArrayUnique() @IsIn(SCOPES, { each: true }) scopes!: Scope[];
  @IsIn(KEY_DAYS.map(String)) days!: string;
}
