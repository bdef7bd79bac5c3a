import { IdentityDto } from '../consultation.dto.js';
import { GROUNDS } from '../domain/grounds.js';
import { Counted, MaybeList, MaybeOnDay, MaybeOneOf, OnDay, OneOf, SomeOf, Unwritten, Written } from '../form-fields.js';

/** What is typed for one class; each field of the form begins with its colour. */
export interface TypedClass {
  readonly use?: string;
  readonly categories?: readonly string[];
  readonly modes?: readonly string[];
  readonly purposes?: readonly string[];
  readonly data?: readonly string[];
  readonly level?: string;
  readonly sensors?: readonly string[];
  readonly home?: string;
  readonly private?: string;
  readonly days?: string;
  readonly hours?: string;
  readonly person?: string;
  readonly group?: string;
  readonly sample?: string;
  readonly viewers?: readonly string[];
}

export class ProposeDto extends IdentityDto {
  @Written(200) title!: string;
  @Written() reasons!: string;
  @Written() consequences!: string;
  @SomeOf(GROUNDS) grounds!: string[];
  @OnDay() endsOn!: string;
  @MaybeOneOf(['yes']) greenUse?: string;
  @MaybeList() greenCategories?: string[];
  @MaybeList() greenModes?: string[];
  @MaybeList() greenPurposes?: string[];
  @MaybeList() greenData?: string[];
  @MaybeOneOf(['0', '1', '2']) greenLevel?: string;
  @MaybeList() greenSensors?: string[];
  @MaybeOneOf(['yes']) greenHome?: string;
  @MaybeOneOf(['yes']) greenPrivate?: string;
  @Unwritten(10) greenDays?: string;
  @MaybeOneOf(['yes']) greenHours?: string;
  @MaybeOneOf(['yes']) greenPerson?: string;
  @Unwritten(10) greenGroup?: string;
  @Unwritten(10) greenSample?: string;
  @MaybeList() greenViewers?: string[];
  @MaybeOneOf(['yes']) amberUse?: string;
  @MaybeList() amberCategories?: string[];
  @MaybeList() amberModes?: string[];
  @MaybeList() amberPurposes?: string[];
  @MaybeList() amberData?: string[];
  @MaybeOneOf(['0', '1', '2']) amberLevel?: string;
  @MaybeList() amberSensors?: string[];
  @MaybeOneOf(['yes']) amberHome?: string;
  @MaybeOneOf(['yes']) amberPrivate?: string;
  @Unwritten(10) amberDays?: string;
  @MaybeOneOf(['yes']) amberHours?: string;
  @MaybeOneOf(['yes']) amberPerson?: string;
  @Unwritten(10) amberGroup?: string;
  @Unwritten(10) amberSample?: string;
  @MaybeList() amberViewers?: string[];
}
export class FrameworkDecisionDto extends IdentityDto {
  @OneOf(['granted', 'refused', 'ended']) decision!: 'granted' | 'refused' | 'ended';
  @Written() reasons!: string;
  @MaybeOnDay() metOn?: string;
  @Unwritten() minutes?: string;
  @Unwritten(1000) presentCouncil?: string;
  @Unwritten(1000) presentEmployer?: string;
  @OnDay() decidedOn!: string;
  @Counted(1000) votesFor!: number;
  @Counted(1000) votesAgainst!: number;
  @Counted(1000) votesAbstained!: number;
}
export class TellDto extends IdentityDto {
  @Written(40) frameworkId!: string;
  @Written(4000) explanation!: string;
}
