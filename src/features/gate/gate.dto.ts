import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';

export class StopDto {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class ReasonDto {
  @IsString()
  @Length(5, 2000)
  reason!: string;
}

export class EvidenceDto {
  @IsString()
  @Length(5, 4000)
  evidence!: string;
}

export class OrderConfirmationDto extends EvidenceDto {
  @IsOptional()
  @IsIn(['yes'])
  asApproved?: 'yes';
}

export class OrderBody extends EvidenceDto {
  /** Of an order to start: it runs with the approved settings. */
  @IsOptional()
  @IsBoolean()
  asApproved?: boolean;
}

export class ActivationDto {
  /** The version's number. */
  @IsString()
  @Length(3, 40)
  versionId!: string;
}

export class WarningBody extends ReasonDto {
  @IsString()
  @Length(3, 40)
  rule!: string;
}
