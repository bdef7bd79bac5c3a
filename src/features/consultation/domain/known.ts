import type { Day } from '../../../kernel/clock.js';
import type { CapabilityAnswer, Dossier } from '../../../policy/index.js';
import type { Standing } from './body.js';
import type { CaseFile } from './case-file.js';

/** How far a mailing of one act has come. `handedOverAt` is null while one copy has neither left nor been refused. */
export interface Mailing {
  readonly act: string;
  readonly reference: string;
  readonly at: Date;
  readonly recipients: number;
  readonly bounces: number;
  readonly handedOverAt: Date | null;
}

/** What the attachments of a request must be (domain/mapping.md 3), as the gate knows it. */
export interface AttachmentStates {
  readonly dpiaFixed: boolean;
  readonly adviceReceived: boolean;
  readonly agreementsAttached: boolean;
  readonly noticeDraftComplete: boolean;
  /** The risk that the DPIA leaves; unknown until it says so. */
  readonly residualRisk?: string | null;
}

/** Everything that representation and its own checks are decided from. */
export interface Known {
  readonly file: CaseFile;
  readonly standing: Standing;
  readonly dossier: Dossier;
  readonly fingerprint: string;
  /** What the product can do; without it nothing lies inside a framework. */
  readonly capabilities?: readonly CapabilityAnswer[];
  readonly attached: AttachmentStates;
  /** While the tool runs: since when. A dispute raised later mails both officers and closes nothing. */
  readonly activeSince: Date | null;
  /** Mailings to the members of the body, oldest first. */
  readonly mailings: readonly Mailing[];
  /** Announcements to everyone in scope, where there is no body with members, oldest first. */
  readonly announcements: readonly Mailing[];
  readonly lastOfficerChangeAt: Date | null;
  readonly today: Day;
  readonly now: Date;
}
