export { decrypt, encrypt, type KeyPair, newKeyPair, openWith, sealTo } from './boxes.js';
export { lockKey, type LockedKey, unlockKey } from './locked-key.js';
