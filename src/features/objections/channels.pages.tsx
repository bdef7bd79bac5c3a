import { Get, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import {
  Allow,
  explain,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { type ChannelChoice, ChannelsService } from './channels.service.js';
import { CHANNEL_KINDS } from './domain/channels.js';
import { objectionsCatalogue } from './objections.catalogue.js';
import { OutsideDto } from './objections.dto.js';
import { objectionPaths } from './objections.paths.js';
import { textIn } from './typed.js';
import { ChannelsPage, type ChannelsPageProps } from './web/channels-page.js';

type Body = Record<string, unknown>;

const FRAME = ['_csrf', '_idempotency'];
const FIELDS = CHANNEL_KINDS.flatMap((kind) => [`${kind}_handler`, `${kind}_deputy`, `${kind}_open`]);
const ID_LIMIT = 60;

/** A ticked box is `yes`: another value must not read as closed, which would shut the gate of every tool. */
const isUsable = (name: string, value: unknown): boolean =>
  typeof value === 'string' && value.length <= ID_LIMIT && (!name.endsWith('_open') || value === 'yes' || value === '');

/** The form names three fields a channel; anything else, and anything that is no short text, is refused by name. */
const faultsIn = (body: Body): readonly string[] =>
  Object.entries(body)
    .filter(([name, value]) => !FRAME.includes(name) && (!FIELDS.includes(name) || !isUsable(name, value)))
    .map(([name]) => name.slice(0, 100));

const choicesIn = (body: Body): readonly ChannelChoice[] =>
  CHANNEL_KINDS.map((kind) => ({
    kind,
    handlerId: textIn(body, `${kind}_handler`) || null,
    deputyId: textIn(body, `${kind}_deputy`) || null,
    isOpen: textIn(body, `${kind}_open`) === 'yes',
  }));

@PageController()
export class ChannelsPages {
  constructor(private readonly channels: ChannelsService) {}

  @Get(objectionPaths.channels)
  @Allow('hr_registrar', 'org_admin', 'director', 'trusted_person', 'dpo', 'objection_handler', 'complaint_handler')
  page(@Who() actor: Actor): Promise<VNode> {
    return this.view(actor);
  }

  @Post(objectionPaths.channels)
  @Allow('hr_registrar', 'org_admin')
  async save(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const t = text(objectionsCatalogue, actor.language);
    const faults = faultsIn(body);
    if (faults.length > 0)
      return unprocessable(await this.view(actor, { errors: faults.map((field) => ({ field, text: t('channels.unknownField') })) }));
    try {
      await this.channels.save(actor, choicesIn(body));
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      const errors = error.reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, actor.language).title }));
      return unprocessable(await this.view(actor, { errors, choices: choicesIn(body) }));
    }
    return seeOther(objectionPaths.channels, t('channels.saved'));
  }

  @Post(objectionPaths.outside)
  @Allow('trusted_person')
  async outside(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const t = text(objectionsCatalogue, actor.language);
    const parsed = parse(OutsideDto, body);
    if (!parsed.ok)
      return unprocessable(
        await this.view(actor, { errors: [{ field: 'address', text: t('case.needed') }], typedAddress: textIn(body, 'address') }),
      );
    await this.channels.nameOutside(actor, parsed.value.address.trim());
    return seeOther(objectionPaths.channels, t('outside.saved'));
  }

  private async view(
    actor: Actor,
    again: Pick<ChannelsPageProps, 'errors' | 'typedAddress'> & { choices?: readonly ChannelChoice[] } = {},
  ): Promise<VNode> {
    const view = await this.channels.view();
    const rows = again.choices ?? view.channels;
    return (
      <ChannelsPage
        channels={rows.map((row) => ({ ...row, candidates: view.candidates[row.kind] }))}
        outsideAddress={view.outsideAddress}
        rule={view.rule}
        maySet={actor.role === 'hr_registrar' || actor.role === 'org_admin'}
        mayNameOutside={actor.role === 'trusted_person'}
        mayPublish={actor.role === 'director'}
        errors={again.errors}
        typedAddress={again.typedAddress}
      />
    );
  }
}
