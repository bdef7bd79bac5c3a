import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import {
  Allow,
  file,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { CouncilService } from '../council.service.js';
import { attempt, type Body, doneText, type Errors } from '../doors.js';
import { OwnPromisePage, OwnPromisesPage, PromisePage } from '../web/promise-pages.js';
import { conditionsCatalogue } from './conditions.catalogue.js';
import { PromiseService } from './promise.service.js';
import { EvidenceDto, FindingDto } from './promises.dto.js';

/** Promises: their owner hands in evidence, the council judges. */
@PageController()
export class PromisesPages {
  constructor(
    private readonly promises: PromiseService,
    private readonly council: CouncilService,
  ) {}

  @Get(consultationPaths.ownPromises)
  @Allow('director', 'hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin')
  async mine(@Who() actor: Actor): Promise<VNode> {
    return <OwnPromisesPage promises={await this.promises.mine(actor)} />;
  }

  @Get(consultationPaths.ownPromise(':conditionId'))
  @Allow('director', 'hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin')
  async own(@Who() actor: Actor, @Param('conditionId') conditionId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    return <OwnPromisePage promise={await this.promises.own(actor, conditionId)} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.ownPromise(':conditionId'))
  @Allow('director', 'hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin')
  async handIn(@Who() actor: Actor, @Param('conditionId') conditionId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(EvidenceDto, body, actor.language, (dto) =>
      this.promises.handIn(actor, conditionId, { text: dto.text ?? '', file: isUpload(dto.file) ? dto.file : null }),
    );
    if (!done.ok) return unprocessable(await this.own(actor, conditionId, body, done.errors));
    const said = text(conditionsCatalogue, actor.language)('evidence.done', { reference: done.value });
    return seeOther(consultationPaths.ownPromise(conditionId), said);
  }

  @Get(consultationPaths.promise(':conditionId'))
  @Allow('or_chair', 'or_secretary', 'or_member', 'pvt_contact', 'group_officer')
  async promise(@Who() actor: Actor, @Param('conditionId') conditionId: string, typed?: Body, errors?: Errors): Promise<VNode> {
    const { promise, judges, identity } = await this.promises.forCouncil(actor, conditionId);
    return <PromisePage promise={promise} judges={judges} identity={identity} typed={typed} errors={errors} />;
  }

  @Post(consultationPaths.promise(':conditionId'))
  @Allow('or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async find(@Who() actor: Actor, @Param('conditionId') conditionId: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(FindingDto, body, actor.language, (dto) => this.council.findPromise(actor, conditionId, dto.finding, dto));
    if (!done.ok) return unprocessable(await this.promise(actor, conditionId, body, done.errors));
    return seeOther(consultationPaths.promise(conditionId), doneText('promise.done', done.value, actor.language));
  }

  @Get(consultationPaths.promiseFile(':conditionId', ':evidenceId'))
  @Allow(
    'or_chair',
    'or_secretary',
    'or_member',
    'pvt_contact',
    'group_officer',
    'director',
    'hr_registrar',
    'privacy_officer',
    'tool_owner',
    'it_admin',
  )
  async evidence(
    @Who() actor: Actor,
    @Param('conditionId') conditionId: string,
    @Param('evidenceId') evidenceId: string,
  ): Promise<PageResult> {
    const stored = await this.promises.file(actor, conditionId, evidenceId);
    return file(stored.bytes, stored.type, stored.name);
  }
}
