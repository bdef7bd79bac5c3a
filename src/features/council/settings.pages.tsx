import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { CouncilChangesService } from './changes.service.js';
import { IdentityDto, ReasonDto } from './council.dto.js';
import { councilPaths } from './council.paths.js';
import { councilText } from './council-texts.js';
import { attempt, type Errors, keyOf } from './doors.js';
import { CouncilSettingsService } from './settings.service.js';
import { type Body, typedIn } from './typed.js';
import { ChangePage } from './web/change-page.js';
import { SettingsPage } from './web/settings-page.js';

/** The council as it is, and the change that waits. */
@PageController()
export class CouncilSettingsPages {
  constructor(
    private readonly settings: CouncilSettingsService,
    private readonly changes: CouncilChangesService,
  ) {}

  @Get(councilPaths.settings)
  @Allow('or_member', 'or_chair', 'or_secretary')
  async page(@Who() actor: Actor): Promise<VNode> {
    return <SettingsPage view={await this.settings.view(actor)} />;
  }

  @Get(councilPaths.change(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary')
  async change(@Who() actor: Actor, @Param('id') id: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const read = await this.settings.change(actor, id);
    return <ChangePage read={read} keyOfPress={newId('i')} reason={typedIn(typed, 'reason')} errors={errors} />;
  }

  @Post(councilPaths.confirmation(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary')
  async confirm(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) =>
      this.changes.confirm(actor, id, { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.change(actor, id, body, done.errors));
    const { applied, reference } = done.value;
    return seeOther(councilPaths.settings, councilText(actor.language)(applied ? 'change.applied' : 'change.confirmed', { reference }));
  }

  @Post(councilPaths.rejection(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary')
  async reject(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(ReasonDto, body, actor.language, ({ reason }) => this.changes.reject(actor, id, reason));
    if (!done.ok) return unprocessable(await this.change(actor, id, body, done.errors));
    return seeOther(councilPaths.settings, councilText(actor.language)('change.rejected', { reference: done.value }));
  }

  @Post(councilPaths.withdrawal(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary')
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.changes.withdraw(actor, id);
    return seeOther(councilPaths.settings, councilText(actor.language)('change.withdrawn', { reference }));
  }
}
