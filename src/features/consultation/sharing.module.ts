import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoomModule } from '../council/index.js';
import { AgreementTelling } from './agreement-telling.js';
import { CaseHeads } from './case-heads.service.js';
import * as constituency from './constituency/constituency.entity.js';
import { ConstituencyPages } from './constituency/constituency.pages.js';
import './constituency/constituency.reasons.catalogue.js';
import { ConstituencyService } from './constituency/constituency.service.js';
import { DiscussionPages } from './discussion/discussion.pages.js';
import { GuestLinkPages } from './guests/guest-link.pages.js';
import { GuestPages } from './guests/guest.pages.js';
import * as guests from './guests/guests.entity.js';
import './guests/guests.reasons.catalogue.js';
import { GuestsService } from './guests/guests.service.js';

const entities = [constituency, guests].flatMap((of) => Object.values<new () => object>(of));

/** What the body keeps to itself about a case, and what it shares of it with others. */
@Module({
  imports: [RoomModule, TypeOrmModule.forFeature(entities)],
  controllers: [DiscussionPages, GuestLinkPages, GuestPages, ConstituencyPages],
  providers: [AgreementTelling, CaseHeads, GuestsService, ConstituencyService],
  exports: [ConstituencyService],
})
export class SharingModule {}
