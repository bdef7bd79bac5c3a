import type { Language } from '../../../kernel/actor.js';
import type { Day } from '../../../kernel/clock.js';
import type { Dossier, Enforcement } from '../../../policy/index.js';

/** The council's consent and the employer's decision, as the notice tells them. */
/** What happens to somebody who objects, by how the tool is held. */
export const N10_OF = {
  native: 'N10.native',
  supervised: 'N10.native',
  managed: 'N10.managed',
  vendor_api: 'N10.vendor_api',
  attested: 'N10.attested',
} as const satisfies Record<Enforcement, string>;

export interface Decision {
  /** The day the council consented; null where there was no council to ask. */
  readonly consentedOn: Day | null;
  readonly decidedOn: Day;
  readonly effectiveOn: Day;
  readonly conditions: readonly string[];
  /** What the DPIA found to be left: `low`, `medium` or `high`; absent while it is not done. */
  readonly residualRisk?: string | null;
  /** The DPO's advice: `positive`, `conditional` or `negative`; absent where none was given. */
  readonly advice?: string | null;
}

/** How a version differs from the one that people were told about last. */
export interface ChangesSince {
  readonly since: number;
  readonly wider: number;
  readonly stricter: number;
}

export interface Contact {
  readonly name: string;
  readonly mailAddress: string | null;
}

/** Everything a proposed notice is made from: the version and nothing that somebody typed for the occasion. */
export interface NoticeSource {
  /** With the organisation's facts in it. */
  readonly dossier: Dossier;
  readonly organisationName: string;
  readonly toolName: string;
  readonly versionNumber: number;
  readonly enforcement: Enforcement;
  /** What the tool may record, and what it may not, in the reader's words. */
  readonly measured: Readonly<Record<Language, readonly string[]>>;
  readonly notMeasured: Readonly<Record<Language, readonly string[]>>;
  readonly units: readonly string[];
  /** Who answers for the employer. */
  readonly hr: Contact | null;
  readonly dpo: Contact | null;
  readonly trustedPerson: Contact | null;
  readonly outsideAddress: string | null;
  readonly decision: Decision | null;
  /** Null while nobody was told about another version. */
  readonly changes: ChangesSince | null;
  /** The words for a value of a choice. */
  readonly label: (attribute: string, value: string, language: Language) => string;
}
