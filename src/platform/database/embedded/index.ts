export { attachEmbedded, startEmbedded, type EmbeddedServer } from './server.js';
