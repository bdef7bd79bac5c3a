import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as room from './room.entity.js';
import { RoomJobs } from './room.jobs.js';
import { RoomPages } from './room.pages.js';
import './room.reasons.catalogue.js';
import { RoomService } from './room.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values<new () => object>(room))],
  controllers: [RoomPages],
  providers: [RoomService, RoomJobs],
  exports: [RoomService],
})
export class RoomModule {}
