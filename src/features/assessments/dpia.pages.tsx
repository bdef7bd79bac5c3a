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
import { formatDay, text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { assessmentsCatalogue } from './assessments.catalogue.js';
import { FixDto, SignDto } from './assessments.dto.js';
import { assessmentPaths, routes } from './assessments.paths.js';
import { ofVersion } from './assessments.views.js';
import { DpiaService, type FixingModel } from './dpia.service.js';
import { BalancingPage, type BalancingPageProps } from './web/balancing-page.js';
import { FixingPage, type FixingPageProps, StatementPage } from './web/fixing-page.js';

type Body = Record<string, unknown>;

const fixingProps = (model: FixingModel): FixingPageProps => ({
  of: ofVersion(model.version),
  fingerprint: model.version.fingerprint,
  unfinished: model.unfinished,
  isRegistered: model.version.registeredAt !== null,
  capabilitiesConfirmed: model.version.capabilities.length > 0,
  residualRisk: model.residualRisk,
  loweredUnseen: model.lowered !== null && !model.lowered.seen,
  reviewDue: model.review.proposed,
  fixed: model.fixing ? { at: model.fixing.fixedAt, due: model.fixing.reviewDue } : null,
});

const identityFault = (error: unknown, language: Language): FieldError[] => {
  const field = error instanceof Problem && error.status === 422 ? error.reasons[0]?.field : undefined;
  if (field !== 'password' && field !== 'totp') throw error;
  return [{ field, text: text(assessmentsCatalogue, language)(field === 'totp' ? 'sign.badTotp' : 'sign.badPassword') }];
};

@PageController()
export class DpiaPages {
  constructor(private readonly dpias: DpiaService) {}

  @Get(routes.signature)
  @Allow('director', 'privacy_officer', 'hr_registrar')
  async balancing(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return <BalancingPage {...await this.balancingProps(actor, toolId, Number(number))} />;
  }

  private async balancingProps(actor: Actor, toolId: string, number: number): Promise<BalancingPageProps> {
    const { version, tests, identity } = await this.dpias.tests(actor, toolId, number);
    return { of: ofVersion(version), tests, identity, mayWrite: actor.role === 'director' };
  }

  @Post(routes.signature)
  @Allow('director')
  async sign(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const form = parse(SignDto, body);
    const t = text(assessmentsCatalogue, actor.language);
    const again = async (errors: readonly FieldError[]) =>
      unprocessable(<BalancingPage {...await this.balancingProps(actor, toolId, Number(number))} errors={errors} />);
    if (!form.ok) return again([{ field: 'password', text: t('sign.badPassword') }]);
    try {
      const reference = await this.dpias.sign(actor, toolId, Number(number), form.value);
      return seeOther(assessmentPaths.overview(toolId, Number(number)), t('sign.done', { reference }));
    } catch (error) {
      return again(identityFault(error, actor.language));
    }
  }

  @Get(routes.fixing)
  @Allow('privacy_officer')
  async fixing(@Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return <FixingPage {...fixingProps(await this.dpias.fixingModel(toolId, Number(number)))} />;
  }

  @Post(routes.fixing)
  @Allow('privacy_officer')
  async fix(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const t = text(assessmentsCatalogue, actor.language);
    const form = parse(FixDto, body);
    const model = await this.dpias.fixingModel(toolId, Number(number));
    const { proposed, latest } = model.review;
    const due = form.ok ? form.value.reviewDue : '';
    if (!form.ok || !this.dpias.isReview(due)) {
      const errors = [{ field: 'reviewDue', text: t('fix.dueFault', { latest: formatDay(latest, actor.language) }) }];
      return unprocessable(<FixingPage {...fixingProps(model)} reviewDue={due || proposed} errors={errors} />);
    }
    const reference = await this.dpias.fix(actor, toolId, Number(number), due);
    return seeOther(assessmentPaths.overview(toolId, Number(number)), t('fix.done', { reference }));
  }

  @Get(routes.stillHolds)
  @Allow('privacy_officer')
  async statement(@Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    const { version, carriage } = await this.dpias.fixingModel(toolId, Number(number));
    const { isStated = false, waitsForDpo = false, isComplete = false } = carriage ?? {};
    return <StatementPage of={ofVersion(version)} {...{ isStated, waitsForDpo, isComplete }} />;
  }

  @Post(routes.stillHolds)
  @Allow('privacy_officer')
  async state(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Record<string, unknown>,
  ): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.dpias.stateStillHolds(actor, toolId, Number(number));
    const t = text(assessmentsCatalogue, actor.language);
    return seeOther(assessmentPaths.overview(toolId, Number(number)), t('holds.done', { reference }));
  }
}
