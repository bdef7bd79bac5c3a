export { attachEmbedded, clearEmbedded, startEmbedded, type EmbeddedServer } from './server.js';
