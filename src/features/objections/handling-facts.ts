import type { Tx } from '../../platform/database/index.js';
import type { Dossier } from '../../policy/index.js';
import { holdersOf, readSetting } from '../people/index.js';
import { dossierFacts, type Version } from '../tools/index.js';
import { listChannels, noRetaliationRule } from './channels.repository.js';
import { handlersStand, handlingOf } from './domain/channels.js';

const SMALLEST_GROUP_SETTING = 'smallest_group';
const SMALLEST_GROUP = 10;

export interface HandlingFacts {
  readonly objectionHandling: NonNullable<Dossier['objectionHandling']>;
  readonly checks: { readonly E12: boolean };
}

/** Objection and complaint handling as it works now. `personOutShown`: IT has shown, with evidence, that one person can be taken out. */
export const handlingFacts = async (tx: Tx, version: Version, personOutShown = false): Promise<HandlingFacts> => {
  const channels = await listChannels(tx);
  const hr = (await holdersOf(tx, ['hr_registrar'])).map(({ personId }) => personId);
  const smallest = await readSetting(tx, SMALLEST_GROUP_SETTING);
  const input = {
    channels,
    hr,
    enforcement: version.enforcement,
    personOutShown,
    noRetaliationRule: (await noRetaliationRule(tx)) !== null,
    smallestGroup: typeof smallest === 'number' ? smallest : SMALLEST_GROUP,
    optOut: dossierFacts(version).objectionHandling?.optOut ?? null,
  };
  return { objectionHandling: handlingOf(input), checks: { E12: handlersStand(input) } };
};
