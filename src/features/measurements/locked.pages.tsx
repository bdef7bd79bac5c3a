import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { MAY_STOP } from '../gate/index.js';
import { BreachesService } from './breaches/breaches.service.js';
import { attempt, type Body, typedIn } from './doors.js';
import { measurementsCatalogue } from './measurements.catalogue.js';
import { BreachForm, EndHoldForm, LiftForm } from './measurements.dto.js';
import { measurementPaths } from './measurements.paths.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { RetentionService } from './retention/retention.service.js';
import { BreachPage } from './web/breach-page.js';
import { EndHoldPage, QuarantinePage } from './web/locked-pages.js';

export const READS_BREACHES = ['privacy_officer', 'dpo'] as const;

/** Data that is locked, held or came without a lease, one by one. */
@PageController()
export class LockedPages {
  constructor(
    private readonly quarantine: QuarantineService,
    private readonly retention: RetentionService,
    private readonly breaches: BreachesService,
  ) {}

  @Get(measurementPaths.quarantineOf)
  @Allow('privacy_officer', 'dpo', 'or_chair', 'or_secretary', 'or_member')
  locked(@Who() actor: Actor, @Param('quarantineId') id: string): Promise<VNode> {
    return this.quarantinePage(actor, id);
  }

  @Post(measurementPaths.deletionOf)
  @Allow('privacy_officer')
  async delete(@Who() actor: Actor, @Param('quarantineId') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.quarantine.delete(actor, id);
    return seeOther(measurementPaths.quarantine(id), text(measurementsCatalogue, actor.language)('quarantine.deleted'));
  }

  @Post(measurementPaths.liftingOf)
  @Allow('dpo')
  async lift(@Who() actor: Actor, @Param('quarantineId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(LiftForm, body, actor.language, ({ reason }) => this.quarantine.lift(actor, id, reason.trim()));
    if (!done.ok) return unprocessable(await this.quarantinePage(actor, id, done.errors, body));
    return seeOther(measurementPaths.quarantine(id), text(measurementsCatalogue, actor.language)('quarantine.lifted'));
  }

  @Get(measurementPaths.endHoldOf)
  @Allow('privacy_officer')
  endHoldForm(@Param('holdId') id: string): Promise<VNode> {
    return this.holdPage(id);
  }

  @Post(measurementPaths.endHoldOf)
  @Allow('privacy_officer')
  async endHold(@Who() actor: Actor, @Param('holdId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const { toolId } = await this.retention.hold(id);
    const done = await attempt(EndHoldForm, body, actor.language, ({ reason }) => this.retention.endHold(actor, id, reason.trim()));
    if (!done.ok) return unprocessable(await this.holdPage(id, done.errors, body));
    return seeOther(measurementPaths.tool(toolId), text(measurementsCatalogue, actor.language)('hold.ended'));
  }

  @Get(measurementPaths.breachOf)
  @Allow(...READS_BREACHES)
  breach(@Who() actor: Actor, @Param('breachId') id: string): Promise<VNode> {
    return this.breachPage(actor, id);
  }

  @Post(measurementPaths.breachOf)
  @Allow('privacy_officer')
  async decide(@Who() actor: Actor, @Param('breachId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(BreachForm, body, actor.language, ({ decision, reasons, authorityReference }) =>
      this.breaches.decide(actor, id, { decision, reasons: reasons.trim(), authorityReference: authorityReference?.trim() || null }),
    );
    if (!done.ok) return unprocessable(await this.breachPage(actor, id, done.errors, body));
    return seeOther(measurementPaths.breach(id), text(measurementsCatalogue, actor.language)('breach.done'));
  }

  private async quarantinePage(actor: Actor, id: string, errors?: readonly FieldError[], body: Body = {}): Promise<VNode> {
    const quarantine = await this.quarantine.read(id);
    const isOfficer = actor.role === 'privacy_officer';
    const unreached = isOfficer && !quarantine.ended ? await this.quarantine.unreached(id) : [];
    const mayDelete = isOfficer && this.quarantine.today() > quarantine.askUntil;
    return (
      <QuarantinePage
        quarantine={quarantine}
        unreached={unreached}
        mayDelete={mayDelete}
        mayLift={actor.role === 'dpo'}
        mayStop={MAY_STOP.some((role) => role === actor.role)}
        typed={typedIn(body)}
        errors={errors}
      />
    );
  }

  private async holdPage(id: string, errors?: readonly FieldError[], body: Body = {}): Promise<VNode> {
    return <EndHoldPage hold={await this.retention.hold(id)} typed={typedIn(body)} errors={errors} />;
  }

  private async breachPage(actor: Actor, id: string, errors?: readonly FieldError[], body: Body = {}): Promise<VNode> {
    return (
      <BreachPage
        breach={await this.breaches.read(id)}
        mayDecide={actor.role === 'privacy_officer'}
        typed={typedIn(body)}
        errors={errors}
      />
    );
  }
}
