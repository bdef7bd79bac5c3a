import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { newId } from '../../../kernel/ids.js';
import { notFound } from '../../../kernel/problem.js';
import {
  Allow,
  explain,
  type FieldError as Mistake,
  file,
  PageController,
  type PageResult,
  parse,
  RawBody,
  seeOther,
  unprocessable,
  Who,
} from '../../../platform/http/index.js';
import { text } from '../../../platform/i18n/index.js';
import { pdfOf } from '../../../platform/pdf/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { said, tried } from '../../people/index.js';
import { agreementCatalogue } from './agreement.catalogue.js';
import { ConfirmedForm, DeclineForm, ProposalForm } from './agreement.dto.js';
import { agreementPaths } from './agreement.paths.js';
import { AgreementService } from './agreement.service.js';
import { usualSettings } from './domain/agreement.js';
import { AgreementPage } from './web/agreement-pages.js';
import { ProposalPage, type ProposePageProps, ProposePage } from './web/proposal-pages.js';

type Body = Record<string, unknown>;
const textIn = (body: Body, field: string): string => (typeof body[field] === 'string' ? body[field] : '');
const keyIn = (body: Body): string | undefined => (typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined);

@PageController()
export class AgreementPages {
  constructor(private readonly agreements: AgreementService) {}

  @Get(agreementPaths.agreement)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer', 'auditor')
  async agreement(@Who() actor: Actor): Promise<VNode> {
    return <AgreementPage {...await this.agreements.read(actor)} />;
  }

  @Get(agreementPaths.pdf)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'director', 'hr_registrar', 'dpo', 'privacy_officer', 'auditor')
  pdf(@Who() actor: Actor): Promise<PageResult> {
    return this.printed(actor, null);
  }

  @Get(agreementPaths.propose)
  @Allow('director', 'or_chair', 'or_secretary', 'pvt_contact')
  async proposeForm(@Who() actor: Actor): Promise<VNode> {
    const { mayPropose, recorded } = await this.agreements.read(actor);
    if (!mayPropose) throw notFound();
    const { smallestGroup, copiesKeptBy, lightClasses } =
      recorded ?? usualSettings(text(agreementCatalogue, actor.language)('propose.copiesUsual'));
    return this.proposePage(actor, { smallestGroup: String(smallestGroup), copiesKeptBy, lightClasses });
  }

  @Post(agreementPaths.propose)
  @Allow('director', 'or_chair', 'or_secretary', 'pvt_contact')
  async propose(@Who() actor: Actor, @RawBody() body: Body): Promise<PageResult> {
    const again = async (mistakes: readonly Mistake[]): Promise<PageResult> => {
      const typed = {
        smallestGroup: textIn(body, 'smallestGroup'),
        copiesKeptBy: textIn(body, 'copiesKeptBy'),
        lightClasses: textIn(body, 'lightClasses'),
      };
      return unprocessable(await this.proposePage(actor, typed, this.inWords(actor, mistakes)));
    };
    const parsed = parse(ProposalForm, body);
    if (!parsed.ok) return again(parsed.errors);
    const { smallestGroup, copiesKeptBy, lightClasses, ...identity } = parsed.value;
    const settings = { smallestGroup: Number(smallestGroup), copiesKeptBy: copiesKeptBy.trim(), lightClasses };
    const done = await tried(() => this.agreements.propose(actor, settings, { identity, key: keyIn(body) }));
    if (!done.ok) return again(done.mistakes);
    return seeOther(agreementPaths.agreement, text(agreementCatalogue, actor.language)('propose.done'));
  }

  @Get(agreementPaths.proposal(':id'))
  @Allow('director', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  proposal(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    return this.proposalPage(actor, id);
  }

  @Get(agreementPaths.proposalPdf(':id'))
  @Allow('director', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  proposalPdf(@Who() actor: Actor, @Param('id') id: string): Promise<PageResult> {
    return this.printed(actor, id);
  }

  @Post(agreementPaths.signature(':id'))
  @Allow('director', 'or_chair', 'or_secretary', 'pvt_contact')
  async sign(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(ConfirmedForm, body);
    const done = parsed.ok
      ? await tried(() => this.agreements.sign(actor, id, { identity: parsed.value, key: keyIn(body) }))
      : { ok: false as const, mistakes: parsed.errors };
    if (!done.ok) return unprocessable(await this.proposalPage(actor, id, this.inWords(actor, done.mistakes)));
    return seeOther(agreementPaths.agreement, text(agreementCatalogue, actor.language)('sign.done', { reference: done.value }));
  }

  @Post(agreementPaths.decline(':id'))
  @Allow('director', 'or_chair', 'or_secretary', 'pvt_contact')
  async decline(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Body): Promise<PageResult> {
    const parsed = parse(DeclineForm, body);
    if (!parsed.ok) {
      const errors = this.inWords(actor, parsed.errors);
      return unprocessable(await this.proposalPage(actor, id, errors, textIn(body, 'reason')));
    }
    const reference = await this.agreements.decline(actor, id, parsed.value.reason.trim(), keyIn(body));
    return seeOther(agreementPaths.agreement, text(agreementCatalogue, actor.language)('decline.done', { reference }));
  }

  private async printed(actor: Actor, proposalId: string | null): Promise<PageResult> {
    const paper = await this.agreements.paper(actor, proposalId, actor.language);
    return file(await pdfOf(paper), 'application/pdf', `${paper.reference}.pdf`);
  }

  private async proposePage(actor: Actor, settings: ProposePageProps['settings'], errors?: readonly FieldError[]): Promise<VNode> {
    const identity = await this.agreements.asked(actor);
    return <ProposePage settings={settings} identity={identity} keyOfPress={newId('i')} errors={errors} />;
  }

  private async proposalPage(actor: Actor, id: string, errors?: readonly FieldError[], typedReason?: string): Promise<VNode> {
    const read = await this.agreements.proposal(actor, id);
    const keptText = read.mayDecline && read.kept ? explain({ code: read.kept }, actor.language).title : null;
    return <ProposalPage {...read} keptText={keptText} keyOfPress={newId('i')} errors={errors} typedReason={typedReason} />;
  }

  /** Whatever is wrong with the number of people is said in one way. */
  private inWords(actor: Actor, mistakes: readonly Mistake[]): readonly FieldError[] {
    const group = text(agreementCatalogue, actor.language)('error.group');
    return said(mistakes, actor.language).map((error) => (error.field === 'smallestGroup' ? { ...error, text: group } : error));
  }
}
