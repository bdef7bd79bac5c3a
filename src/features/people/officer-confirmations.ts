import type { Tx } from '../../platform/database/index.js';
import { openOfficerResets } from './officer-resets.repository.js';
import { openCouncilEnding } from './roles.repository.js';

/** What waits for this officer to confirm: never what the officer asked, or what is about the officer. */
export interface OfficerConfirmations {
  /** Whose new password waits. */
  readonly resets: readonly string[];
  readonly ending: boolean;
}

export const officerConfirmations = async (tx: Tx, officer: string): Promise<OfficerConfirmations> => {
  const resets = await openOfficerResets(tx);
  const ending = await openCouncilEnding(tx);
  return {
    resets: resets.filter(({ personId, askedBy }) => personId !== officer && askedBy !== officer).map(({ name }) => name),
    ending: ending !== null && ending.askedBy !== officer,
  };
};
