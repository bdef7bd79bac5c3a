import { Get } from '@nestjs/common';
import type { VNode } from 'preact';
import { Allow, PageController } from '../../../platform/http/index.js';
import { objectionPaths } from '../../objections/index.js';
import { reportPaths } from '../reports.paths.js';
import { CountsPage } from '../web/counts-page.js';
import { CountsService } from './counts.service.js';

@PageController()
export class CountsPages {
  constructor(private readonly counts: CountsService) {}

  @Get(reportPaths.counts)
  @Allow('or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer')
  async page(): Promise<VNode> {
    return <CountsPage {...await this.counts.read()} reviewsHref={objectionPaths.reviews} />;
  }
}
