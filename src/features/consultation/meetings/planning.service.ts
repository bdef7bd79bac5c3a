import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';
import { addDays, type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { notFound, Problem, refused, unusable } from '../../../kernel/problem.js';
import { ConfigToken, type Config } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { record } from '../../evidence/index.js';
import { lockToolOf } from '../../tools/index.js';
import { knownRequest, personIn, standingRequest } from '../acting.js';
import { EMPLOYERS, mailAboutCase, peopleOf } from '../case/case-mails.js';
import { consultationPaths } from '../consultation.paths.js';
import { amsterdamInstant } from '../domain/amsterdam.js';
import { hasMembers, officersOf } from '../domain/body.js';
import type { Body } from '../domain/case-file.js';
import { invitationText } from '../domain/invitation.js';
import { agreedOf, openProposals, type Side } from '../domain/planning.js';
import type { FoundRequest } from '../requests.repository.js';
import { meetingsCatalogue } from './meetings.catalogue.js';
import { insertChoice, insertItem, insertProposal, insertRemoval, readAgenda, readProposals } from './meetings.repository.js';

export const INVITATION = 'consultation.invitation';
const MOST = 50;
const FARTHEST_DAYS = 365;
const membersOf = (body: Body): readonly Role[] => (body === 'or' ? COUNCIL_ROLES : officersOf(body));

export interface TypedProposal {
  readonly day: Day;
  readonly time: string;
  readonly place: string;
}

const sideOf = (actor: Actor): Side => (EMPLOYERS.includes(actor.role as Role) ? 'employer' : 'council');
const otherThan = (side: Side): Side => (side === 'council' ? 'employer' : 'council');

/** Both sides find a date for the meeting and say what it is about. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  propose(actor: Actor, requestId: string, typed: TypedProposal): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await lockedRequest(tx, requestId);
      const person = personIn(actor, [...officersOf(request.body), ...EMPLOYERS]);
      const startsAt = amsterdamInstant(typed.day, typed.time);
      if (!startsAt) throw unusable('time', 'time.unknown');
      if (startsAt <= now) throw unusable('day', 'time.past');
      if (typed.day > addDays(dayOf(now), FARTHEST_DAYS)) throw unusable('day', 'day.too-far');
      if ((await readProposals(tx, requestId)).length >= MOST) throw refused('meeting.too-many-dates');
      const [id, side] = [newId('p'), sideOf(actor)];
      const row = { id, request_id: requestId, side, starts_at: startsAt, place: typed.place };
      await insertProposal(tx, { ...row, proposed_by: person, proposed_at: now });
      await mailAboutCase(tx, await peopleOf(tx, otherThan(side), request.body), aboutOf(request, 'meeting.proposed'));
      return record(tx, actor, now, 'meeting.proposed', { toolId: request.toolId, subjectId: id }, { side });
    });
  }

  /** The other side takes one of the dates. A later choice takes the place of an earlier one. */
  choose(actor: Actor, requestId: string, proposalId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await lockedRequest(tx, requestId);
      const person = personIn(actor, [...officersOf(request.body), ...EMPLOYERS]);
      const proposals = await readProposals(tx, requestId);
      const proposal = proposals.find(({ id }) => id === proposalId);
      if (!proposal) throw notFound();
      if (proposal.side === sideOf(actor)) throw refused('meeting.own-date');
      if (!openProposals(proposals, now).includes(proposal)) throw refused('meeting.date-gone');
      await insertChoice(tx, { proposal_id: proposalId, by_person: person, at: now });
      const attachments = [
        { filename: 'overleg.ics', contentType: 'text/calendar; charset=utf-8', source: INVITATION, key: requestId },
      ] as const;
      const everyone = [...(await peopleOf(tx, 'council', request.body)), ...(await peopleOf(tx, 'employer', request.body))];
      await mailAboutCase(tx, everyone, { ...aboutOf(request, 'meeting.agreed'), attachments });
      return record(tx, actor, now, 'meeting.agreed', { toolId: request.toolId, subjectId: proposalId });
    });
  }

  addItem(actor: Actor, requestId: string, words: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await lockedRequest(tx, requestId);
      const person = personIn(actor, [...membersOf(request.body), ...EMPLOYERS]);
      if ((await readAgenda(tx, requestId)).length >= MOST) throw refused('meeting.agenda-full');
      const id = newId('a');
      await insertItem(tx, { id, request_id: requestId, side: sideOf(actor), text: words, added_by: person, added_at: now });
      return record(tx, actor, now, 'agenda.added', { toolId: request.toolId, subjectId: id });
    });
  }

  /** Whoever added an item takes it off again. */
  removeItem(actor: Actor, requestId: string, itemId: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const request = await lockedRequest(tx, requestId);
      const person = personIn(actor, [...membersOf(request.body), ...EMPLOYERS]);
      const item = (await readAgenda(tx, requestId)).find(({ id }) => id === itemId);
      if (!item) throw notFound();
      if (item.addedBy !== person) throw new Problem(403, 'act.not-yours');
      await insertRemoval(tx, { item_id: itemId, by_person: person, at: now });
      return record(tx, actor, now, 'agenda.removed', { toolId: request.toolId, subjectId: itemId });
    });
  }

  invitation(requestId: string): Promise<string> {
    return this.transactions.read(async (tx) => {
      const file = await this.invitationIn(tx, requestId);
      if (file === null) throw notFound();
      return file;
    });
  }

  /** The agreed date as a calendar file, with the agenda as it stands; null while no date is agreed. */
  async invitationIn(tx: Tx, requestId: string): Promise<string | null> {
    const request = await knownRequest(tx, requestId);
    const agreed = agreedOf(await readProposals(tx, requestId));
    if (!agreed?.chosenAt) return null;
    const agenda = await readAgenda(tx, requestId);
    return invitationText({
      id: requestId,
      sequence: agreed.choice ?? 0,
      madeAt: agreed.chosenAt,
      startsAt: agreed.startsAt,
      summary: text(meetingsCatalogue, 'nl')('invitation.summary', { tool: request.toolName }),
      place: agreed.place,
      agenda: agenda.map((item) => item.text),
      url: `${this.config.baseUrl}${consultationPaths.casePage(requestId, 'meetings')}`,
    });
  }
}

const lockedRequest = async (tx: Tx, requestId: string): Promise<FoundRequest> => {
  const request = await standingRequest(tx, requestId);
  if (!hasMembers(request.body)) throw refused('body.no-members');
  await lockToolOf(tx, request.versionId);
  return request;
};

const aboutOf = ({ id, toolName }: FoundRequest, kind: 'meeting.proposed' | 'meeting.agreed') => ({
  kind,
  toolName,
  page: consultationPaths.casePage(id, 'meetings'),
});
