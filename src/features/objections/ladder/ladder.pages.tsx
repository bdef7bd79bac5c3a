import { Get } from '@nestjs/common';
import type { VNode } from 'preact';
import { Allow, PageController, Visit, type Visitor } from '../../../platform/http/index.js';
import { ChannelsService } from '../channels.service.js';
import { objectionPaths } from '../objections.paths.js';
import { DoorPage, LadderPage } from '../web/ladder-pages.js';

/** Where to go: one door for whoever works here, and the ladder for everybody. */
@PageController()
export class LadderPages {
  constructor(private readonly channels: ChannelsService) {}

  @Get(objectionPaths.door)
  @Allow('signed-in')
  door(): VNode {
    return <DoorPage />;
  }

  @Get(objectionPaths.ladder)
  @Allow('anyone')
  async ladder(@Visit() { actor }: Visitor): Promise<VNode> {
    return <LadderPage contacts={actor === null ? null : await this.channels.contacts()} />;
  }
}
