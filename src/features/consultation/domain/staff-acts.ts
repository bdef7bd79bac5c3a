import type { Day } from '../../../kernel/clock.js';

export interface BodyView {
  readonly id: string;
  readonly requestId: string;
  readonly text: string;
  readonly viewedOn: Day;
  readonly recordedAt: Date;
}
export interface PersonnelMeeting {
  readonly id: string;
  readonly requestId: string;
  readonly heldOn: Day;
  readonly minutes: string;
  readonly quarterAffected: boolean;
  readonly adviceAsked: boolean;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly confirmedBy: readonly string[];
}
export interface StaffComment {
  readonly id: string;
  readonly requestId: string;
  readonly text: string;
  readonly at: Date;
  readonly answer: string | null;
}
