export { BatchDoor } from './batch-door.js';
export { purposesOf } from './domain/retention.js';
export { eraseMeasured } from './erase-measured.repository.js';
export { measuredInHand, type MeasuredInHand } from './in-hand.js';
export { ownMetrics, type OwnMetric } from './mine/mine.repository.js';
export { MeasurementsModule } from './measurements.module.js';
export { measurementPaths } from './measurements.paths.js';
