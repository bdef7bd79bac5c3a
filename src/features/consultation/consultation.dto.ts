import { Allow, IsOptional, IsString, MaxLength } from 'class-validator';
import { Counted, MaybeList, MaybeOnDay, MaybeOneOf, OnDay, OneOf, MaybeSomeOf, Unwritten, Written } from './form-fields.js';

import { GROUNDS } from './domain/grounds.js';

export class IdentityDto {
  @IsString() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}
export class PrepareDto {
  @Unwritten() intendedDecision?: string;
  @Unwritten() reasons?: string;
  @Unwritten() consequences?: string;
  @MaybeSomeOf(GROUNDS) grounds?: string[];
  @MaybeOneOf(['yes']) alsoAdvice?: string;
  @MaybeOnDay() intendedStartOn?: string;
  @MaybeOnDay() evaluationOn?: string;
  @MaybeOnDay() trialUntil?: string;
}
export class ReasonDto {
  @Written(2000) reason!: string;
}
export class MeetingDto {
  @OnDay() heldOn!: string;
  @Unwritten() minutes?: string;
  @Written(1000) presentCouncil!: string;
  @Written(1000) presentEmployer!: string;
  @Allow() minutesFile?: unknown;
}

/** What officers write when the vote was held here: the vote says the rest. Its conditions are read apart. */
export class VotedDecisionDto extends IdentityDto {
  @Written() reasons!: string;
  @MaybeOnDay() expiresOn?: string;
}
/** The vote was held in a meeting: word and totals as the minutes have them. */
export class DecisionDto extends VotedDecisionDto {
  @OneOf(['granted', 'granted_with_conditions', 'refused']) decision!: 'granted' | 'granted_with_conditions' | 'refused';
  @OnDay() decidedOn!: string;
  @Counted(1000) votesFor!: number;
  @Counted(1000) votesAgainst!: number;
  @Counted(1000) votesAbstained!: number;
}
export class ConfirmDto extends IdentityDto {
  @Written(40) decisionId!: string;
}
export class SendBackDto extends ReasonDto {
  @Written(40) decisionId!: string;
}
export class FinalDto extends IdentityDto {
  @Written() text!: string;
  @OnDay() effectiveOn!: string;
  @MaybeList() takesOver?: string[];
  @MaybeOneOf(['yes']) leavesOut?: string;
}
export class ClaimDto extends IdentityDto {
  @OneOf(['cba', 'consent_not_required']) route!: 'cba' | 'consent_not_required';
  @Written(4000) ground!: string;
  @Unwritten(500) agreementReference?: string;
  @MaybeOneOf(['yes']) agreementSubstantive?: string;
}
export class RulingDto {
  @OneOf(['permission', 'exemption', 'nullity']) kind!: 'permission' | 'exemption' | 'nullity';
  @MaybeOneOf(['refusal_unreasonable', 'weighty_business_reasons']) ground?: 'refusal_unreasonable' | 'weighty_business_reasons';
  @OneOf(['granted', 'rejected', 'declared_unjustified', 'upheld']) outcome!: 'granted' | 'rejected' | 'declared_unjustified' | 'upheld';
  @OnDay() ruledOn!: string;
  @Written(200) reference!: string;
  @Allow() file?: unknown;
}
export class DisputeDto {
  @Unwritten(500) about?: string;
  @Written(4000) text!: string;
}
export class TextDto {
  @Written(4000) text!: string;
}
export class ViewDto {
  @Written() text!: string;
  @OnDay() viewedOn!: string;
}
export class PersonnelMeetingDto {
  @OnDay() heldOn!: string;
  @Written() minutes!: string;
  @OneOf(['yes', 'no']) quarterAffected!: 'yes' | 'no';
  @OneOf(['yes', 'no']) adviceAsked!: 'yes' | 'no';
}
/** A form with a button and nothing else; any other field is refused. */
export class ButtonDto {
  @MaybeOneOf(['yes']) sure?: string;
}
