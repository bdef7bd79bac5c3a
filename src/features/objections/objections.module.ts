import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChannelsPages } from './channels.pages.js';
import { ChannelsService } from './channels.service.js';
import { HandledObjectionsPages } from './handled-objections.pages.js';
import { ChannelRow, ObjectionActRow, ObjectionRow } from './objections.entity.js';
import { ObjectionsJobs } from './objections.jobs.js';
import { ObjectionsService } from './objections.service.js';
import { OwnObjectionsPages } from './own-objections.pages.js';

@Module({
  imports: [TypeOrmModule.forFeature([ObjectionRow, ObjectionActRow, ChannelRow])],
  controllers: [OwnObjectionsPages, HandledObjectionsPages, ChannelsPages],
  providers: [ObjectionsService, ChannelsService, ObjectionsJobs],
  exports: [ObjectionsService, ChannelsService],
})
export class ObjectionsModule {}
