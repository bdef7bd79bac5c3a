export { receiversWithDeadLetters } from './receivers.repository.js';
export { ReceiversService } from './receivers.service.js';
export { WebhookKey } from './webhook-key.js';
export { WebhooksModule } from './webhooks.module.js';
export { webhookPaths } from './webhooks.paths.js';
