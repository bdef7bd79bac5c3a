import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { DecisionLane } from './decision-lane.service.js';
import { DecisionsApi, DecisionsMetadata } from './decisions.api.js';
import './decisions.reasons.catalogue.js';
import { DecisionsService } from './decisions.service.js';
import { FactChannel } from './fact-channel.service.js';
import { Facts } from './facts.service.js';
import { SearchService } from './search.service.js';

@Module({
  controllers: [DecisionsApi, DecisionsMetadata],
  imports: [PeopleModule],
  providers: [DecisionLane, DecisionsService, FactChannel, Facts, SearchService],
})
export class DecisionsModule {}
