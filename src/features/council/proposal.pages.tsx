import { Get, Post, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { CouncilChangesService } from './changes.service.js';
import { CommitteesDto, ResetDto, RulesDto, SeatsDto, TermDto } from './council.dto.js';
import { councilPaths } from './council.paths.js';
import { councilText } from './council-texts.js';
import { type Attempt, attempt, type Errors, keyOf } from './doors.js';
import { MOST_COMMITTEES, MOST_SEATS } from './domain/seating.js';
import type { Done } from './in-hand.js';
import { CouncilResettingService } from './resetting.service.js';
import { CouncilSettingsService } from './settings.service.js';
import { type Body, typedIn } from './typed.js';
import { CommitteesPage, RulesPage, SeatsPage, TermPage } from './web/form-pages.js';
import { ResetPage } from './web/reset-page.js';

const upTo = (most: number): readonly number[] => Array.from({ length: most }, (_, at) => at + 1);
/** How many seats a form shows: what was asked, as far as a council can have them. */
const rowsIn = (asked: unknown, now: number): number => {
  const typed = typeof asked === 'string' && /^\d{1,2}$/.test(asked) ? Number(asked) : now;
  return Math.min(MOST_SEATS, Math.max(2, typed));
};

/** The forms in which the council proposes a change of itself; and the administrator's reset. */
@PageController()
export class CouncilProposalPages {
  constructor(
    private readonly settings: CouncilSettingsService,
    private readonly changes: CouncilChangesService,
    private readonly resetting: CouncilResettingService,
  ) {}

  @Get(councilPaths.seats)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async seatsForm(@Who() actor: Actor, @Query('seats') asked?: unknown, typed?: Body, errors?: Errors): Promise<VNode> {
    const view = await this.settings.form(actor, 'roster');
    const rows = rowsIn(typedIn(typed, 'seats') ?? asked, view.seating.seats.length);
    return <SeatsPage view={view} rows={rows} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(councilPaths.seats)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async seats(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(SeatsDto, body, actor.language, (dto) => {
      const seats = upTo(dto.seats).map((n) => ({ member: dto[`member${n}`] ?? '', deputy: dto[`deputy${n}`] ?? '' }));
      return this.changes.proposeSeats(actor, { seats, chair: dto.chair, secretary: dto.secretary }, { identity: dto, key: keyOf(body) });
    });
    return done.ok ? proposed(actor, done) : unprocessable(await this.seatsForm(actor, undefined, body, done.errors));
  }

  @Get(councilPaths.committees)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async committeesForm(@Who() actor: Actor, typed?: Body, errors?: Errors): Promise<VNode> {
    const view = await this.settings.form(actor, 'roster');
    return <CommitteesPage view={view} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(councilPaths.committees)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async committees(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(CommitteesDto, body, actor.language, (dto) => {
      const committees = upTo(MOST_COMMITTEES)
        .map((n) => ({ name: dto[`committee${n}`] ?? '', members: dto[`members${n}`] ?? [] }))
        .filter(({ name, members }) => name !== '' || members.length > 0);
      return this.changes.proposePart(actor, { part: 'committees', committees }, { identity: dto, key: keyOf(body) });
    });
    return done.ok ? proposed(actor, done) : unprocessable(await this.committeesForm(actor, body, done.errors));
  }

  @Get(councilPaths.term)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async termForm(@Who() actor: Actor, typed?: Body, errors?: Errors): Promise<VNode> {
    const view = await this.settings.form(actor, 'roster');
    return <TermPage view={view} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(councilPaths.term)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async term(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(TermDto, body, actor.language, (dto) => {
      const edit = { part: 'term', termStartsOn: dto.termStartsOn ?? null, termEndsOn: dto.termEndsOn ?? null } as const;
      return this.changes.proposePart(actor, edit, { identity: dto, key: keyOf(body) });
    });
    return done.ok ? proposed(actor, done) : unprocessable(await this.termForm(actor, body, done.errors));
  }

  @Get(councilPaths.rules)
  @Allow('or_chair', 'or_secretary')
  async rulesForm(@Who() actor: Actor, typed?: Body, errors?: Errors): Promise<VNode> {
    const view = await this.settings.form(actor, 'rules');
    return <RulesPage view={view} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(councilPaths.rules)
  @Allow('or_chair', 'or_secretary')
  async rules(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(RulesDto, body, actor.language, (dto) => {
      const { majority, ballot, tie, deputising } = dto;
      const quorum = dto.quorum === 'seats' ? (dto.quorumSeats ?? 0) : dto.quorum;
      return this.changes.proposeRules(actor, { quorum, majority, ballot, tie, deputising }, { identity: dto, key: keyOf(body) });
    });
    return done.ok ? proposed(actor, done) : unprocessable(await this.rulesForm(actor, body, done.errors));
  }

  @Get(councilPaths.reset)
  @Allow('org_admin')
  async resetForm(@Who() actor: Actor, typed?: Body, errors?: Errors): Promise<VNode> {
    const { asked } = await this.resetting.view(actor);
    return <ResetPage asked={asked} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(councilPaths.reset)
  @Allow('org_admin')
  async reset(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ResetDto, body, actor.language, ({ chair, secretary, reason, ...identity }) =>
      this.resetting.reset(actor, { chair, secretary, reason }, { identity, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.resetForm(actor, body, done.errors));
    return seeOther('/', councilText(actor.language)('reset.done', { reference: done.value.reference }));
  }
}

const proposed = (actor: Actor, { value }: Extract<Attempt<Done>, { ok: true }>): PageResult =>
  seeOther(councilPaths.settings, councilText(actor.language)('change.proposed', { reference: value.reference }));
