export { receiversWithDeadLetters } from './receivers.repository.js';
export { WebhooksModule } from './webhooks.module.js';
export { webhookPaths } from './webhooks.paths.js';
