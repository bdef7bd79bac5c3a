import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import {
  Allow,
  isUpload,
  PageController,
  type PageResult,
  RawBody,
  seeOther,
  unprocessable,
  Who,
  withStatus,
} from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { AssessmentService } from './assessment.service.js';
import { assessmentsCatalogue } from './assessments.catalogue.js';
import { assessmentPaths, routes } from './assessments.paths.js';
import { faultErrors, openErrors, overviewProps, riskFaultErrors, risksProps, sectionProps } from './assessments.views.js';
import { DpiaService } from './dpia.service.js';
import { readRiskPage } from './domain/risk-page-form.js';
import { isSection, type SectionCode } from './domain/sections.js';
import { OverviewPage } from './web/overview-page.js';
import { RisksPage } from './web/risks-page.js';
import { SectionPage } from './web/section-page.js';

type Body = Record<string, unknown>;
const READERS = ['privacy_officer', 'hr_registrar', 'director', 'tool_owner', 'it_admin'] as const;

const codeOf = (section: string): SectionCode => {
  if (!isSection(section)) throw notFound();
  return section;
};

@PageController()
export class AssessmentPages {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly dpias: DpiaService,
  ) {}

  @Get(routes.overview)
  @Allow(...READERS)
  async overview(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    return <OverviewPage {...overviewProps(await this.assessments.overview(toolId, Number(number)), actor)} />;
  }

  @Get(routes.section)
  @Allow(...READERS)
  async section(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('section') section: string,
  ): Promise<VNode> {
    const model = await this.assessments.section(toolId, Number(number), codeOf(section), actor.language);
    return model.code === 'risks' ? <RisksPage {...risksProps(model, actor)} /> : <SectionPage {...sectionProps(model, actor)} />;
  }

  @Post(routes.section)
  @Allow('privacy_officer', 'tool_owner', 'it_admin')
  async save(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('section') section: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const code = codeOf(section);
    if (code === 'risks') throw notFound();
    const t = text(assessmentsCatalogue, actor.language);
    const saved = await this.assessments.save(actor, { toolId, number: Number(number), code }, body);
    if (saved.kind === 'saved') return seeOther(assessmentPaths.overview(toolId, Number(number)), t('section.saved'));
    if (saved.kind === 'edited') return withStatus(200, <SectionPage {...sectionProps(saved.model, actor, saved.form)} />);
    const errors = [...saved.errors, ...faultErrors(saved.faults, actor.language), ...openErrors(saved.model, saved.open, actor.language)];
    return unprocessable(<SectionPage {...sectionProps(saved.model, actor, saved.form)} errors={errors} />);
  }

  @Post(routes.risks)
  @Allow('privacy_officer')
  async saveRisks(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const read = readRiskPage(body);
    if (read.kind === 'read') {
      const { finished } = await this.dpias.saveRisks(actor, toolId, Number(number), read.input);
      const t = text(assessmentsCatalogue, actor.language);
      return seeOther(assessmentPaths.overview(toolId, Number(number)), t(finished ? 'section.savedDone' : 'section.saved'));
    }
    const model = await this.assessments.section(toolId, Number(number), 'risks', actor.language);
    const props = { ...risksProps(model, actor), ...read.typed, proposed: false };
    if (read.kind === 'edited') return withStatus(200, <RisksPage {...props} />);
    return unprocessable(<RisksPage {...props} errors={riskFaultErrors(read.faults, actor.language)} />);
  }

  @Post(routes.attachment)
  @Allow('privacy_officer')
  async attach(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @RawBody() body: Body,
  ): Promise<PageResult> {
    const t = text(assessmentsCatalogue, actor.language);
    const upload = body['file'];
    if (!isUpload(upload)) {
      const props = overviewProps(await this.assessments.overview(toolId, Number(number)), actor);
      return unprocessable(<OverviewPage {...props} errors={[{ field: 'file', text: t('attach.missing') }]} />);
    }
    await this.assessments.attach(actor, toolId, Number(number), upload);
    return seeOther(assessmentPaths.overview(toolId, Number(number)), t('attach.done'));
  }
}
