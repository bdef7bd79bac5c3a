export { appUrlOf } from './app-role.js';
export { CopyRows } from './copy.js';
export { databaseOptions, type EntityClass } from './data-source.js';
export { allowLong, endLimit, limitStatements } from './limits.js';
export { Listener, type Heard } from './listener.js';
export { migrate, undoMigration } from './migrate.js';
export { together } from './together.js';
export { sqlState } from './sql-state.js';
export { brokenConstraint, Transactions, type Tx } from './transactions.js';
