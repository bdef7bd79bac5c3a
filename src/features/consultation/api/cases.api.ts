import { Get, Headers, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Problem } from '../../../kernel/problem.js';
import {
  Allow,
  ApiDoor,
  Documented,
  type Given,
  keyIn,
  NoFields,
  refuseKeyOfCouncil,
  sitsInCouncil,
  Takes,
  Visit,
  type Visitor,
  Who,
} from '../../../platform/http/index.js';
import { DecisionService } from '../decision.service.js';
import type { TypedCondition, TypedDecision, VotedDecision } from '../domain/decide.js';
import { MeetingService } from '../meeting.service.js';
import { ReadingService } from '../reading.service.js';
import { RequestService } from '../request.service.js';
import { DecisionBody, IdentityBody, MeetingBody, ReasonBody } from './consultation.api.dto.js';
import { DECIDED, DONE, REQUEST, requestShown } from './consultation.shapes.js';

const COUNCIL = ['or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer'] as const;
const OFFICERS = ['or_chair', 'or_secretary', 'pvt_contact', 'group_officer'] as const;

/** Requests at the council, for programs. */
@ApiDoor('consent-requests')
export class CasesApi {
  constructor(
    private readonly reading: ReadingService,
    private readonly requests: RequestService,
    private readonly meetings: MeetingService,
    private readonly decisions: DecisionService,
  ) {}

  @Get(':id')
  @Allow(...COUNCIL, 'director', 'hr_registrar', 'dpo', 'privacy_officer', 'program:chain:read')
  @Documented({ tag: 'consultation', summary: 'A request, its meetings, and what was decided', gives: REQUEST })
  async one(@Who() actor: Actor, @Param('id') id: string): Promise<Given<typeof REQUEST>> {
    return requestShown(await this.reading.readCase(id, actor), sitsInCouncil(actor));
  }

  @Post(':id/withdrawals')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Take a request back before anything was decided on it', gives: DONE })
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @Takes(ReasonBody) { reason }: ReasonBody): Promise<Given<typeof DONE>> {
    return { reference: await this.requests.withdraw(actor, id, reason) };
  }

  @Post(':id/meetings')
  @Allow('or_secretary', 'pvt_contact', 'group_officer', 'director', 'program:chain:write')
  @Documented({ tag: 'consultation', summary: 'Record that the meeting was held, with its minutes', gives: DONE })
  async meet(@Who() actor: Actor, @Param('id') id: string, @Takes(MeetingBody) body: MeetingBody): Promise<Given<typeof DONE>> {
    const { heldOn, presentCouncil, presentEmployer, minutes } = body;
    const held = { heldOn, presentCouncil, presentEmployer, minutes, minutesFile: null };
    return { reference: await this.meetings.recordMeeting(actor, id, held) };
  }

  @Post(':id/meetings/:meetingId/confirmations')
  @Allow('director', ...OFFICERS, 'program:chain:write')
  @Documented({
    tag: 'consultation',
    summary: 'Say that the meeting was held and the minutes are right',
    description: 'An officer of the council does this signed in; a key is refused.',
    gives: DONE,
  })
  async confirmMeeting(
    @Visit() visitor: Visitor,
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('meetingId') meetingId: string,
    @Takes(NoFields) _body: NoFields,
  ): Promise<Given<typeof DONE>> {
    refuseKeyOfCouncil(visitor, actor);
    return { reference: await this.meetings.confirmPresence(actor, id, meetingId) };
  }

  @Post(':id/decisions')
  @Allow(...OFFICERS, 'program:chain:write')
  @Documented({
    tag: 'consultation',
    summary: 'An officer writes down what the body decided',
    description: 'It decides nothing until another officer confirms it, in person.',
    once: 'service',
    gives: DECIDED,
  })
  decide(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Takes(DecisionBody) body: DecisionBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof DECIDED>> {
    const { password, totp } = body;
    return this.decisions.recordDecision(actor, id, decisionIn(body), { identity: { password, totp }, key: keyIn(key) ?? undefined });
  }

  @Post(':id/decisions/:decisionId/confirmations')
  @Allow(...OFFICERS)
  @Documented({ tag: 'consultation', summary: 'Another officer confirms a decision, in person', once: 'service', gives: DECIDED })
  confirm(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
    @Takes(IdentityBody) identity: IdentityBody,
    @Headers('idempotency-key') key?: string,
  ): Promise<Given<typeof DECIDED>> {
    return this.decisions.confirm(actor, id, decisionId, { identity, key: keyIn(key) ?? undefined });
  }

  @Post(':id/decisions/:decisionId/rejections')
  @Allow(...OFFICERS)
  @Documented({ tag: 'consultation', summary: 'Another officer says, in person, that the body did not decide this', gives: DONE })
  async reject(
    @Who() actor: Actor,
    @Param('id') id: string,
    @Param('decisionId') decisionId: string,
    @Takes(ReasonBody) { reason }: ReasonBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.decisions.reject(actor, id, decisionId, reason) };
  }
}

const conditionsIn = ({ conditions }: DecisionBody): readonly TypedCondition[] => {
  const read = (conditions ?? []).map(({ text, limit, promiseOwnerId, dueOn }) => ({
    text: text.trim(),
    limit: limit ?? null,
    promiseOwner: null,
    promiseOwnerId: limit ? null : (promiseOwnerId ?? null),
    dueOn: limit ? null : (dueOn ?? null),
  }));
  const wrong = read.flatMap(({ limit, promiseOwnerId, dueOn }, at) => [
    ...(limit || promiseOwnerId ? [] : [{ field: `conditions.${at}.promiseOwnerId`, code: 'condition.owner-missing' }]),
    ...(limit || dueOn ? [] : [{ field: `conditions.${at}.dueOn`, code: 'condition.due-missing' }]),
  ]);
  if (wrong.length > 0) throw new Problem(422, 'input.unusable', wrong);
  return read;
};

/** With the word and the totals of the minutes, or without them where the vote was held here. */
const decisionIn = (body: DecisionBody): TypedDecision | VotedDecision => {
  const written = { reasons: body.reasons, expiresOn: body.expiresOn ?? null, conditions: conditionsIn(body) };
  const { decision, decidedOn, votesFor, votesAgainst, votesAbstained } = body;
  if (!decision || !decidedOn) return written;
  return { ...written, decision, decidedOn, votesFor: votesFor ?? 0, votesAgainst: votesAgainst ?? 0, votesAbstained: votesAbstained ?? 0 };
};
