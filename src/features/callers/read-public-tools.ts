import type { Tx } from '../../platform/database/index.js';
import { assembleDossier, CAPABILITIES, type CapabilityAnswer, concernsThirdParties, type Dossier } from '../../policy/index.js';
import { tidied } from '../tools/index.js';
import { isSecret, thirdPartyFacts, type ThirdPartyFacts } from './domain/third-party.js';
import {
  answersOf,
  capabilitiesOf,
  type PublicDecision,
  publicDecisions,
  type PublicToolRow,
  publicToolRows,
  type VersionCapability,
} from './public-tools.repository.js';

export interface PublicTool extends PublicToolRow {
  readonly dossier: Dossier;
  readonly facts: ThirdPartyFacts;
  /** Somebody outside is captured by it, and it is or was on. */
  readonly touchesOutsiders: boolean;
  readonly decision: PublicDecision | null;
}

/** One that nobody answered is unknown. */
const answersFrom = (rows: readonly VersionCapability[]): readonly CapabilityAnswer[] =>
  CAPABILITIES.map(({ code }) => {
    const row = rows.find((one) => one.code === code);
    return { code, can: row?.can ?? null, on: row ? row.on : null, reach: null };
  });

/** What the public may know: four queries, whatever the number of tools. A secret investigation is not among it. */
export const publicTools = async (tx: Tx, toolId: string | null = null): Promise<readonly PublicTool[]> => {
  const rows = await publicToolRows(tx, toolId);
  const ids = rows.map(({ versionId }) => versionId);
  const answers = await answersOf(tx, ids);
  const capabilities = await capabilitiesOf(tx, ids);
  const decisions = new Map((await publicDecisions(tx, rows)).map((decision) => [decision.toolId, decision]));
  return rows
    .map((row) => {
      const dossier = assembleDossier(tidied(answers.filter(({ versionId }) => versionId === row.versionId)));
      return {
        ...row,
        dossier,
        facts: thirdPartyFacts(dossier, answersFrom(capabilities.filter(({ versionId }) => versionId === row.versionId))),
        touchesOutsiders: concernsThirdParties(dossier) && (row.since !== null || row.runsWithoutConsent),
        decision: decisions.get(row.toolId) ?? null,
      };
    })
    .filter(({ dossier }) => !isSecret(dossier));
};
