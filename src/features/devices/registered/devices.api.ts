import { Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
import {
  Allow,
  anInstant,
  ApiDoor,
  Asks,
  aText,
  Documented,
  type Given,
  PageQuery,
  pageOf,
  record,
  Takes,
  Who,
} from '../../../platform/http/index.js';
import { DevicesBody } from './devices.dto.js';
import { RegisteredDevicesService } from './registered.service.js';

const DEVICES = pageOf(
  record({ id: aText('As the list of devices names it'), device: aText('As device management names it'), addedAt: anInstant() }),
);
const DONE = record({ reference: aText() });

/** For programs of IT: which devices a tool's list can name. */
@ApiDoor('tools/:toolId/devices')
export class DevicesApi {
  constructor(private readonly devices: RegisteredDevicesService) {}

  @Get()
  @Allow('it_admin', 'program:devices')
  @Documented({ tag: 'devices', summary: 'The devices that the tool’s list can name, not whether it does', gives: DEVICES })
  async list(@Param('toolId') toolId: string, @Asks(PageQuery) { page, pageSize }: PageQuery): Promise<Given<typeof DEVICES>> {
    const { tool, devices } = await this.devices.tool(toolId, page, pageSize);
    const items = devices.map(({ id, device, addedAt }) => ({ id, device, addedAt: instant(addedAt) }));
    return { items, page, pageSize, totalItems: tool.devices };
  }

  @Post()
  @HttpCode(201)
  @Allow('it_admin', 'program:chain:write')
  @Documented({ tag: 'devices', summary: 'Put devices on the list, or take them off: all of them, or none', once: 'door', gives: DONE })
  async change(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Takes(DevicesBody) { does, devices }: DevicesBody,
  ): Promise<Given<typeof DONE>> {
    const lines = devices.map(({ device, staffNumber = '' }) => ({ device, staffNumber }));
    return { reference: await this.devices.change(actor, toolId, does, lines) };
  }
}
