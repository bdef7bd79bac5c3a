import { Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/problem.js';
import { Allow, file, PageController, type PageResult, Who } from '../../../platform/http/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { isCasePaper, PaperService } from './paper.service.js';

@PageController()
export class PaperPages {
  constructor(private readonly papers: PaperService) {}

  /** A paper of a case: in Dutch, or in English when that is asked for; with its signed copies, unless it is asked for as it was mailed. */
  @Get(consultationPaths.casePaper(':id', ':paper'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async paper(
    @Who() actor: Actor,
    @Param('id') requestId: string,
    @Param('paper') name: string,
    @Query('language') asked?: unknown,
    @Query('as') as?: unknown,
  ): Promise<PageResult> {
    if (!isCasePaper(name)) throw notFound();
    const { pdf, reference } = await this.papers.read(
      actor,
      requestId,
      name,
      asked === 'en' ? 'en' : 'nl',
      as === 'mailed' ? 'mailed' : 'now',
    );
    return file(pdf, 'application/pdf', `${reference}.pdf`);
  }

  @Get(consultationPaths.scan(':id'))
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer', 'director', 'hr_registrar', 'dpo', 'privacy_officer')
  async scan(@Who() actor: Actor, @Param('id') signatureId: string): Promise<PageResult> {
    const scan = await this.papers.scan(actor, signatureId);
    return file(scan.bytes, scan.type, scan.name);
  }
}
