import { Get, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { notFound, unusable } from '../../../kernel/problem.js';
import { Allow, ApiDoor, Documented, type Given, Takes, Who } from '../../../platform/http/index.js';
import { QUESTIONS, questionsIn, shownValues } from '../../tools/index.js';
import { AssessmentService } from '../assessment.service.js';
import { DpiaService } from '../dpia.service.js';
import { highestRest, isLower } from '../domain/residual-risk.js';
import { isSection, SECTIONS, type SectionCode } from '../domain/sections.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import { FixingBody, IdentityBody, RisksBody, SectionBody } from './assessments.api.dto.js';
import { ASSESSMENT, DONE, RISKS, RISKS_WRITTEN, WRITTEN } from './assessments.shapes.js';

const READERS = ['privacy_officer', 'hr_registrar', 'director', 'tool_owner', 'it_admin'] as const;

/** The assessment and the DPIA, for programs. Answers themselves are written with the version’s. */
@ApiDoor('tools/:toolId/versions/:number')
export class AssessmentsApi {
  constructor(
    private readonly assessments: AssessmentService,
    private readonly dpias: DpiaService,
  ) {}

  @Get('assessment')
  @Allow(...READERS, 'program:chain:read')
  @Documented({ tag: 'assessment', summary: 'How far the assessment is, and what the law says of it', gives: ASSESSMENT })
  async overview(@Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof ASSESSMENT>> {
    const { finished, findings, asked } = await this.assessments.overview(toolId, Number(number));
    const { residualRisk, review } = await this.dpias.fixingModel(toolId, Number(number));
    return {
      sections: SECTIONS.map((section) => ({ section, isFinished: finished.includes(section) })),
      findings: findings.map(({ section, rule, warns, attribute }) => ({ section, rule, blocks: !warns, attribute })),
      residualRisk,
      reviewProposed: review.proposed,
      reviewLatest: review.latest,
      isAdviceAsked: asked,
    };
  }

  @Get('assessment/questions')
  @Allow(...READERS, 'program:chain:read')
  @Documented({
    tag: 'assessment',
    summary: 'The questions of the assessment, with their answers or what the example proposes',
    gives: QUESTIONS,
  })
  async questions(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof QUESTIONS>> {
    const { version } = await this.assessments.overview(toolId, Number(number));
    return questionsIn(
      SECTIONS.map((code) => ASSESSMENT_SECTIONS[code]),
      shownValues(version, actor.language),
    );
  }

  @Put('assessment/sections/:section')
  @Allow('privacy_officer', 'program:chain:write')
  @Documented({
    tag: 'assessment',
    summary: 'Say that a section is finished, with a note',
    description: 'When questions are open it is kept, and not finished: `open` names them.',
    gives: WRITTEN,
  })
  async section(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Param('section') section: string,
    @Takes(SectionBody) { note, pages, finished }: SectionBody,
  ): Promise<Given<typeof WRITTEN>> {
    const at = { toolId, number: Number(number), code: writtenApart(section) };
    const open = await this.assessments.conclude(actor, at, { note: note ?? '', pages: pages ?? '', finished });
    return { isFinished: finished && open.length === 0, open };
  }

  @Get('assessment/risks')
  @Allow(...READERS, 'program:chain:read')
  @Documented({ tag: 'assessment', summary: 'The risks of the DPIA', gives: RISKS })
  async risks(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<Given<typeof RISKS>> {
    const { risks, risksProposed } = await this.assessments.section(toolId, Number(number), 'risks', actor.language);
    return { risks, isProposed: risksProposed };
  }

  @Put('assessment/risks')
  @Allow('privacy_officer', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'Write the risks of the DPIA, all at once', gives: RISKS_WRITTEN })
  async saveRisks(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(RisksBody) { risks, lowered, finished }: RisksBody,
  ): Promise<Given<typeof RISKS_WRITTEN>> {
    if (lowered && !isLower(highestRest(risks), lowered.residualRisk)) throw unusable('lowered', 'lowered.unfit');
    if (finished && risks.length === 0) throw unusable('finished', 'risks.need-row');
    const saved = await this.dpias.saveRisks(actor, toolId, Number(number), { risks, lowered: lowered ?? null, finished });
    return { reference: saved.reference, isFinished: saved.finished };
  }

  @Post('balancing-signatures')
  @Allow('director', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'The director signs the balancing tests that are complete', gives: DONE })
  async sign(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(IdentityBody) identity: IdentityBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.dpias.sign(actor, toolId, Number(number), identity) };
  }

  @Post('dpia-fixings')
  @Allow('privacy_officer', 'program:chain:write')
  @Documented({ tag: 'assessment', summary: 'Fix the DPIA: from here on the facts stay as they are', gives: DONE })
  async fix(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Param('number') number: string,
    @Takes(FixingBody) { reviewDue }: FixingBody,
  ): Promise<Given<typeof DONE>> {
    return { reference: await this.dpias.fix(actor, toolId, Number(number), reviewDue) };
  }
}

/** Risks have an address of their own. */
const writtenApart = (section: string): SectionCode => {
  if (!isSection(section) || section === 'risks') throw notFound();
  return section;
};
