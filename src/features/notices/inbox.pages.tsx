import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import {
  Allow,
  PageController,
  type PageResult,
  parse,
  RawBody,
  refuseFields,
  seeOther,
  unprocessable,
  Who,
} from '../../platform/http/index.js';
import { formatInstant, text } from '../../platform/i18n/index.js';
import { handOverState } from './domain/hand-over.js';
import { HandOversService } from './hand-overs.service.js';
import { InboxService } from './inbox.service.js';
import { NoticeReadingService } from './notice-reading.service.js';
import { DisputeDto, WitnessDto } from './notices.dto.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { inboxTitle, minePageProps } from './notices.views.js';
import { HandOverPage } from './web/hand-over-pages.js';
import { InboxPage, MinePage } from './web/inbox-pages.js';

type Body = Record<string, unknown>;
type Errors = readonly { readonly field: string; readonly text: string }[];

/** Doors of features beside this one. */
const OBJECT = '/me/objections/new';
const COMPLAIN = '/complaints';

@PageController()
export class InboxPages {
  constructor(
    private readonly inboxes: InboxService,
    private readonly handOvers: HandOversService,
    private readonly readings: NoticeReadingService,
  ) {}

  @Get(noticePaths.inbox)
  @Allow('signed-in')
  async inbox(@Who() actor: Actor): Promise<VNode> {
    const t = text(noticesCatalogue, actor.language);
    const { lines, handOvers } = await this.inboxes.inbox(actor);
    return (
      <InboxPage
        rows={lines.map((line) => ({
          href: noticePaths.mine(line.id),
          title: inboxTitle(line, actor.language),
          at: line.sentAt,
          state: line.acknowledgedAt ? 'acknowledged' : line.openedAt ? 'read' : 'new',
        }))}
        handOvers={handOvers.map((one) => ({
          href: noticePaths.handOver(one.id),
          text:
            one.personId === actor.personId
              ? t('inbox.handOverMine', { date: formatInstant(one.handedAt, actor.language), tool: one.toolName })
              : t('inbox.handOverWitness'),
        }))}
      />
    );
  }

  /** Opening while signed in is the proof of delivery. */
  @Get(noticePaths.mineOf)
  @Allow('signed-in')
  async mine(@Who() actor: Actor, @Param('noticeId') noticeId: string): Promise<VNode> {
    const delivered = await this.inboxes.open(actor, noticeId);
    const object = `${OBJECT}?tool=${encodeURIComponent(delivered.toolId)}`;
    return <MinePage {...minePageProps(delivered, await this.readings.read(actor, noticeId), { object, complain: COMPLAIN })} />;
  }

  @Post(noticePaths.acknowledgementOf)
  @Allow('signed-in')
  async acknowledge(
    @Who() actor: Actor,
    @Param('noticeId') noticeId: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    refuseFields(body);
    await this.inboxes.acknowledge(actor, noticeId);
    return seeOther(noticePaths.mine(noticeId), text(noticesCatalogue, actor.language)('mine.ackDone'));
  }

  @Get(noticePaths.handOverOf)
  @Allow('signed-in')
  handOver(@Who() actor: Actor, @Param('handOverId') handOverId: string): Promise<VNode> {
    return this.page(actor, handOverId);
  }

  @Post(noticePaths.statementOf)
  @Allow('signed-in')
  async witness(@Who() actor: Actor, @Param('handOverId') handOverId: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(WitnessDto, body);
    if (!parsed.ok) return unprocessable(await this.page(actor, handOverId, this.needed(actor, 'statement'), body['statement']));
    await this.handOvers.witness(actor, handOverId, parsed.value.statement);
    return seeOther(noticePaths.inbox, text(noticesCatalogue, actor.language)('handed.confirmed'));
  }

  @Post(noticePaths.ownDisputeOf)
  @Allow('signed-in')
  async dispute(@Who() actor: Actor, @Param('handOverId') handOverId: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(DisputeDto, body);
    if (!parsed.ok) return unprocessable(await this.page(actor, handOverId, this.needed(actor, 'text'), body['text']));
    await this.handOvers.dispute(actor, handOverId, parsed.value.text);
    return seeOther(noticePaths.handOver(handOverId), text(noticesCatalogue, actor.language)('handed.disputed'));
  }

  private needed(actor: Actor, field: string): Errors {
    return [{ field, text: text(noticesCatalogue, actor.language)('handOver.needed') }];
  }

  private async page(actor: Actor, handOverId: string, errors?: Errors, typed?: unknown): Promise<VNode> {
    const { handOver, personName, isWitness } = await this.handOvers.look(actor, handOverId);
    const state = handOverState(handOver);
    return (
      <HandOverPage
        toolName={handOver.toolName}
        date={formatInstant(handOver.handedAt, actor.language)}
        statement={handOver.statement}
        state={state}
        personName={isWitness ? personName : null}
        statementHref={noticePaths.statement(handOverId)}
        disputeHref={noticePaths.ownDispute(handOverId)}
        mayDispute={handOver.personId === actor.personId && (state === 'stands' || state === 'waits_for_witness')}
        mayWitness={isWitness && state === 'waits_for_witness'}
        errors={errors}
        typed={typeof typed === 'string' ? typed : undefined}
      />
    );
  }
}
