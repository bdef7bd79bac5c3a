import { Param, Post } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Allow, ApiDoor, aText, Documented, type Given, record, Takes, Who } from '../../../platform/http/index.js';
import { HandOversService } from '../hand-overs.service.js';
import { HandOverBody } from './notices.api.dto.js';

const HANDED = record({ handOverId: aText() });

/** For programs of HR: a notice that somebody got on paper. */
@ApiDoor('notices')
export class HandOversApi {
  constructor(private readonly handOvers: HandOversService) {}

  @Post(':noticeId/hand-overs')
  @Allow('hr_registrar', 'program:chain:write')
  @Documented({
    tag: 'notices',
    summary: 'Write down that somebody got the notice on paper',
    description: 'It counts once the receiver, or who was there, says so on their own page.',
    gives: HANDED,
  })
  async handOver(
    @Who() actor: Actor,
    @Param('noticeId') noticeId: string,
    @Takes(HandOverBody) { staffNumber, way, statement, witnessNumber }: HandOverBody,
  ): Promise<Given<typeof HANDED>> {
    const command = { staffNumber, way, statement, witnessNumber: witnessNumber?.trim() || null };
    return { handOverId: await this.handOvers.handOver(actor, noticeId, command) };
  }
}
