export { CouncilModule } from './council.module.js';
export type { Roster, Seat } from './domain/roster.js';
export { type BallotKind, type CouncilRules, FIRST_RULES, type Majority, type Quorum, type Tie } from './domain/rules.js';
export { onRosterReset } from './resets.js';
export { lockRoster, rosterAt, rulesAt } from './rosters.repository.js';
