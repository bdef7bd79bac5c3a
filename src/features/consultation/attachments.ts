import type { Dossier } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { AttachmentStates } from './domain/known.js';

/** One text that goes to the council with the request, as it stands at that moment. */
export interface AttachedText {
  readonly kind: 'assessment' | 'dpia' | 'advice' | 'deviation' | 'notice';
  readonly heading: string;
  readonly text: string;
  readonly language?: 'nl' | 'en';
}
export interface AttachedAgreement {
  readonly processor: string;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly sha256: string | null;
}
/** What the DPO said on this version (or one whose approvals it carries). Null: asked or not, nothing was received yet. */
export interface AttachedAdvice {
  readonly advice: 'positive' | 'conditional' | 'negative';
  readonly reasons: string;
  readonly conditions: readonly string[];
  readonly advisedAt: Date;
}
export interface AttachmentFacts extends AttachmentStates {
  /** The whole dossier as the gate evaluates it. */
  readonly dossier: Dossier;
  readonly texts: readonly AttachedText[];
  readonly agreements: readonly AttachedAgreement[];
  readonly advice: AttachedAdvice | null;
  /** The director's reasoned deviation, or the statement that the advice was asked and not received. */
  readonly deviation: string | null;
}

/** What other features hold of a version and the council must see. Level 3 provides it. */
export abstract class Attachments {
  abstract of(tx: Tx, versionId: string, now: Date): Promise<AttachmentFacts>;
}
