import { dayOf } from '../../kernel/clock.js';
import { completeShape, evaluateCapabilities, packOf, type Dossier, type Evaluation } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { organisationFacts } from '../people/index.js';
import { acceptedFingerprints, dossierFacts, type Version } from '../tools/index.js';
import { assessmentFacts } from './assessment-facts.js';
import { isShown, placeOf } from './domain/finding-places.js';
import type { SectionCode } from './domain/sections.js';

type RuleResult = Evaluation['rules'][number];
export interface Finding {
  readonly rule: RuleResult['id'];
  readonly warns: boolean;
  readonly absolute: boolean;
  readonly section: SectionCode;
  readonly attribute: string | null;
}

/** The version as the assessment looks at it: its answers, the organisation, and what steps 3 and 4 made of it. */
export const assessedDossier = async (tx: Tx, version: Version, now: Date): Promise<Dossier> => {
  const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
  const { dpia, dpoAdvice } = await assessmentFacts(tx, version, accepted);
  return completeShape({ ...dossierFacts(version), today: dayOf(now), organisation: await organisationFacts(tx), dpia, dpoAdvice });
};

/** The rules of E1-E4, E13, E15 and E16 that fail as the version is answered now, each with where it is shown. */
export const findingsOf = (version: Version, dossier: Dossier): readonly Finding[] => {
  const pack = packOf(dossier.organisation?.jurisdiction ?? null) ?? undefined;
  return evaluateCapabilities(dossier, version.capabilities, pack).rules.flatMap((rule) => {
    const place = placeOf(rule.id);
    if (rule.outcome !== 'FAIL' || !place || !isShown(rule.id)) return [];
    return [{ rule: rule.id, warns: rule.severity === 'warns' && !rule.absolute, absolute: rule.absolute, ...place }];
  });
};
