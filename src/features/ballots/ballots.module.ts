import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BallotKey } from './ballot-key.js';
import * as ballots from './ballots.entity.js';
import './ballots.reasons.catalogue.js';

const entities = Object.values<new () => object>(ballots);

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [BallotKey],
  exports: [BallotKey],
})
export class BallotsModule {}
