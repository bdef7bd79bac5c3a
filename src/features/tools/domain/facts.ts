import { assembleDossier, type Dossier, fingerprintOf, nearCapabilities } from '../../../policy/index.js';
import type { StoredAnswer, Version, VersionRow } from '../version.js';
import { countedCapabilities, factsOf, filledInCapabilities } from './capabilities.js';
import { needsConfirmation } from './confirmation.js';
import { lacksDocument } from './documents.js';
import { tidied } from './tidy-answers.js';

/** Whether anyone works at home under this version: true once the version was fixed so, or as soon as somebody in scope does. */
const homeIsOn = (version: VersionRow): boolean => {
  const fixed = version.fixedAt !== null && version.answers.some(({ attribute, value }) => attribute === 'home.enabled' && value === true);
  return fixed || version.scope.worksAtHome;
};

const assembled = (version: VersionRow, answers: readonly StoredAnswer[]): Dossier => {
  const dossier = assembleDossier(tidied(answers));
  const facts = factsOf(countedCapabilities(version.capabilityRows));
  const { tool } = dossier;
  return {
    ...dossier,
    tool: {
      ...tool,
      name: version.tool.name,
      category: facts.category,
      unneededFeaturesOff: facts.unneededFeaturesOff,
      ai: { ...tool?.ai, isAi: facts.isAi },
      emotion: { ...tool?.emotion, inferredByAi: facts.inferredByAi },
      scope: { units: version.scope.units, persons: version.scope.persons },
    },
    home: { ...dossier.home, enabled: homeIsOn(version) },
    enforcement: version.enforcement,
    declared: version.declarations,
    settings: version.sheet.map(({ name, value }) => ({ name, value })),
  };
};

/** Everything as it was filled in, confirmed or not: what is compared between versions and what the fingerprint covers. */
export const facts = (version: VersionRow): Dossier => assembled(version, version.answers);

/** The fingerprint of what stands there now. Confirming a fact does not change it; changing a material fact does. */
export const fingerprintOfVersion = (version: VersionRow): string =>
  fingerprintOf(facts(version), {
    ...(version.fingerprintScheme >= 2 ? { capabilities: nearCapabilities(filledInCapabilities(version.capabilityRows)) } : {}),
    ...(version.fingerprintScheme === 3 ? { declared: { ...version.declarations, enforcement: version.enforcement } } : {}),
    raised: version.raised.filter(({ was }) => was === 'text'),
  });

const statedIn = (version: Version): Dossier => {
  const counted = version.answers.filter((answer) => !needsConfirmation(answer) && !lacksDocument(answer, version.files));
  const dossier = assembled(version, counted);
  return {
    ...dossier,
    dossier: { versionHash: version.fingerprint, processingRecordEntryId: version.tool.recordEntryId },
    runtime: { ...dossier.runtime, isRenewal: version.isRenewal },
  };
};

/** Each version is read anew for each transaction, and asked about by every feature that has facts of its own to add. */
const stated = new WeakMap<Version, Dossier>();

/** The version's part of the dossier. What still needs another role's confirmation, or a document, reads as unanswered. */
export const dossierFacts = (version: Version): Dossier => {
  const known = stated.get(version) ?? statedIn(version);
  stated.set(version, known);
  return known;
};
