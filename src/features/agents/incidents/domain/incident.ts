import type { Role } from '../../../../kernel/actor.js';
import { addDays, type Day } from '../../../../kernel/clock.js';
import { addWorkingDays } from '../../../../policy/index.js';

export type IncidentKind =
  'heartbeat_missing' | 'lease_shared' | 'data_without_lease' | 'settings_differ' | 'list_not_fetched' | 'key_copied';

interface Course {
  /** What stands still until the incident is closed. Another settings sheet suspends its tool by itself (`reportSettings`). */
  readonly stops: 'tool' | 'agent' | null;
  /** Who may close it with a reason; null: it closes by itself when what is wrong is gone. */
  readonly closedBy: Role | null;
  /** The agent must be out of use first: what is wrong is its key, and a device gets another only by being enrolled again. */
  readonly endsAgent?: true;
}

export const COURSE_OF: Readonly<Record<IncidentKind, Course>> = {
  heartbeat_missing: { stops: 'agent', closedBy: 'it_admin' },
  lease_shared: { stops: 'tool', closedBy: 'it_admin' },
  data_without_lease: { stops: 'tool', closedBy: 'privacy_officer' },
  settings_differ: { stops: null, closedBy: null },
  list_not_fetched: { stops: null, closedBy: 'it_admin' },
  key_copied: { stops: 'tool', closedBy: 'it_admin', endsAgent: true },
};

/** House term: an agent of a running tool that says nothing for longer than this is an incident. In working days, so that a weekend is none. */
const SILENT_WORKING_DAYS = 3;

/** The last day of contact that is too long ago now: whoever was heard after it is not silent. */
export const silentUpTo = (today: Day): Day => {
  let day = addDays(today, -1);
  while (addWorkingDays(day, SILENT_WORKING_DAYS) >= today) day = addDays(day, -1);
  return day;
};
