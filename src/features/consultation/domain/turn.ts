import { COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';
import { officersOf, secretariesOf } from './body.js';
import type { Body } from './case-file.js';
import type { PetitionState } from './petition.js';

/** Whose turn it is in a case, and what they do. Nobody's: the list is empty. */
export interface Turn {
  readonly roles: readonly Role[];
  readonly next: NextStep;
}
export type NextStep =
  | 'next.asked'
  | 'next.presence'
  | 'next.met'
  | 'next.minutes'
  | 'next.recorded'
  | 'next.refused'
  | 'next.leftOut'
  | 'next.petitionUnconfirmed'
  | 'next.petition'
  | 'next.permitted'
  | 'next.decided'
  | 'next.final'
  | 'next.running'
  | 'next.ended'
  | 'next.withdrawn'
  | 'next.staffMeeting'
  | 'next.comments';

type Phase = 'withdrawn' | 'asked' | 'met' | 'recorded' | 'refused' | 'decided' | 'final' | 'running' | 'ended';

const asked = (body: Body, meetingWaits: Course['meetingWaits']): Turn => {
  if (body === 'personnel_meeting') return { roles: ['director'], next: 'next.staffMeeting' };
  if (body === 'none') return { roles: ['employee', 'hr_registrar'], next: 'next.comments' };
  if (meetingWaits === 'employer') return { roles: officersOf(body), next: 'next.minutes' };
  return meetingWaits ? { roles: ['director'], next: 'next.presence' } : { roles: secretariesOf(body), next: 'next.asked' };
};

const afterRefusal = ({ body, petition, leftOut }: Course): Turn => {
  if (petition === 'unconfirmed') return { roles: secretariesOf(body), next: 'next.petitionUnconfirmed' };
  if (petition === 'pending') return { roles: [], next: 'next.petition' };
  if (petition === 'granted') return { roles: ['director'], next: 'next.permitted' };
  return { roles: ['director'], next: leftOut ? 'next.leftOut' : 'next.refused' };
};

export interface Course {
  readonly phase: Phase;
  readonly body: Body;
  /** The side that recorded a meeting whose minutes the other has yet to confirm; null when none waits. */
  readonly meetingWaits: 'council' | 'employer' | null;
  readonly petition: PetitionState;
  /** The employer did not take over every condition. */
  readonly leftOut: boolean;
}

export const turnOf = (course: Course): Turn => {
  const { phase, body } = course;
  switch (phase) {
    case 'asked':
      return asked(body, course.meetingWaits);
    case 'met':
    case 'recorded':
      return { roles: officersOf(body), next: `next.${phase}` };
    case 'refused':
      return afterRefusal(course);
    case 'decided':
    case 'withdrawn':
      return { roles: ['director'], next: `next.${phase}` };
    case 'final':
      return { roles: body === 'or' ? COUNCIL_ROLES : officersOf(body), next: 'next.final' };
    case 'running':
    case 'ended':
      return { roles: [], next: `next.${phase}` };
  }
};
