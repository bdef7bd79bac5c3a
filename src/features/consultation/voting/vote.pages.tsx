import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { dayOf, momentAt } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { Problem, unusable } from '../../../kernel/problem.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who, withStatus } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { Crumb } from '../../../platform/ui/index.js';
import { AnnouncePage, ballotsCatalogue, CodePage, NoNewVotePage, type VoteAddresses, VotePage } from '../../ballots/index.js';
import { consultationCatalogue } from '../consultation.catalogue.js';
import { consultationPaths } from '../consultation.paths.js';
import { attempt, type Body, type Errors, keyOf } from '../doors.js';
import type { FoundRequest } from '../requests.repository.js';
import { AnnounceDto, CastingDto, OnBallotDto, VoteDto } from './vote.dto.js';
import type { AskedVote } from './vote.js';
import { VotingService } from './voting.service.js';

const addressesOf = (requestId: string): VoteAddresses => ({
  vote: consultationPaths.vote(requestId),
  announce: consultationPaths.voteOpening(requestId),
  withdraw: consultationPaths.voteWithdrawal(requestId),
  count: consultationPaths.voteCount(requestId),
  casting: consultationPaths.castingVote(requestId),
  decide: consultationPaths.decision(requestId),
  plan: consultationPaths.request(requestId),
  questions: consultationPaths.casePage(requestId, 'questions'),
  meetings: consultationPaths.casePage(requestId, 'meetings'),
});

const crumbsOf = ({ id, toolName }: FoundRequest, { language }: Actor): readonly Crumb[] => [
  { text: text(consultationCatalogue, language)('council.title'), href: consultationPaths.council },
  { text: toolName, href: consultationPaths.request(id) },
];

const said = (actor: Actor) => text(ballotsCatalogue, actor.language);

/** 14.00, 9:30 and 09:30 are all a time. */
const momentOf = (day: string, time: string, field: string): Date => {
  const at = momentAt(day, time.trim().replace('.', ':').padStart(5, '0'));
  if (!at) throw unusable(field, 'ballot.time-unreadable');
  return at;
};
const askedOf = (dto: AnnounceDto): AskedVote => {
  const opensAt = dto.opens === 'later' ? momentOf(dto.opensOn ?? '', dto.opensTime ?? '', dto.opensOn ? 'opensTime' : 'opensOn') : null;
  return { proposal: dto.proposal, opensAt, closesAt: momentOf(dto.closesOn, dto.closesTime, 'closesTime') };
};

const CLOSED = 'vote.closed';
const isClosed = (error: unknown): boolean => error instanceof Problem && error.code === CLOSED;

/** What keeps a first vote from being opened. */
const hindranceOf = (kept: string | null): 'meeting' | 'waiting' | 'over' | null => {
  if (kept === null) return null;
  if (kept === 'decision.before-meeting') return 'meeting';
  return kept === 'decision.waiting' ? 'waiting' : 'over';
};

/** For whoever is not a member there is nothing here. */
@PageController()
export class VotePages {
  constructor(private readonly voting: VotingService) {}

  @Get(consultationPaths.vote(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async page(@Who() actor: Actor, @Param('id') id: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request, seen, identity } = await this.voting.read(actor, id);
    return (
      <VotePage
        seen={seen}
        to={addressesOf(id)}
        crumbs={crumbsOf(request, actor)}
        toolName={request.toolName}
        identity={identity}
        keyOfPress={newId('i')}
        typed={typed}
        errors={errors}
      />
    );
  }

  @Post(consultationPaths.vote(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async cast(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const voted = await attempt(VoteDto, body, actor.language, (dto) => {
      const { ballotId, choice, password, totp } = dto;
      const typed = { ballotId, choice, reasons: dto.reasons?.trim() || null, code: dto.code ?? null };
      return this.voting.cast(actor, id, typed, { identity: { password: password ?? '', totp }, key: keyOf(body) });
    }).catch((error: unknown) => {
      if (isClosed(error)) return null;
      throw error;
    });
    if (!voted) return withStatus(409, await this.page(actor, id));
    if (!voted.ok) return unprocessable(await this.page(actor, id, body, voted.errors));
    const vote = consultationPaths.vote(id);
    if (voted.value.kind !== 'secret')
      return seeOther(vote, said(actor)(voted.value.kind === 'cast' ? 'cast.done' : 'change.done', { reference: voted.value.reference }));
    const { receipt, closesAt } = voted.value;
    const { request } = await this.voting.read(actor, id);
    return withStatus(200, <CodePage receipt={receipt} closesAt={closesAt} back={vote} crumbs={crumbsOf(request, actor)} />);
  }

  @Get(consultationPaths.voteOpening(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async announceForm(@Who() actor: Actor, @Param('id') id: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { request, seen, standing, kept, form, now } = await this.voting.read(actor, id);
    const why = standing === 'none' ? hindranceOf(kept) : standing;
    if (why) return <NoNewVotePage why={why} to={addressesOf(id)} crumbs={crumbsOf(request, actor)} toolName={request.toolName} />;
    const proposed = { closesOn: dayOf(new Date(now.getTime() + WEEK_MS)), closesTime: END_OF_OFFICE_HOURS };
    return (
      <AnnouncePage
        form={form}
        body={seen.body}
        to={addressesOf(id)}
        crumbs={crumbsOf(request, actor)}
        toolName={request.toolName}
        keyOfPress={newId('i')}
        typed={typed ?? proposed}
        errors={errors}
      />
    );
  }

  @Post(consultationPaths.voteOpening(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async announce(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(AnnounceDto, body, actor.language, async (dto) => this.voting.announce(actor, id, askedOf(dto)));
    if (!done.ok) return unprocessable(await this.announceForm(actor, id, body, done.errors));
    return seeOther(consultationPaths.vote(id), said(actor)('announce.done', { reference: done.value }));
  }

  @Post(consultationPaths.voteWithdrawal(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(OnBallotDto, body, actor.language, (dto) => this.voting.withdraw(actor, id, dto.ballotId));
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(consultationPaths.vote(id), said(actor)('withdraw.done', { reference: done.value }));
  }

  @Post(consultationPaths.voteCount(':id'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact')
  async count(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(OnBallotDto, body, actor.language, (dto) => this.voting.count(actor, id, dto.ballotId));
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(consultationPaths.vote(id), said(actor)(done.value === 'counted' ? 'count.done' : 'count.repeated'));
  }

  @Post(consultationPaths.castingVote(':id'))
  @Allow('or_chair')
  async castDeciding(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(CastingDto, body, actor.language, (dto) => this.voting.castDeciding(actor, id, dto, dto));
    if (!done.ok) return unprocessable(await this.page(actor, id, body, done.errors));
    return seeOther(consultationPaths.vote(id), said(actor)('casting.done', { reference: done.value }));
  }
}

const WEEK_MS = 7 * 86_400_000;
const END_OF_OFFICE_HOURS = '17:00';
