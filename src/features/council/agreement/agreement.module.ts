import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as agreement from './agreement.entity.js';
import { AgreementPages } from './agreement.pages.js';
import './agreement.reasons.catalogue.js';
import { AgreementService } from './agreement.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values<new () => object>(agreement))],
  controllers: [AgreementPages],
  providers: [AgreementService],
})
export class AgreementModule {}
