import { Get, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { attempt, type Body } from './doors.js';
import { BehalfDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { ObjectionsService } from './objections.service.js';
import { procedureCatalogue } from './procedure.catalogue.js';
import { keyIn, typedIn } from './typed.js';
import { BehalfPage } from './web/behalf-page.js';

/** The confidential adviser objects for somebody who asked for it. */
@PageController()
export class BehalfPages {
  constructor(private readonly objections: ObjectionsService) {}

  @Get(objectionPaths.behalf)
  @Allow('trusted_person')
  form(): Promise<VNode> {
    return this.page();
  }

  @Post(objectionPaths.behalf)
  @Allow('trusted_person')
  async send(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const done = await attempt(BehalfDto, body, actor.language, ({ staffNumber, tool, situation }) =>
      this.objections.lodgeFor(actor, { staffNumber: staffNumber.trim(), toolId: tool, situation: (situation ?? '').trim() }, keyIn(body)),
    );
    const t = text(procedureCatalogue, actor.language);
    if (!done.ok) {
      const errors = done.errors.map((error) => (error.field === 'asked' ? { ...error, text: t('behalf.askedNeeded') } : error));
      return unprocessable(await this.page(body, errors));
    }
    return seeOther(objectionPaths.behalf, t('behalf.done', { reference: done.value }));
  }

  private async page(body?: Body, errors?: readonly FieldError[]): Promise<VNode> {
    const tools = await this.objections.everyTool();
    return <BehalfPage tools={tools} idempotencyKey={newId('i')} typed={body && typedIn(body)} errors={errors} />;
  }
}
