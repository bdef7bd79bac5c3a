import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChannelRow, NoRetaliationRuleRow, ObjectionActRow, ObjectionRow, RightsRequestRow } from './objections.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([ObjectionRow, ObjectionActRow, RightsRequestRow, ChannelRow, NoRetaliationRuleRow])],
})
export class ObjectionsModule {}
