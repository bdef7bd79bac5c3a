import type { Actor, Language, Role } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import type { PdfDocument } from '../../../platform/pdf/index.js';
import { councilMembers, namesOf, organisationName } from '../../people/index.js';
import { agreementPaper, clausesOf, type Parties } from './agreement-text.js';
import { findLatest, findOpen, findRecorded, type Proposal } from './agreement.repository.js';
import { keptFromSigning, sideOf } from './domain/agreement.js';

export const COPIES_KEPT_BY = 'copies_kept_by';
export const LIGHT_CLASSES_SETTING = 'light_classes';
const LANGUAGES: readonly Language[] = ['nl', 'en'];
const SIGNERS: readonly Role[] = ['director', 'or_chair', 'or_secretary', 'pvt_contact'];

/** Between whom: a staff representation speaks only where there is no works council. */
export const partiesOf = async (tx: Tx): Promise<Parties> => ({
  organisation: (await organisationName(tx)) ?? '',
  body: (await councilMembers(tx)).length > 0 ? 'or' : 'pvt',
});

export const printedAs = async (tx: Tx, proposal: Proposal, parties: Parties, language: Language): Promise<PdfDocument> => {
  const names = await namesOf(
    tx,
    proposal.signatures.map(({ byPerson }) => byPerson),
  );
  const signatures = proposal.signatures.map((one) => ({ ...one, name: names.get(one.byPerson) ?? '' }));
  const state = proposal.recordedAt ? 'recorded' : proposal.declinedAt ? 'declined' : 'proposed';
  return agreementPaper({ settings: proposal, parties, signatures, state }, language);
};

/** The paper of the proposal on which somebody acted last, for those who are told of it. */
export const latestAgreementPaper = async (tx: Tx): Promise<PdfDocument | null> => {
  const latest = await findLatest(tx);
  return latest && printedAs(tx, latest, await partiesOf(tx), 'nl');
};

/** Whether a class may go the light way. Without an agreement the council's own decision on the class says enough. */
export const mayGoLight = async (tx: Tx, colour: 'green' | 'amber'): Promise<boolean> => {
  const recorded = await findRecorded(tx);
  if (!recorded) return true;
  return recorded.lightClasses === 'green_and_amber' || (recorded.lightClasses === 'green' && colour === 'green');
};

/** The proposal that waits for this person to record it: null when there is none, or it waits for others. */
export const agreementWaitsFor = async (tx: Tx, actor: Pick<Actor, 'personId' | 'role'>): Promise<string | null> => {
  if (!SIGNERS.some((role) => role === actor.role)) return null;
  const open = await findOpen(tx);
  if (!open) return null;
  const side = sideOf(actor, (await partiesOf(tx)).body);
  return side && keptFromSigning(open.signatures, actor.personId ?? '', side) === null ? open.id : null;
};

/** Every clause of the agreement that both sides recorded, in both languages; nothing where there is none. */
export const recordedClauses = async (tx: Tx): Promise<readonly string[]> => {
  const recorded = await findRecorded(tx);
  if (!recorded) return [];
  const parties = await partiesOf(tx);
  return LANGUAGES.flatMap((language) => clausesOf(recorded, parties, language).map(({ text }) => text));
};
