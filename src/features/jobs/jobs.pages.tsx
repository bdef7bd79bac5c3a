import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { jobsCatalogue } from './jobs.catalogue.js';
import { jobPaths } from './jobs.paths.js';
import { LongJobsService } from './jobs.service.js';
import { LongJobPage } from './web/job-page.js';

@PageController()
export class LongJobsPages {
  constructor(private readonly jobs: LongJobsService) {}

  @Get(jobPaths.jobOf)
  @Allow('signed-in')
  async job(@Who() actor: Actor, @Param('id') id: string): Promise<VNode> {
    const { job, work, phase } = await this.jobs.look(actor, id);
    const { done, total, startedAt, finishedAt } = job;
    return (
      <LongJobPage
        words={work.words[actor.language]}
        phase={phase}
        done={done}
        total={total}
        startedAt={startedAt}
        finishedAt={finishedAt}
        href={jobPaths.job(id)}
        againHref={jobPaths.again(id)}
        goOnHref={work.hrefOf(job.subjectId)}
      />
    );
  }

  @Post(jobPaths.againOf)
  @Allow('signed-in')
  async again(@Who() actor: Actor, @Param('id') id: string, @RawBody() body: Record<string, unknown>): Promise<PageResult> {
    refuseFields(body);
    await this.jobs.again(actor, id);
    return seeOther(jobPaths.job(id), text(jobsCatalogue, actor.language)('againDone'));
  }
}
