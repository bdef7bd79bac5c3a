import { Module } from '@nestjs/common';
import { AnnualPages } from './annual.pages.js';
import { AnnualService } from './annual.service.js';

@Module({ controllers: [AnnualPages], providers: [AnnualService] })
export class ReportsModule {}
