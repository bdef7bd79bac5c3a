import { Get, Inject, Param } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Allow, PageController, Who } from '../../platform/http/index.js';
import { gatePaths } from '../gate/index.js';
import { toolPaths } from '../tools/index.js';
import { AnnouncementsService } from './announcements.service.js';
import { callerPaths } from './callers.paths.js';
import { announcementText, keyName, scriptLines } from './told.js';
import { AnnouncementPage, ScriptPage } from './web/announcement-page.js';

@PageController()
export class AnnouncementPages {
  constructor(
    private readonly announcements: AnnouncementsService,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  @Get(callerPaths.announcementOf)
  @Allow(
    'hr_registrar',
    'privacy_officer',
    'tool_owner',
    'it_admin',
    'director',
    'dpo',
    'or_chair',
    'or_secretary',
    'or_member',
    'pvt_contact',
  )
  async announcement(@Who() actor: Actor, @Param('toolId') toolId: string, @Param('number') number: string): Promise<VNode> {
    const { toolName, facts } = await this.announcements.ofVersion(actor, toolId, Number(number));
    const address = this.address();
    return (
      <AnnouncementPage
        toolName={toolName}
        dossierHref={gatePaths.dossier(toolId)}
        changeHref={actor.role === 'hr_registrar' ? toolPaths.register(toolId, Number(number)) : null}
        way={facts.way}
        announcements={{ nl: announcementText(facts, address, 'nl'), en: announcementText(facts, address, 'en') }}
        keyName={facts.key && keyName(facts.key, actor.language)}
        address={address}
        script={scriptLines(facts, address, actor.language)}
      />
    );
  }

  @Get(callerPaths.scriptOf)
  @Allow('signed-in')
  async script(@Who() actor: Actor, @Param('toolId') toolId: string): Promise<VNode> {
    const { toolName, facts } = await this.announcements.ofRunning(actor, toolId);
    const address = this.address();
    return (
      <ScriptPage
        toolId={toolId}
        toolName={toolName}
        announcement={announcementText(facts, address, actor.language)}
        script={scriptLines(facts, address, actor.language)}
      />
    );
  }

  /** As people say it: without the protocol. */
  private address(): string {
    return `${this.config.baseUrl.replace(/^https?:\/\//, '')}${callerPaths.list}`;
  }
}
