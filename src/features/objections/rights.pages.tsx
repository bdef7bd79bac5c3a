import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import { Allow, PageController, type PageResult, parse, RawBody, seeOther, unprocessable, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { ChannelsService } from './channels.service.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { RightDto, TextDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { type HandledRight, RightsService } from './rights.service.js';
import { keyIn, textIn, typedIn } from './typed.js';
import { HandledRightPage } from './web/handled-right-page.js';
import { OwnRightPage, RightsListPage, RightsStartPage } from './web/rights-pages.js';

type Body = Record<string, unknown>;
type Errors = readonly { readonly field: string; readonly text: string }[];

@PageController()
export class RightsPages {
  constructor(
    private readonly rights: RightsService,
    private readonly channels: ChannelsService,
  ) {}

  @Get(objectionPaths.rightsStart)
  @Allow('signed-in')
  async start(@Who() actor: Actor): Promise<VNode> {
    return <RightsStartPage tools={await this.rights.tools(actor)} idempotencyKey={newId('i')} />;
  }

  @Post(objectionPaths.rightsStart)
  @Allow('signed-in')
  async lodge(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const t = text(objectionsCatalogue, actor.language);
    const tools = await this.rights.tools(actor);
    const parsed = parse(RightDto, body);
    const tool = textIn(body, 'tool');
    const known = tool === '' || tools.some(({ toolId }) => toolId === tool);
    if (!parsed.ok || !known) {
      const fields = new Set([...(parsed.ok ? [] : parsed.errors.map(({ field }) => field)), ...(known ? [] : ['tool'])]);
      const errors = [...fields].map((field) => ({ field, text: t(field === 'text' ? 'case.needed' : 'case.choose') }));
      return unprocessable(
        <RightsStartPage tools={tools} idempotencyKey={keyIn(body) ?? newId('i')} errors={errors} typed={typedIn(body)} />,
      );
    }
    const id = await this.rights.lodge(
      actor,
      { kind: parsed.value.kind, toolId: tool || null, text: parsed.value.text.trim() },
      keyIn(body),
    );
    return seeOther(objectionPaths.right(id));
  }

  @Get(objectionPaths.rightOf)
  @Allow('signed-in')
  async own(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return <OwnRightPage {...await this.rights.ownOne(actor, id)} contacts={await this.channels.contacts()} />;
  }

  @Get(objectionPaths.rightsList)
  @Allow('objection_handler')
  async list(@Who() actor: Actor): Promise<VNode> {
    const rows = await this.rights.handled(actor);
    return (
      <RightsListPage
        rows={rows.map((one) => ({
          href: objectionPaths.handledRight(one.id),
          reference: one.reference,
          kind: one.kind,
          answered: one.answeredAt !== null,
          isOverdue: one.isOverdue,
          dueOn: one.dueOn,
        }))}
      />
    );
  }

  @Get(objectionPaths.handledRightOf)
  @Allow('objection_handler')
  async handled(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.page(await this.rights.handledOne(actor, id));
  }

  @Post(objectionPaths.answerOf)
  @Allow('objection_handler')
  async answer(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const t = text(objectionsCatalogue, actor.language);
    const parsed = parse(TextDto, body);
    if (!parsed.ok)
      return unprocessable(
        this.page(await this.rights.handledOne(actor, id), [{ field: 'text', text: t('case.needed') }], textIn(body, 'text')),
      );
    await this.rights.answer(actor, id, parsed.value.text);
    return seeOther(objectionPaths.handledRight(id), t('rights.answerDone'));
  }

  private page(view: HandledRight, errors?: Errors, typed?: string): VNode {
    return <HandledRightPage {...view} action={objectionPaths.answer(view.id)} errors={errors} typed={typed} />;
  }
}
