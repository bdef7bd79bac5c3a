import { Get, Param, Query } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, file, PageController, type PageResult, Who } from '../../platform/http/index.js';
import { inLanguage, pdfOf } from '../../platform/pdf/index.js';
import { AnnualService } from './annual.service.js';
import { annualPaper, annualTables, signedLines } from './annual.views.js';
import { reportPaths } from './reports.paths.js';
import { AnnualPage } from './web/annual-page.js';

/** A year in four digits; anything else leads nowhere. */
const yearOf = (typed: unknown): number => {
  if (typeof typed !== 'string' || !/^20\d{2}$/.test(typed)) throw notFound();
  return Number(typed);
};

@PageController()
export class AnnualPages {
  constructor(private readonly annual: AnnualService) {}

  @Get(reportPaths.annual)
  @Allow('hr_registrar', 'director', 'dpo', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async page(@Who() actor: Actor, @Query('year') asked?: unknown): Promise<VNode> {
    const read = await this.annual.read(asked === undefined ? null : yearOf(asked));
    return (
      <AnnualPage
        year={read.annual.year}
        years={read.years}
        tables={annualTables(read, actor.language)}
        signed={signedLines(read.annual, actor.language)}
      />
    );
  }

  @Get(reportPaths.annualPdf(':year'))
  @Allow('hr_registrar', 'director', 'dpo', 'or_member', 'or_chair', 'or_secretary', 'pvt_contact')
  async pdf(@Param('year') asked: string, @Query('language') language?: unknown): Promise<PageResult> {
    const read = await this.annual.read(yearOf(asked));
    const bytes = await pdfOf(inLanguage(annualPaper(read), language === 'en' ? 'en' : 'nl'));
    return file(bytes, 'application/pdf', `jaaroverzicht-${read.annual.year}.pdf`);
  }
}
