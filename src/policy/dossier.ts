import type { Declarations } from './declarations.js';
import type { Purpose, Assessment, Dpia, DpoAdvice, Representation, Notice, ObjectionHandling, OpenObjection } from './dossier-chain.js';
import type { Open, Words, Organisation, Tool, Processor, Transfer, Capture, PlaceProfile } from './dossier-tool.js';

export type * from './dossier-chain.js';
export type * from './dossier-tool.js';

/** Everything a rule may look at, in the names of the exchange format. */
export type Dossier = Open<{
  today: string;
  dossier: Open<{ versionHash: string; processingRecordEntryId: string }>;
  organisation: Organisation;
  tool: Tool;
  capture: Capture;
  home: PlaceProfile;
  office: PlaceProfile;
  purposes: readonly Purpose[];
  transfers: readonly Transfer[];
  processors: readonly Processor[];
  security: Open<{ rbac: boolean; mfa: boolean; encryption: boolean; accessLog: boolean; breachProcedure: string }>;
  assessment: Assessment;
  dpia: Dpia;
  dpoAdvice: DpoAdvice;
  representation: Representation;
  notice: Notice;
  objectionHandling: ObjectionHandling;
  covertCheck: Open<{
    reasonableSuspicion: boolean;
    otherMeansExhausted: boolean;
    periodStart: string;
    periodEnd: string;
    informAfterwards: boolean;
    informedOn: string;
  }>;
  runtime: Open<{
    configHash: string;
    activationOn: string;
    actualUses: Words;
    actualCategories: Words;
    openObjections: readonly OpenObjection[];
    isRenewal: boolean;
    investigation: Open<{ suspicionDocumented: boolean; maxDays: number }>;
  }>;
  /** How the version is held: by leases (`native`, `supervised`), or by orders. Read by no rule; the limit `cover` asks for it. */
  enforcement: string;
  /** The approved settings sheet: in the fingerprint, read by no rule. */
  settings: readonly Open<{ name: string; value: string }>[];
  /** What is measured, shown and stopped: in the fingerprint, read by no rule; the limit `no_individual_use` asks for the view of one person. */
  declared: Open<Declarations>;
}>;
