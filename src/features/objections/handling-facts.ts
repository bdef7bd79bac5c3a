import { together, type Tx } from '../../platform/database/index.js';
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
export const handlingFacts = async (tx: Tx, version: Version, personOutShown: Promise<boolean>): Promise<HandlingFacts> => {
  const { hr, rule, ...read } = await together({
    channels: listChannels(tx),
    hr: holdersOf(tx, ['hr_registrar']),
    rule: noRetaliationRule(tx),
    smallestGroup: smallestGroup(tx),
    personOutShown,
  });
  const input = {
    ...read,
    hr: hr.map(({ personId }) => personId),
    enforcement: version.enforcement,
    noRetaliationRule: rule !== null,
    optOut: dossierFacts(version).objectionHandling?.optOut ?? null,
  };
  return { objectionHandling: handlingOf(input), checks: { E12: handlersStand(input) } };
};
