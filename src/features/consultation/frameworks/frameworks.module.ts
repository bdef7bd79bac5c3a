import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as frameworks from './framework.entity.js';

/** Framework consent: what the council agreed once, and the versions that go light under it. */
@Module({ imports: [TypeOrmModule.forFeature(Object.values<new () => object>(frameworks))] })
export class FrameworksModule {}
