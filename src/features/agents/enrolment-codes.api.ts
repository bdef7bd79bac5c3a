import { Param, Post } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { instant } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Allow, anInstant, ApiDoor, aText, Documented, type Given, record, Takes, Who } from '../../platform/http/index.js';
import { EnrolmentCodeBody } from './agents.dto.js';
import { EnrolmentService } from './enrolment.service.js';

const CODE = record({ code: aText('Shown once'), device: aText(), expiresAt: anInstant() });

/** Codes by which agents come into the house. */
@ApiDoor('tools/:toolId/enrolment-codes')
export class EnrolmentCodesApi {
  constructor(private readonly enrolments: EnrolmentService) {}

  @Post()
  @Allow('it_admin', 'program:chain:write')
  @Documented({ tag: 'agents', summary: 'Make a one-time code for a device', once: 'no', gives: CODE })
  async make(
    @Who() actor: Actor,
    @Param('toolId') toolId: string,
    @Takes(EnrolmentCodeBody) { device }: EnrolmentCodeBody,
  ): Promise<Given<typeof CODE>> {
    if (!(await this.enrolments.tools()).some(({ id }) => id === toolId)) throw notFound();
    const made = await this.enrolments.createCode(actor, { toolId, device });
    return { code: made.code, device: made.device, expiresAt: instant(made.expiresAt) };
  }
}
