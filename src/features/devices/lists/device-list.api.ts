import { Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../kernel/actor.js';
import { instant } from '../../../kernel/clock.js';
import { Allow, anInstant, ApiDoor, aText, Documented, explain, type Given, listOf, record, Who } from '../../../platform/http/index.js';
import { DeviceListService } from './device-list.service.js';

const LIST = record({
  deviceList: aText(
    'A JWS of the type device-list+jwt: iss, aud, sub, iat, exp, serial, devices, reasons. Believe nothing that stands beside it',
  ),
  issuedAt: anInstant(),
  expiresAt: anInstant('From then on nothing may run that no newer list names'),
  reasons: listOf(record({ code: aText(), text: aText() }), 'Why the list is empty; none where the tool may be on'),
});

const hasTag = (header: unknown, etag: string): boolean =>
  typeof header === 'string' && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);

/** For device management: on which devices a tool may run. */
@ApiDoor('tools/:toolId/device-list')
export class DeviceListApi {
  constructor(private readonly lists: DeviceListService) {}

  @Get()
  @Allow('program:devices')
  @Documented({
    tag: 'devices',
    summary: 'The devices on which a tool may run, signed; 304 with If-None-Match while it is the same',
    gives: LIST,
  })
  async list(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Headers('if-none-match') known: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Given<typeof LIST>> {
    const { deviceList, issuedAt, expiresAt, reasons, etag } = await this.lists.fetch(actor, toolId);
    reply.header('etag', etag);
    if (hasTag(known, etag)) reply.status(304);
    return {
      deviceList,
      issuedAt: instant(issuedAt),
      expiresAt: instant(expiresAt),
      reasons: reasons.map((code) => ({ code, text: explain({ code }, actor.language).title })),
    };
  }
}
