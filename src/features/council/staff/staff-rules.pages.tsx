import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import {
  Allow,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { IdentityDto } from '../council.dto.js';
import { attempt, type Errors, keyOf } from '../doors.js';
import type { Body } from '../typed.js';
import { staffRulesCatalogue } from './staff-rules.catalogue.js';
import { StaffRulesDto } from './staff-rules.dto.js';
import { staffRulesPaths } from './staff-rules.paths.js';
import { StaffRulesService } from './staff-rules.service.js';
import { StaffRulesPage } from './web/staff-rules-page.js';

const said = (actor: Actor) => text(staffRulesCatalogue, actor.language);

/** For whoever is no member of the staff representation there is nothing here. */
@PageController()
export class StaffRulesPages {
  constructor(private readonly rules: StaffRulesService) {}

  @Get(staffRulesPaths.rules)
  @Allow('pvt_contact')
  async page(@Who() actor: Actor, typed?: Body, errors?: Errors): Promise<VNode> {
    return <StaffRulesPage view={await this.rules.view(actor)} keyOfPress={newId('i')} typed={typed} errors={errors} />;
  }

  @Post(staffRulesPaths.rules)
  @Allow('pvt_contact')
  async propose(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(StaffRulesDto, body, actor.language, (dto) => {
      const quorum = dto.quorum === 'seats' ? (dto.quorumSeats ?? 0) : dto.quorum;
      return this.rules.propose(actor, { quorum, majority: dto.majority, ballot: dto.ballot }, { identity: dto, key: keyOf(body) });
    });
    if (!done.ok) return unprocessable(await this.page(actor, body, done.errors));
    return seeOther(staffRulesPaths.rules, said(actor)('proposed', { reference: done.value }));
  }

  @Post(staffRulesPaths.confirmation(':id'))
  @Allow('pvt_contact')
  async confirm(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(IdentityDto, body, actor.language, (dto) =>
      this.rules.confirm(actor, id, { identity: dto, key: keyOf(body) }),
    );
    if (!done.ok) return unprocessable(await this.page(actor, body, done.errors));
    return seeOther(staffRulesPaths.rules, said(actor)('applied', { reference: done.value }));
  }

  @Post(staffRulesPaths.withdrawal(':id'))
  @Allow('pvt_contact')
  async withdraw(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    return seeOther(staffRulesPaths.rules, said(actor)('withdrawn', { reference: await this.rules.withdraw(actor, id) }));
  }
}
