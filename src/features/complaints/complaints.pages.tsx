import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  PageController,
  type PageResult,
  RawBody,
  refuseFields,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { ACCEPTED_FILES } from './clean-file.js';
import { ComplaintsService } from './complaints.service.js';
import { complaintPaths } from './complaints.paths.js';
import { termsOf } from './complaints.views.js';
import { FollowService } from './follow.service.js';
import { type Body, codeIn, filledIn, mended, readTold, uploadsIn } from './story-form.js';
import { CodePage } from './web/code-pages.js';
import { DoorPage, NamedPage } from './web/door-pages.js';
import { type Filled, NOTHING } from './web/questions.js';

/** Complaints of somebody who signed in. */
@PageController()
export class ComplaintsPages {
  constructor(
    private readonly complaints: ComplaintsService,
    private readonly follow: FollowService,
  ) {}

  @Get(complaintPaths.mine)
  @Allow('signed-in')
  async door(@Who() actor: Actor): Promise<VNode> {
    return <DoorPage claims={await this.complaints.waitingCodes(actor)} />;
  }

  @Get(complaintPaths.start)
  @Allow('signed-in')
  start(@Who() actor: Actor): Promise<VNode> {
    return this.form(actor, this.complaints.newCode(), NOTHING);
  }

  @Post(complaintPaths.start)
  @Allow('signed-in')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const code = codeIn(body);
    const read = readTold(body, actor.language, true);
    const again = async (errors: readonly FieldError[]): Promise<PageResult> =>
      unprocessable(await this.form(actor, code, filledIn(body), errors));
    if (!read.ok) return again(read.errors);
    const files = await mended(() => this.complaints.addFiles(code, uploadsIn(body)), actor.language);
    if (files.length > 0) return again(files);
    const errors = await mended(() => this.complaints.lodge(actor, read.told), actor.language);
    return errors.length > 0 ? again(errors) : this.code(actor, code);
  }

  @Post(complaintPaths.claimOf)
  @Allow('signed-in')
  async claim(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    refuseFields(body);
    return this.code(actor, await this.complaints.claim(actor, id));
  }

  private async code({ language }: Actor, code: string): Promise<PageResult> {
    const view = await this.follow.follow(code);
    if (!view) throw notFound();
    return withStatus(200, <CodePage code={code} named terms={termsOf(view.complaint, language)} />);
  }

  private async form(actor: Actor, code: string, filled: Filled, errors?: readonly FieldError[]): Promise<VNode> {
    const [tools, contacts, live] = await Promise.all([this.complaints.tools(actor), this.complaints.contacts(), this.complaints.isLive()]);
    return (
      <NamedPage code={code} tools={tools} contacts={contacts} live={live} accepted={ACCEPTED_FILES} filled={filled} errors={errors} />
    );
  }
}
