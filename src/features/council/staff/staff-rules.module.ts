import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as rows from './staff-rules.entity.js';
import { StaffRulesPages } from './staff-rules.pages.js';
import { StaffRulesService } from './staff-rules.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values<new () => object>(rows))],
  controllers: [StaffRulesPages],
  providers: [StaffRulesService],
})
export class StaffRulesModule {}
