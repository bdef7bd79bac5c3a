import { Module } from '@nestjs/common';
import { DecisionsApi, DecisionsMetadata } from './decisions.api.js';
import './decisions.reasons.catalogue.js';
import { DecisionsService } from './decisions.service.js';
import { FactChannel } from './fact-channel.service.js';
import { Facts } from './facts.service.js';
import { SearchService } from './search.service.js';

@Module({ controllers: [DecisionsApi, DecisionsMetadata], providers: [DecisionsService, FactChannel, Facts, SearchService] })
export class DecisionsModule {}
