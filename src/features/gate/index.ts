export type { Derived } from './domain/gate.js';
export { missingReasons } from './domain/reasons.js';
export type { ToolState } from './domain/standing.js';
export { isCovered } from './coverage.repository.js';
export { GateModule } from './gate.module.js';
export { gatePaths } from './gate.paths.js';
export {
  type ActivationRow,
  findActivation,
  findSuspension,
  platformIsActive,
  raiseGeneration,
  type SuspensionRow,
} from './gate.repository.js';
export { GateService } from './gate.service.js';
export { eyesOf, ListService } from './list.service.js';
export { latePersonOut, listOrders, openAlarms, type OrderRow } from './orders.repository.js';
export { OrdersService } from './orders.service.js';
export { cannotBlock } from './enforcement.repository.js';
export { type Gate, gateOf } from './read-gate.js';
export { approvedSettings, type Reported, reportSettings, retireAgent, settingsHashOf } from './report-settings.js';
export { suspend, StopService } from './stop.service.js';
export { listSummaries, type Summary } from './summaries.repository.js';
export { Watch } from './watch.js';
