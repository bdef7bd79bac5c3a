import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeliveryService } from './delivery.service.js';
import { Outbox } from './outbox.service.js';
import { ReceiversService } from './receivers.service.js';
import { ScopeService } from './scope.service.js';
import { WebhookKey } from './webhook-key.js';
import * as entities from './webhooks.entity.js';
import { WebhooksJobs } from './webhooks.jobs.js';
import { WebhooksPages } from './webhooks.pages.js';
import './webhooks.reasons.catalogue.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [WebhooksPages],
  providers: [DeliveryService, Outbox, ReceiversService, ScopeService, WebhookKey, WebhooksJobs],
})
export class WebhooksModule {}
