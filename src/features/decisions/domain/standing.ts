import type { Role } from '../../../kernel/actor.js';
import type { Reason } from '../../../kernel/problem.js';
import type { Hours } from '../../../policy/index.js';
import type { LeaseFacts } from '../../agents/index.js';

/** How long a fact may be believed: until the day ends in Europe/Amsterdam, and never longer than a minute, since some facts change with time alone. */
export interface Span {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly until: number;
}

export interface DashboardStanding {
  readonly code: string;
  readonly viewers: readonly Role[];
  /** Units whose figures stand on it. */
  readonly units: readonly string[];
}

/** What is known of a tool. */
export interface ToolStanding extends Span {
  readonly toolId: string;
  /** Null: it is off. */
  readonly activationId: string | null;
  readonly lease: Pick<LeaseFacts, 'missing' | 'activated' | 'suspension' | 'platformActive'>;
  /** An agent asks for its leases itself; else a person or a list sees to it, and no agent gets one. */
  readonly onLeases: boolean;
  /** The hash of the settings that an agent must show. */
  readonly approvedHash: string;
  readonly hours: Hours | null;
  /** What the version that is on may collect. */
  readonly scope: readonly string[];
  /** What stands in the way of switching the newest version on, whoever does it. */
  readonly toActivate: { readonly reasons: readonly Reason[]; readonly missing: readonly string[] };
  /** Who may not switch it on, having made it, advised on it or decided on it. */
  readonly barred: readonly string[];
  readonly dashboards: readonly DashboardStanding[];
  /** What it takes to know who is covered. */
  readonly cover: { readonly versionId: string; readonly accepted: readonly string[]; readonly alwaysOffPercent: number | null };
}

/** What is known of an agent. */
export interface AgentStanding extends Span {
  readonly agentId: string;
  readonly toolId: string;
  /** Blocked, or taken out of use. */
  readonly blocked: boolean;
  /** The hash of the settings that it showed last; null: it showed none. */
  readonly shown: string | null;
  /** It was silent for long, and has not said since when it stopped. */
  readonly owesReceipt: boolean;
  /** Whose device it is. */
  readonly persons: readonly string[];
}

/** What is known of a person who works here. */
export interface PersonStanding extends Span {
  readonly personId: string;
  readonly roles: readonly Role[];
  /** Units of the people below this manager. */
  readonly units: readonly string[];
}

/** Whether a person may be measured with a tool; never why not. */
export interface CoverStanding extends Span {
  readonly covered: boolean;
  /** The reading of the tool that it belongs to. */
  readonly of: ToolStanding;
}

/** What one question is decided by. Null: there is no such thing. */
export interface Known {
  readonly tool: ToolStanding | null;
  readonly agent: AgentStanding | null;
  readonly person: PersonStanding | null;
  /** Somebody whom the question is about may be measured now. */
  readonly covered: boolean;
}
