import type { CaseTab } from '../case/case-tabs.js';
import { TIMELINE } from '../consultation.catalogue.js';

type Words = Readonly<Record<'nl' | 'en', string>>;
/** Where the reader finds more of an act: a page of the case, the tool's dossier, or nowhere. */
export type Place = Exclude<CaseTab, 'timeline'> | 'dossier' | null;

/** Acts of a case that the consultation does not name itself. A vote that was cast is no act that anyone may count. */
const OTHERS: Readonly<Record<string, Words>> = {
  'tool.registered': { nl: 'Volgsysteem geregistreerd', en: 'Tool registered' },
  'dpia.fixed': { nl: 'DPIA vastgesteld', en: 'DPIA fixed' },
  'advice.asked': { nl: 'Advies gevraagd aan de FG', en: 'Advice asked of the DPO' },
  'advice.given': { nl: 'Advies van de FG gegeven', en: 'Advice of the DPO given' },
  'advice.deviated': { nl: 'Bestuurder wijkt af van het advies', en: 'Director deviates from the advice' },
  'exception.judged': { nl: 'FG gaf een oordeel over een uitzondering voor thuis', en: 'DPO judged an exception for the home' },
  'change.raised': { nl: 'FG noemt een wijziging zwaarder', en: 'DPO calls a change heavier' },
  'advice.not-received': { nl: 'Vastgelegd dat er geen advies kwam', en: 'Recorded that no advice came' },
  'competence.claimed': { nl: 'Gezegd dat een andere raad beslist', en: 'Said that another council decides' },
  'competence.confirmed': { nl: 'Bevestigd dat een andere raad beslist', en: 'Confirmed that another council decides' },
  'competence.ended': { nl: 'Vastgelegd dat de eigen raad beslist', en: 'Recorded that the local council decides' },
  'meeting.proposed': { nl: 'Data voor overleg voorgesteld', en: 'Dates for a meeting proposed' },
  'meeting.agreed': { nl: 'Datum voor overleg afgesproken', en: 'Day of the meeting agreed' },
  'ballot.announced': { nl: 'Stemming geopend', en: 'Vote opened' },
  'ballot.counted': { nl: 'Stemming gesloten', en: 'Vote closed' },
  'ballot.repeated': { nl: 'Stemming opnieuw geopend', en: 'Vote opened again' },
  'casting-vote.cast': { nl: 'Voorzitter besliste bij staken van stemmen', en: 'Chair decided a tie' },
  'ballot.withdrawn': { nl: 'Stemming teruggenomen', en: 'Vote taken back' },
  'paper-signature.uploaded': { nl: 'Scan van een handtekening toegevoegd', en: 'Scan of a signature added' },
  'paper-signature.confirmed': { nl: 'Besluit handmatig ondertekend', en: 'Decision signed by hand' },
  'paper-signature.rejected': { nl: 'Scan van een handtekening afgekeurd', en: 'Scan of a signature turned down' },
  'signed-paper.added': { nl: 'Scan van een ondertekend papier toegevoegd', en: 'Scan of a signed paper added' },
  'signed-paper.confirmed': { nl: 'Papier handmatig ondertekend', en: 'Paper signed by hand' },
  'signed-paper.rejected': { nl: 'Scan van een ondertekend papier afgekeurd', en: 'Scan of a signed paper turned down' },
  'framework.version-told': { nl: 'Aan de OR gemeld: valt onder een kader', en: 'Council told: falls under a framework' },
  'framework.accepted': { nl: 'Licht verzoek aanvaard', en: 'Light request accepted' },
  'framework.objected': {
    nl: 'Een lid maakte bezwaar tegen het lichte verzoek: volledige zaak nodig',
    en: 'A member objected to the light request: full case needed',
  },
  'carriage.confirmed': { nl: 'Uitgevoerde voorwaarde bevestigd', en: 'Carried out condition confirmed' },
  'second-person.confirmed': { nl: 'Tweede persoon bevestigd', en: 'Second person confirmed' },
  'notice.published': { nl: 'Bericht aan iedereen verstuurd', en: 'Notice sent to everyone' },
  'warning.accepted': { nl: 'Waarschuwing aanvaard', en: 'Warning accepted' },
  'order.confirmed': { nl: 'Opdracht uitgevoerd door IT', en: 'Order carried out by IT' },
  'suspension.lifted': { nl: 'Opschorting opgeheven', en: 'Suspension lifted' },
  'nullity.ratified': { nl: 'Beroep op nietigheid bekrachtigd', en: 'Invocation of nullity ratified' },
  'evaluation.recorded': { nl: 'Evaluatie vastgelegd', en: 'Evaluation recorded' },
  'evaluation.confirmed': { nl: 'Evaluatie bevestigd', en: 'Evaluation confirmed' },
  'concern.raised': { nl: 'Zorg geuit aan de bestuurder', en: 'Concern raised with the director' },
  'concern.answered': { nl: 'Zorg beantwoord', en: 'Concern answered' },
  'consent.revoked': { nl: 'Instemming ingetrokken', en: 'Consent revoked' },
};

const PLACES: readonly (readonly [RegExp, Place])[] = [
  [/^(request|dpia|advice|exception|claim|competence|signed-paper)\./, 'papers'],
  [/^(question|comment)\./, 'questions'],
  [/^(meeting|personnel-meeting)\./, 'meetings'],
  [
    /^(decision|ballot|casting-vote|final-decision|introduction|ruling|nullity|promise|view|paper-signature|evaluation|concern|consent|dispute|framework)\./,
    'decisions',
  ],
  [/^(tool|change|notice|order|suspension|warning|carriage|second-person)\./, 'dossier'],
];

/** What an act is called in the timeline, and where it leads; null for an act that is none of the case. */
export const actOf = (type: string): { readonly words: Words; readonly place: Place } | null => {
  const words = TIMELINE[type] ?? OTHERS[type];
  return words ? { words, place: PLACES.find(([pattern]) => pattern.test(type))?.[1] ?? null } : null;
};

/** Acts that a start page names to whoever may see the tool; that there is a vote is for members alone. */
export const ACTS_TO_NAME: readonly string[] = [...Object.keys(TIMELINE), ...Object.keys(OTHERS)].filter(
  (type) => !/^(ballot|comment|question)\./.test(type),
);
