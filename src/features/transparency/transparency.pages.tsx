import { Get, Param } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { Allow, PageController, Who } from '../../platform/http/index.js';
import { transparencyPaths } from './transparency.paths.js';
import { TransparencyService } from './transparency.service.js';
import { mePageProps, oldVersionProps, toolPageProps } from './transparency.views.js';
import { MePage } from './web/me-page.js';
import { OldVersionPage } from './web/old-version-page.js';
import { ToolPage } from './web/tool-page.js';

@PageController()
export class TransparencyPages {
  constructor(private readonly transparency: TransparencyService) {}

  @Get(transparencyPaths.me)
  @Allow('signed-in')
  async me(@Who() actor: Actor): Promise<VNode> {
    return <MePage {...mePageProps(await this.transparency.mine(actor), actor.language)} />;
  }

  @Get(transparencyPaths.toolOf)
  @Allow('signed-in')
  async tool(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    return <ToolPage {...toolPageProps(await this.transparency.tool(actor, toolId), actor.language)} />;
  }

  @Get(transparencyPaths.versionOf)
  @Allow('signed-in')
  async version(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    const asked = /^\d{1,6}$/.test(number) ? Number(number) : 0;
    return <OldVersionPage {...oldVersionProps(await this.transparency.oldVersion(actor, toolId, asked), actor.language)} />;
  }
}
