import { IsEmail, IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const PLAIN = /^[^\p{Cc}]*$/u;

export class LoginForm {
  @IsString() @IsNotEmpty() @MaxLength(254) @Matches(PLAIN) login!: string;
}

export class CodeForm {
  @IsString() @IsNotEmpty() @MaxLength(40) @Matches(PLAIN) code!: string;
}

export class NewPasswordForm {
  @IsString() @IsNotEmpty() @MaxLength(200) newPassword!: string;
  @IsString() @MaxLength(200) repeated!: string;
}

export class IdentityForm {
  @IsString() @IsNotEmpty() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}

export class ChangePasswordForm extends IdentityForm {
  @IsString() @IsNotEmpty() @MaxLength(200) newPassword!: string;
  @IsString() @MaxLength(200) repeated!: string;
}

export class AddressForm extends IdentityForm {
  @IsEmail() @MaxLength(254) @Matches(PLAIN) address!: string;
}

export class ConfirmFactForm extends IdentityForm {
  @IsString() @MaxLength(40) answeredAt!: string;
}

export class AnswerForm {
  @IsString() @MaxLength(10_000) value!: string;
  @IsOptional() document?: unknown;
}

export class SetUpForm {
  @IsString() @IsNotEmpty() @MaxLength(200) @Matches(PLAIN) organisation!: string;
  @IsIn(['NL']) jurisdiction!: 'NL';
  @IsString() @IsNotEmpty() @MaxLength(200) @Matches(PLAIN) unit!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) @Matches(PLAIN) name!: string;
  @IsString() @IsNotEmpty() @MaxLength(50) @Matches(PLAIN) staffNumber!: string;
  @IsEmail() @MaxLength(254) @Matches(PLAIN) email!: string;
  @IsIn(['nl', 'en']) language!: 'nl' | 'en';
  @IsString() @IsNotEmpty() @MaxLength(200) newPassword!: string;
  @IsString() @MaxLength(200) repeated!: string;
}

export class RoleForm {
  @IsString() @MaxLength(40) @Matches(/^[a-z_]+$/) role!: string;
}

export class AcceptForm {
  @IsOptional() @IsString() @MaxLength(254) @Matches(PLAIN) address?: string;
}

export class LanguageForm {
  @IsIn(['nl', 'en']) language!: 'nl' | 'en';
}

export class UnitForm {
  @IsString() @IsNotEmpty() @MaxLength(200) @Matches(PLAIN) name!: string;
}

export class SearchForm {
  @IsString() @MaxLength(200) @Matches(PLAIN) text!: string;
}

/** Each cell is read by the same rules as a line of the file; here only its type and size. */
export class PersonForm {
  @IsOptional() @IsString() @MaxLength(1000) staff_number?: string;
  @IsString() @MaxLength(1000) name!: string;
  @IsOptional() @IsString() @MaxLength(1000) email?: string;
  @IsString() @MaxLength(1000) unit!: string;
  @IsOptional() @IsString() @MaxLength(1000) manager_staff_number?: string;
  @IsOptional() @IsString() @MaxLength(1000) language?: string;
  @IsString() @MaxLength(1000) starts_on!: string;
  @IsOptional() @IsString() @MaxLength(1000) ends_on?: string;
  @IsOptional() @IsString() @MaxLength(1000) works_at_home?: string;
  @IsOptional() @IsString() @MaxLength(1000) device?: string;
}
