import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor, Language } from '../../kernel/actor.js';
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
import { formatDay, formatInstant, text } from '../../platform/i18n/index.js';
import { deliveryCatalogue } from './delivery.catalogue.js';
import { handOverState, measuredFrom } from './domain/hand-over.js';
import type { HandOverRecord } from './hand-overs.repository.js';
import { HandOversService } from './hand-overs.service.js';
import { tried } from '../people/index.js';
import { DisputesService } from './disputes.service.js';
import { DisputeDto, DisputeForDto, SettlementDto, WitnessDto } from './notices.dto.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { HandOverPage } from './web/hand-over-pages.js';
import { DisputesPage } from './web/disputes-page.js';

type Body = Record<string, unknown>;
type Errors = readonly { readonly field: string; readonly text: string }[];

/** From which day the receiver may be measured at the earliest. */
const leadTimeOf = ({ confirmedAt, countsFrom }: HandOverRecord, language: Language): string | null => {
  const told = confirmedAt ?? countsFrom;
  return told && text(deliveryCatalogue, language)('paper.leadTime', { date: formatDay(measuredFrom(told), language) });
};
const wordOf = (typed: unknown): string | undefined => (typeof typed === 'string' ? typed : undefined);

/** A hand-over, for who got the notice on paper and who was there; and its dispute, for the DPO. */
@PageController()
export class HandOversPages {
  constructor(
    private readonly handOvers: HandOversService,
    private readonly contested: DisputesService,
  ) {}

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
  disputes(): Promise<VNode> {
    return this.disputesPage();
  }

  /** For somebody who told the DPO, and cannot sign in. */
  @Post(noticePaths.disputes)
  @Allow('dpo')
  async disputeFor(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const own = text(deliveryCatalogue, actor.language);
    const parsed = parse(DisputeForDto, body);
    if (!parsed.ok)
      return unprocessable(
        await this.disputesPage(
          parsed.errors.map(({ field }) => ({ field, text: own('disputes.needed') })),
          body,
        ),
      );
    const { staffNumber, text: said } = parsed.value;
    const done = await tried(() => this.contested.disputeFor(actor, staffNumber, said));
    if (!done.ok) return unprocessable(await this.disputesPage([{ field: 'staffNumber', text: own('disputes.nothing') }], body));
    return seeOther(noticePaths.disputes, own('disputes.forDone'));
  }

  @Post(noticePaths.disputeOf)
  @Allow('dpo')
  async settle(@Who() actor: Actor, @Param('handOverId') handOverId: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(SettlementDto, body);
    if (!parsed.ok) throw new Problem(422, 'input.unusable', [{ code: 'input.unusable', field: 'as' }]);
    await this.contested.settle(actor, handOverId, parsed.value.as);
    return seeOther(noticePaths.disputes, text(noticesCatalogue, actor.language)('disputes.done'));
  }

  private async disputesPage(errors?: Errors, typed?: Body): Promise<VNode> {
    const { rows, names } = await this.contested.disputes();
    return (
      <DisputesPage
        action={noticePaths.disputes}
        errors={errors}
        typed={{ staffNumber: wordOf(typed?.['staffNumber']), text: wordOf(typed?.['text']) }}
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
        leadTime={state === 'confirmed' || state === 'stands' ? leadTimeOf(handOver, actor.language) : null}
        mayWitness={isWitness && handOver.witnessedAt === null}
        errors={errors}
        typed={wordOf(typed)}
      />
    );
  }
}
