export { listChannels, noRetaliationRule, outsideAddress } from './channels.repository.js';
export { type Channel, CHANNEL_KINDS, type ChannelKind, RIGHTS, type Right } from './domain/channels.js';
export { handlingFacts, type HandlingFacts } from './handling-facts.js';
export { ObjectionsModule } from './objections.module.js';
