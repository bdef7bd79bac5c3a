import { Get } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, file, PageController, type PageResult, Who } from '../../../platform/http/index.js';
import { rightsPaths } from '../rights.paths.js';
import { OwnDataPage } from '../web/own-data-page.js';
import { OwnDataService } from './own-data.service.js';

@PageController()
export class OwnDataPages {
  constructor(private readonly data: OwnDataService) {}

  @Get(rightsPaths.data)
  @Allow('signed-in')
  async page(@Who() actor: Actor): Promise<VNode> {
    return <OwnDataPage {...await this.data.view(actor)} />;
  }

  @Get(rightsPaths.archive)
  @Allow('signed-in')
  async archive(@Who() actor: Actor): Promise<PageResult> {
    return file(await this.data.archive(actor), 'application/zip', 'countersign.zip');
  }
}
