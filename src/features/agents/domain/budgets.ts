/** The time over which the requests of one key are counted. */
export const BUDGET_MS = 60_000;
/** Leases, signals and stop receipts together. */
export const MOST_ASKED = 30;
/** Measurements, counted apart: whoever sends all it may still hears that it must stop. */
export const MOST_SENT = 60;
