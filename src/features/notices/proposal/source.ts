import type { Language } from '../../../kernel/actor.js';
import type { Day } from '../../../kernel/clock.js';
import type { Dossier } from '../../../policy/index.js';

/** The council's consent and the employer's decision, as the notice tells them. */
export interface Decision {
  /** The day the council consented; null where there was no council to ask. */
  readonly consentedOn: Day | null;
  readonly decidedOn: Day;
  readonly effectiveOn: Day;
  readonly conditions: readonly string[];
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
  readonly enforcement: 'native' | 'attested';
  /** What the tool may record, and what it may not, in the reader's words. */
  readonly measured: Readonly<Record<Language, readonly string[]>>;
  readonly notMeasured: Readonly<Record<Language, readonly string[]>>;
  readonly units: readonly string[];
  readonly dpo: Contact | null;
  readonly trustedPerson: Contact | null;
  readonly outsideAddress: string | null;
  readonly decision: Decision | null;
  /** The words for a value of a choice. */
  readonly label: (attribute: string, value: string, language: Language) => string;
}
