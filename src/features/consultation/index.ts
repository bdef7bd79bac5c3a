export { Attachments, type AttachedAdvice, type AttachedAgreement, type AttachedText, type AttachmentFacts } from './attachments.js';
export { ChainCheck, type ChainAct } from './chain-check.js';
export { ConsultationModule } from './consultation.module.js';
export { consultationPaths } from './consultation.paths.js';
export type { Checks, FinalCheck, OwnCheck, Proofs } from './domain/checks.js';
export type { AttachmentStates } from './domain/known.js';
export { openConfirmations, type OpenConfirmation } from './open-confirmations.repository.js';
export { representationFacts, type KnownToGate, type RepresentationFacts } from './representation-facts.js';
export { tellCouncil, type Told } from './tell-council.js';
