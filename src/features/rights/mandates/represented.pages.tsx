import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, Who } from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import type { Body } from '../doors.js';
import { rightsPaths } from '../rights.paths.js';
import { RepresentedPage } from '../web/represented-page.js';
import { ActingVisit } from './acting.doors.js';
import { ActingForService } from './acting-for.service.js';
import { mandatesCatalogue } from './mandates.catalogue.js';
import { MandatesService } from './mandates.service.js';

/** The adviser's side: for whom he or she may act, and acting. */
@PageController()
export class RepresentedPages {
  constructor(
    private readonly mandates: MandatesService,
    private readonly acting: ActingForService,
  ) {}

  @Get(rightsPaths.representedList)
  @Allow('trusted_person')
  async list(@Who() actor: Actor): Promise<VNode> {
    return <RepresentedPage people={await this.mandates.represented(actor)} />;
  }

  @Get(rightsPaths.representedOf)
  @Allow('trusted_person')
  one(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.visit(actor, id).page();
  }

  @Get(rightsPaths.representedObjectionOf)
  @Allow('trusted_person')
  objectForm(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.visit(actor, id).objectForm();
  }

  @Post(rightsPaths.representedObjectionOf)
  @Allow('trusted_person')
  object(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.visit(actor, id).object(body);
  }

  @Get(rightsPaths.representedRequestOf)
  @Allow('trusted_person')
  askForm(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.visit(actor, id).askForm();
  }

  @Post(rightsPaths.representedRequestOf)
  @Allow('trusted_person')
  ask(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.visit(actor, id).ask(body);
  }

  @Get(rightsPaths.representedDetrimentOf)
  @Allow('trusted_person')
  reportForm(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.visit(actor, id).reportForm();
  }

  @Post(rightsPaths.representedDetrimentOf)
  @Allow('trusted_person')
  report(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    return this.visit(actor, id).report(body);
  }

  @Post(rightsPaths.representedEndOf)
  @Allow('trusted_person')
  async giveBack(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.mandates.giveBack(actor, id);
    return seeOther(rightsPaths.representedList, text(mandatesCatalogue, actor.language)('acting.gone'));
  }

  private visit(actor: Actor, id: string): ActingVisit {
    const door = {
      page: rightsPaths.represented(id),
      object: rightsPaths.representedObjection(id),
      ask: rightsPaths.representedRequest(id),
      report: rightsPaths.representedDetriment(id),
      back: rightsPaths.representedEnd(id),
    };
    return new ActingVisit(this.acting, { kind: 'adviser', actor, mandateId: id }, door, actor.language);
  }
}
