import { Module } from '@nestjs/common';
import { TransparencyPages } from './transparency.pages.js';
import { TransparencyService } from './transparency.service.js';

@Module({ controllers: [TransparencyPages], providers: [TransparencyService] })
export class TransparencyModule {}
