export { type Channel, CHANNEL_KINDS, type ChannelKind, type Right } from './domain/channels.js';
export { handlingFacts, type HandlingFacts } from './handling-facts.js';
export { ObjectionsModule } from './objections.module.js';
export { objectionPaths } from './objections.paths.js';
export { objectionsInHand, type ObjectionLoad } from './in-hand.repository.js';
export { ChannelsService } from './channels.service.js';
export { ObjectionsService } from './objections.service.js';
