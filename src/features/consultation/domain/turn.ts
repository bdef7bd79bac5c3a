import type { Role } from '../../../kernel/actor.js';
import { isGroup, officersOf, secretariesOf } from './body.js';
import type { Body } from './case-file.js';

/** Whose turn it is in a case, and what they do. Nobody's: the list is empty. */
export interface Turn {
  readonly roles: readonly Role[];
  readonly next: NextStep;
}
export type NextStep =
  | 'next.asked'
  | 'next.presence'
  | 'next.met'
  | 'next.recorded'
  | 'next.refused'
  | 'next.decided'
  | 'next.final'
  | 'next.running'
  | 'next.ended'
  | 'next.withdrawn'
  | 'next.staffMeeting'
  | 'next.comments';

type Phase = 'withdrawn' | 'asked' | 'met' | 'recorded' | 'refused' | 'decided' | 'final' | 'running' | 'ended';

const asked = (body: Body, meetingWaits: boolean): Turn => {
  if (body === 'personnel_meeting') return { roles: ['director'], next: 'next.staffMeeting' };
  if (body === 'none') return { roles: ['employee', 'hr_registrar'], next: 'next.comments' };
  return meetingWaits ? { roles: ['director'], next: 'next.presence' } : { roles: secretariesOf(body), next: 'next.asked' };
};

/** `meetingWaits`: a meeting is recorded, and the employer has yet to say that it was there. */
export const turnOf = (phase: Phase, body: Body, meetingWaits: boolean): Turn => {
  switch (phase) {
    case 'asked':
      return asked(body, meetingWaits);
    case 'met':
    case 'recorded':
      return { roles: officersOf(body), next: `next.${phase}` };
    case 'decided':
    case 'refused':
    case 'withdrawn':
      return { roles: ['director'], next: `next.${phase}` };
    case 'final':
      return { roles: body === 'pvt' || isGroup(body) ? officersOf(body) : ['or_member', 'or_chair', 'or_secretary'], next: 'next.final' };
    case 'running':
    case 'ended':
      return { roles: [], next: `next.${phase}` };
  }
};
