import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as council from './council.entity.js';

const entities = Object.values<new () => object>(council);

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
})
export class CouncilModule {}
