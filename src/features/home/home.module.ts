import { Global, Module } from '@nestjs/common';
import { PageFrame } from '../../platform/http/index.js';
import { HomeFrame } from './home-frame.js';
import { HomePages } from './home.pages.js';
import { HomeService } from './home.service.js';

@Global()
@Module({
  controllers: [HomePages],
  providers: [HomeService, { provide: PageFrame, useClass: HomeFrame }],
  exports: [PageFrame],
})
export class HomeModule {}
