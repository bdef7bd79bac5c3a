export { eraseMeasured } from './erase-measured.repository.js';
export { MeasurementsModule } from './measurements.module.js';
export { measurementPaths } from './measurements.paths.js';
