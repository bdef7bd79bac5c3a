import { equatedDays } from '../../people/index.js';
import { dayOf } from '../../../kernel/clock.js';
import { isOver, meetingLastDay } from '../../../policy/index.js';
import { hasMembers, officersOf } from '../domain/body.js';
import { meetingsOn } from '../domain/standing-acts.js';
import { EMPLOYERS } from './case-mails.js';
import type { CasePart, SeenCase } from './case-part.js';
import { readAgenda, readProposals } from '../meetings/meetings.repository.js';
import { AgendaPart, PlanPart, TermPart } from '../web/case-meetings.js';
import { MinutesPart } from '../web/case-minutes.js';

const isOf = (roles: readonly string[], { actor }: SeenCase): boolean => roles.includes(actor.role);
const isPlannable = ({ request }: SeenCase): boolean => hasMembers(request.body);

/** The two weeks, until a meeting was held. */
export const termPart: CasePart = async (tx, seen) => {
  const { request, inHand, now } = seen;
  if (!isPlannable(seen) || request.withdrawnAt || meetingsOn(inHand.file, request).length > 0) return null;
  const lastDay = meetingLastDay(dayOf(request.sentAt), await equatedDays(tx));
  return <TermPart term={{ lastDay, over: isOver(lastDay, now) }} />;
};

export const planPart: CasePart = async (tx, seen) => {
  if (!isPlannable(seen)) return null;
  const { request, now, may, errors, typed } = seen;
  const side = isOf(EMPLOYERS, seen) ? ('employer' as const) : isOf(officersOf(request.body), seen) ? ('council' as const) : null;
  const proposals = await readProposals(tx, request.id);
  return <PlanPart request={request} proposals={proposals} now={now} side={may.plan ? side : null} errors={errors} typed={typed} />;
};

export const agendaPart: CasePart = async (tx, seen) => {
  if (!isPlannable(seen)) return null;
  const { request, actor, may, errors, typed } = seen;
  const agenda = await readAgenda(tx, request.id);
  return <AgendaPart request={request} agenda={agenda} personId={actor.personId} mayAdd={may.agenda} errors={errors} typed={typed} />;
};

export const minutesPart: CasePart = (_tx, seen) => {
  const { request, inHand, actor, may } = seen;
  const meetings = inHand.file.meetings.filter(({ requestId }) => requestId === request.id);
  if (!isPlannable(seen)) return Promise.resolve(null);
  return Promise.resolve(
    <MinutesPart
      request={request}
      meetings={meetings}
      mayRecord={may.recordMeeting}
      mayConfirm={(meeting) =>
        (may.confirmPresence && !meeting.confirmedAt) ||
        (may.confirmMinutes && !meeting.councilConfirmedAt && meeting.recordedBy !== actor.personId)
      }
    />,
  );
};
