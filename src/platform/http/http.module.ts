import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AllowGuard } from './allow.js';
import { CsrfGuard } from './csrf.guard.js';
import { DescriptionApi } from './api/openapi.controller.js';
import { HealthController } from './health.controller.js';
import { PageContexts } from './page-contexts.js';
import { PageRenderer } from './page-renderer.js';
import { ProblemFilter } from './problem.filter.js';

@Global()
@Module({
  controllers: [HealthController, DescriptionApi],
  providers: [
    PageContexts,
    PageRenderer,
    { provide: APP_GUARD, useClass: AllowGuard },
    { provide: APP_GUARD, useClass: CsrfGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [PageContexts, PageRenderer],
})
export class HttpModule {}
