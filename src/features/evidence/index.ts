export { EvidenceModule } from './evidence.module.js';
export type { LatestAct, TimelineEntry } from './evidence.repository.js';
export { EvidenceService } from './evidence.service.js';
export { erasePerson, latestActs, onRecord, record, recordConfidential, timelineOf } from './record.js';
export type { Payload, RecordedAct, Subject } from './record.js';
