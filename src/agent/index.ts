export {
  Agent,
  enrol,
  Unreachable,
  type Identity,
  type Lease,
  type LeaseAnswer,
  type Reason,
  type Refusal,
  type Shown,
  type StopReceipt,
} from './agent.js';
export { isInSample, slotOf } from '../platform/signing/wire.js';
export { deviceClocks, type Instant } from './device.js';
export { type Measured, type SendAnswer } from './sending.js';
