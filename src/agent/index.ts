export { Agent, enrol, type Identity, type Lease, type LeaseAnswer, type Shown, type StopReceipt } from './agent.js';
export { type Reason, type Refusal, Unreachable } from './asking.js';
export { isInSample, slotOf } from '../platform/signing/wire.js';
export { deviceClocks, type Instant } from './device.js';
export { type End, endOf, left } from './lifetime.js';
export { type Measured, type SendAnswer } from './sending.js';
