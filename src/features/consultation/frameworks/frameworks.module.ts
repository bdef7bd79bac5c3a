import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as frameworks from './framework.entity.js';
import { FrameworkReading } from './framework-reading.service.js';
import { FrameworkService } from './framework.service.js';
import { FrameworksPages } from './frameworks.pages.js';
import { LightService } from './light.service.js';
import { LightsPages } from './lights.pages.js';

/** Framework consent: what the council agreed once, and the versions that go light under it. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values<new () => object>(frameworks))],
  controllers: [FrameworksPages, LightsPages],
  providers: [FrameworkReading, FrameworkService, LightService],
  exports: [FrameworkReading, LightService],
})
export class FrameworksModule {}
