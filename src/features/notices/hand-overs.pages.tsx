import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
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
import { deliveryCatalogue } from './delivery.catalogue.js';
import { handOverState } from './domain/hand-over.js';
import { HandOversService } from './hand-overs.service.js';
import { DisputeDto, SettlementDto, WitnessDto } from './notices.dto.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { HandOverPage } from './web/hand-over-pages.js';
import { DisputesPage } from './web/disputes-page.js';

type Body = Record<string, unknown>;
type Errors = readonly { readonly field: string; readonly text: string }[];

/** A hand-over, for who got the notice on paper and who was there; and its dispute, for the DPO. */
@PageController()
export class HandOversPages {
  constructor(private readonly handOvers: HandOversService) {}

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

  @Post(noticePaths.confirmationOf)
  @Allow('signed-in')
  async confirm(@Who() actor: Actor, @Param('handOverId') handOverId: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    await this.handOvers.confirm(actor, handOverId);
    return seeOther(noticePaths.handOver(handOverId), text(deliveryCatalogue, actor.language)('paper.confirmDone'));
  }

  @Post(noticePaths.ownDisputeOf)
  @Allow('signed-in')
  async dispute(@Who() actor: Actor, @Param('handOverId') handOverId: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(DisputeDto, body);
    if (!parsed.ok) return unprocessable(await this.page(actor, handOverId, this.needed(actor, 'text'), body['text']));
    await this.handOvers.dispute(actor, handOverId, parsed.value.text);
    return seeOther(noticePaths.handOver(handOverId), text(noticesCatalogue, actor.language)('handed.disputed'));
  }

  @Get(noticePaths.disputes)
  @Allow('dpo')
  async disputes(): Promise<VNode> {
    const { rows, names } = await this.handOvers.disputes();
    return (
      <DisputesPage
        rows={rows.map((row) => ({
          action: noticePaths.dispute(row.id),
          toolName: row.toolName,
          person: names.get(row.personId) ?? '',
          statement: row.statement,
          witness: row.witnessStatement,
          dispute: row.dispute ?? '',
        }))}
      />
    );
  }

  @Post(noticePaths.disputeOf)
  @Allow('dpo')
  async settle(@Who() actor: Actor, @Param('handOverId') handOverId: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(SettlementDto, body);
    if (!parsed.ok) throw new Problem(422, 'input.unusable', [{ code: 'input.unusable', field: 'as' }]);
    await this.handOvers.settle(actor, handOverId, parsed.value.as);
    return seeOther(noticePaths.disputes, text(noticesCatalogue, actor.language)('disputes.done'));
  }

  private needed(actor: Actor, field: string): Errors {
    return [{ field, text: text(noticesCatalogue, actor.language)('handOver.needed') }];
  }

  private async page(actor: Actor, handOverId: string, errors?: Errors, typed?: unknown): Promise<VNode> {
    const { handOver, personName, isWitness } = await this.handOvers.look(actor, handOverId);
    const state = handOverState(handOver);
    const waits = state === 'stands' || state === 'waits_for_witness' || state === 'waits_for_receiver';
    return (
      <HandOverPage
        toolName={handOver.toolName}
        date={formatInstant(handOver.handedAt, actor.language)}
        byPost={handOver.way === 'post'}
        statement={handOver.statement}
        state={state}
        personName={isWitness ? personName : null}
        statementHref={noticePaths.statement(handOverId)}
        confirmationHref={noticePaths.confirmation(handOverId)}
        disputeHref={noticePaths.ownDispute(handOverId)}
        maySay={handOver.personId === actor.personId && waits}
        mayWitness={isWitness && handOver.witnessedAt === null}
        errors={errors}
        typed={typeof typed === 'string' ? typed : undefined}
      />
    );
  }
}
