import type { Tx } from '../../platform/database/index.js';
import type { Dossier } from '../../policy/index.js';
import { holdersOf, smallestGroup } from '../people/index.js';
import { dossierFacts, type Version } from '../tools/index.js';
import { listChannels, noRetaliationRule } from './channels.repository.js';
import { handlersStand, handlingOf } from './domain/channels.js';

export interface HandlingFacts {
  readonly objectionHandling: NonNullable<Dossier['objectionHandling']>;
  readonly checks: { readonly E12: boolean };
}

/** Objection and complaint handling as it works now. `personOutShown`: IT has shown, with evidence, that one person can be taken out. */
export const handlingFacts = async (tx: Tx, version: Version, personOutShown = false): Promise<HandlingFacts> => {
  const channels = await listChannels(tx);
  const hr = (await holdersOf(tx, ['hr_registrar'])).map(({ personId }) => personId);
  const input = {
    channels,
    hr,
    enforcement: version.enforcement,
    personOutShown,
    noRetaliationRule: (await noRetaliationRule(tx)) !== null,
    smallestGroup: await smallestGroup(tx),
    optOut: dossierFacts(version).objectionHandling?.optOut ?? null,
  };
  return { objectionHandling: handlingOf(input), checks: { E12: handlersStand(input) } };
};
