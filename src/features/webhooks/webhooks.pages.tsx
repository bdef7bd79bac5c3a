import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound, Problem } from '../../kernel/problem.js';
import {
  Allow,
  explain,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { ReceiversService } from './receivers.service.js';
import { AddPage, RemovalPage, SecretPage } from './web/receiver-forms.js';
import { ReceiverPage } from './web/receiver-page.js';
import { ReceiversPage } from './web/receivers-page.js';
import { webhooksCatalogue } from './webhooks.catalogue.js';
import { AgainForm, ReceiverForm } from './webhooks.dto.js';
import { webhookPaths } from './webhooks.paths.js';

type Body = Record<string, unknown>;
/** Boxes of one name: one ticked box comes as a text. */
const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
const FIELDS = ['url', 'kinds', 'tools'] as const;

@PageController()
export class WebhooksPages {
  constructor(private readonly receivers: ReceiversService) {}

  @Get(webhookPaths.list)
  @Allow('it_admin', 'dpo', 'privacy_officer', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'auditor')
  async list(@Who() actor: Actor): Promise<VNode> {
    return <ReceiversPage receivers={await this.receivers.list()} mayChange={actor.role === 'it_admin'} />;
  }

  @Get(webhookPaths.add)
  @Allow('it_admin')
  async addForm(): Promise<VNode> {
    return <AddPage tools={await this.receivers.tools()} />;
  }

  /** Answers with the page itself: after a redirect the secret would be nowhere any more. */
  @Post(webhookPaths.add)
  @Allow('it_admin')
  async add(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const form = parse(ReceiverForm, { ...body, kinds: listIn(body['kinds']), tools: listIn(body['tools']) });
    const t = text(webhooksCatalogue, actor.language);
    if (!form.ok) {
      const known = new Set<unknown>((await this.receivers.tools()).map(({ id }) => id));
      const strange = listIn(body['tools']).some((tool) => !known.has(tool));
      const wrong = FIELDS.filter((field) => (field === 'tools' && strange) || form.errors.some((error) => error.field === field));
      const others = form.errors.filter(({ field }) => !FIELDS.some((known) => known === field));
      if (others.length > 0) refuseFields(Object.fromEntries(others.map(({ field }) => [field, ''])));
      return this.addAgain(
        body,
        wrong.map((field) => ({ field, text: t(`error.${field}`) })),
      );
    }
    try {
      const { id, secret } = await this.receivers.add(actor, form.value);
      return withStatus(200, <SecretPage id={id} host={await this.hostOf(id)} secret={secret} />);
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      return this.addAgain(
        body,
        error.reasons.map((reason) => ({ field: reason.field ?? 'url', text: explain(reason, actor.language).title })),
      );
    }
  }

  @Get(webhookPaths.receiverOf)
  @Allow('it_admin')
  async receiver(@Param('receiverId') id: string): Promise<VNode> {
    return <ReceiverPage {...await this.receivers.read(id)} />;
  }

  @Post(webhookPaths.secretOf)
  @Allow('it_admin')
  async renew(@Who() actor: Actor, @Param('receiverId') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const secret = await this.receivers.renewSecret(actor, id);
    return withStatus(200, <SecretPage id={id} host={await this.hostOf(id)} secret={secret} />);
  }

  @Get(webhookPaths.removalOf)
  @Allow('it_admin')
  async removalForm(@Param('receiverId') id: string): Promise<VNode> {
    const { receiver } = await this.receivers.read(id);
    if (receiver.endedAt) throw notFound();
    return <RemovalPage id={id} host={receiver.host} />;
  }

  @Post(webhookPaths.removalOf)
  @Allow('it_admin')
  async remove(@Who() actor: Actor, @Param('receiverId') id: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.receivers.remove(actor, id);
    return seeOther(webhookPaths.list, text(webhooksCatalogue, actor.language)('removal.done', { reference }));
  }

  @Post(webhookPaths.againOf)
  @Allow('it_admin')
  async again(@Who() actor: Actor, @Param('receiverId') id: string, @RawBody() body: Body): Promise<PageResult> {
    const form = parse(AgainForm, body);
    if (!form.ok) {
      throw new Problem(
        422,
        'input.unusable',
        form.errors.map(({ field, code }) => ({ code: `field.${code}`, field })),
      );
    }
    const reference = await this.receivers.sendAgain(actor, id, form.value.event ?? null);
    return seeOther(webhookPaths.receiver(id), text(webhooksCatalogue, actor.language)('letters.done', { reference }));
  }

  private async hostOf(id: string): Promise<string> {
    return (await this.receivers.read(id)).receiver.host;
  }

  private async addAgain(body: Body, errors: readonly FieldError[]): Promise<PageResult> {
    const typed = {
      url: typeof body['url'] === 'string' ? body['url'] : '',
      kinds: listIn(body['kinds']).map(String),
      tools: listIn(body['tools']).map(String),
    };
    return unprocessable(<AddPage tools={await this.receivers.tools()} typed={typed} errors={errors} />);
  }
}
