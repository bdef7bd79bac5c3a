import type { Json } from '../../kernel/canonical.js';
import type { Declarations, Enforcement } from '../../policy/index.js';
import type { CapabilityAnswer } from './domain/capabilities.js';
import type { StricterIs } from './starters/starter.js';

export type HrAnswer = 'runs' | 'does_not_run' | 'will_register';

/** A row of `tools`. */
export interface ToolRow {
  readonly id: string;
  readonly name: string;
  /** The number in the processing register; null until the tool is registered. */
  readonly recordEntryId: string | null;
  readonly isPlatform: boolean;
  readonly starter: string | null;
  readonly registeredBy: string;
  readonly registeredRole: string;
  readonly createdAt: Date;
  readonly registeredAt: Date | null;
  readonly claimedByCouncil: boolean;
  readonly councilClaim: string | null;
  readonly hrAnswer: HrAnswer | null;
  readonly hrAnsweredAt: Date | null;
  readonly runsWithoutConsent: boolean;
  readonly stopOrRepairOn: string | null;
}

export interface StoredAnswer {
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
  readonly answeredBy: string;
  readonly answeredRole: string;
  readonly confirmedBy: string | null;
}

export interface CapabilityRow {
  readonly code: string;
  readonly can: boolean;
  readonly on: boolean | null;
  readonly reach: 'nobody' | 'one_admin' | 'two_persons' | 'version_change' | null;
  readonly answeredBy: string;
  readonly answeredRole: string;
}

/** A line of the approved settings sheet. */
export interface Setting {
  readonly name: string;
  readonly value: string;
  readonly meaningNl: string;
  readonly meaningEn: string;
  readonly stricterIs: StricterIs | null;
}

export interface VersionFile {
  readonly fileId: string;
  readonly kind: string;
  readonly item: string;
  readonly name: string;
}

export interface Amendment {
  readonly conditionKind: 'dpo' | 'council';
  readonly conditionId: string;
  readonly text: string;
  readonly isMachineLimit: boolean;
}

/** A change that the DPO classed as wider than the rules did, and the version that made it. */
export interface RaisedChange {
  readonly number: number;
  readonly path: string;
  readonly item: string;
  readonly was: 'stricter' | 'text';
  readonly reason: string;
  readonly raisedAt: Date | string;
}

export interface Scope {
  readonly units: readonly string[];
  readonly persons: readonly string[];
  /** Whether anyone in scope has a home-working day, now. */
  readonly worksAtHome: boolean;
}

export type { Enforcement };

/** What a version holds, as it is stored. */
export interface VersionRow {
  readonly id: string;
  readonly toolId: string;
  readonly number: number;
  readonly followsId: string | null;
  readonly amends: boolean;
  readonly isRenewal: boolean;
  /**
   * `native`: the agent asks for a lease itself. `supervised`: our guard starts and stops it. `managed`: a device-management system is told.
   * `vendor_api`: it is switched off at the vendor. `attested`: IT promises; it cannot be blocked technically.
   */
  readonly enforcement: Enforcement;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly registeredAt: Date | null;
  readonly fixedAt: Date | null;
  readonly answers: readonly StoredAnswer[];
  readonly capabilityRows: readonly CapabilityRow[];
  readonly sheet: readonly Setting[];
  readonly scope: Scope;
  readonly files: readonly VersionFile[];
  readonly amendments: readonly Amendment[];
  readonly tool: ToolRow;
  readonly fingerprintScheme: 1 | 2 | 3;
  readonly declarations: Declarations;
  /** What the DPO raised in this version and those before it. */
  readonly raised: readonly RaisedChange[];
}

export interface Version extends VersionRow {
  readonly toolName: string;
  /** Computed from what stands there now, so that no change behind its back keeps an approval. */
  readonly fingerprint: string;
  /** The capability list as it counts: complete, with what nobody answered as unknown; empty until IT or the owner has said it. */
  readonly capabilities: readonly CapabilityAnswer[];
}
