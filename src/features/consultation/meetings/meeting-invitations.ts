import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentSources } from '../../../platform/mail/index.js';
import { INVITATION, PlanningService } from './planning.service.js';

/** The calendar file that goes with a mail, written when the mail leaves. */
@Injectable()
export class MeetingInvitations implements OnModuleInit {
  constructor(
    private readonly planning: PlanningService,
    private readonly sources: AttachmentSources,
  ) {}

  onModuleInit(): void {
    this.sources.add(INVITATION, async (tx, requestId) => {
      const file = await this.planning.invitationIn(tx, requestId);
      return file === null ? null : Buffer.from(file);
    });
  }
}
