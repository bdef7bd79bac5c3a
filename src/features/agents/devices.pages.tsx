import { Get, Param, Post } from '@nestjs/common';
import type { VNode } from 'preact';
import type { Actor } from '../../kernel/actor.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, PageController, type PageResult, RawBody, refuseFields, seeOther, Who } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import { agentsCatalogue } from './agents.catalogue.js';
import { agentPaths } from './agents.paths.js';
import { DevicesService } from './devices.service.js';
import { DevicesPage } from './web/devices-page.js';

const personOf = ({ personId }: Actor): string => {
  if (personId === null) throw notFound();
  return personId;
};

type Body = Record<string, unknown>;

@PageController()
export class DevicesPages {
  constructor(private readonly devices: DevicesService) {}

  @Get(agentPaths.devices)
  @Allow('signed-in')
  async list(@Who() actor: Actor): Promise<VNode> {
    return <DevicesPage {...await this.devices.list(personOf(actor))} />;
  }

  @Post(agentPaths.confirmOf)
  @Allow('signed-in')
  async confirm(@Who() actor: Actor, @Param('agentId') agentId: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.devices.confirm(actor, personOf(actor), agentId);
    return seeOther(agentPaths.devices, text(agentsCatalogue, actor.language)('devices.confirmed', { reference }));
  }

  @Post(agentPaths.releaseOf)
  @Allow('signed-in')
  async release(@Who() actor: Actor, @Param('agentId') agentId: string, @RawBody() body: Body): Promise<PageResult> {
    refuseFields(body);
    const reference = await this.devices.release(actor, personOf(actor), agentId);
    return seeOther(agentPaths.devices, text(agentsCatalogue, actor.language)('devices.released', { reference }));
  }
}
