import { Module } from '@nestjs/common';
import { RoomModule } from '../council/index.js';
import { CaseHeads } from './case-heads.service.js';
import { DiscussionPages } from './discussion/discussion.pages.js';

/** What the body keeps to itself about a case, and what it shares of it with others. */
@Module({
  imports: [RoomModule],
  controllers: [DiscussionPages],
  providers: [CaseHeads],
})
export class SharingModule {}
