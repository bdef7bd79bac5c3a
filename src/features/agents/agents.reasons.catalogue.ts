import { registerReasons } from '../../platform/http/index.js';

/** What refusals to agents, and to people about agents, mean. */
const agentReasons = {
  'lease.refused': { nl: 'Geen startbewijs: het meetprogramma meet nu niets.', en: 'Lease refused: the agent measures nothing now.' },
  'enrolment.refused': {
    nl: 'Inschrijven lukt niet met deze code. Vraag IT om een nieuwe code.',
    en: 'This code cannot be used to enrol. Ask IT for a new code.',
  },
  'receipt.refused': { nl: 'Deze melding van stoppen is niet aangenomen.', en: 'This stop receipt was not accepted.' },
  'signal.refused': { nl: 'Dit meetprogramma mag hier niet wachten.', en: 'This agent may not wait here.' },
  'agent.unknown': { nl: 'Dit meetprogramma is niet ingeschreven.', en: 'This agent is not enrolled.' },
  'agent.blocked': {
    nl: 'IT heeft dit meetprogramma geblokkeerd of uit gebruik genomen.',
    en: 'IT blocked this agent or took it out of use.',
  },
  'agent.retired': { nl: 'Dit meetprogramma is al uit gebruik.', en: 'This agent is already out of use.' },
  'agent.key-known': {
    nl: 'Deze sleutel is al ingeschreven. Maak een nieuwe sleutel.',
    en: 'This key is enrolled already. Make a new key.',
  },
  'proof.invalid': {
    nl: 'Het bewijs van de eigen sleutel klopt niet, is te oud of is al gebruikt.',
    en: 'The proof of the agent’s own key is wrong, too old or used before.',
  },
  'settings.differ': {
    nl: 'De instellingen wijken af van de goedgekeurde versie. IT zet de goedgekeurde instellingen terug.',
    en: 'The settings differ from the approved version. IT restores the approved settings.',
  },
  'limit.hours': {
    nl: 'Op dit uur mag niet worden gemeten. Dat is een voorwaarde bij de goedkeuring.',
    en: 'Nothing may be measured at this hour. That is a condition of the approval.',
  },
  'receipt.missing': {
    nl: 'Dit meetprogramma liet lang niets horen. Het moet eerst melden wanneer het stopte.',
    en: 'This agent was not heard for long. First it has to say when it stopped.',
  },
  'keys.unreadable': {
    nl: 'De sleutel voor startbewijzen is nu niet te lezen. Probeer het later opnieuw.',
    en: 'The key for leases cannot be read now. Try again later.',
  },
  'keys.next-waits': { nl: 'Er wacht al een volgende sleutel.', en: 'A next key waits already.' },
  'incident.agent-in-use': {
    nl: 'Haal het meetprogramma eerst uit gebruik, of blokkeer het: de kopie van de sleutel werkt nog.',
    en: 'Take the agent out of use first, or block it: the copy of the key still works.',
  },
  'incident.closed': { nl: 'Dit voorval is al afgesloten.', en: 'This incident has been closed already.' },
  'incident.other': {
    nl: 'Dit voorval sluit iemand met een andere rol af, of het sluit vanzelf.',
    en: 'This incident is closed by somebody in another role, or it closes by itself.',
  },
  not_covered: { nl: 'Er wordt nu niet gemeten.', en: 'Nothing is measured now.' },
  'code.unusable': { nl: 'De code is onbekend, gebruikt of verlopen.', en: 'The code is unknown, used or expired.' },
  'lease.unknown': { nl: 'Dit startbewijs is niet aan dit meetprogramma gegeven.', en: 'This lease was not given to this agent.' },
  'field.isSettingsSheet': {
    nl: 'De instellingen moeten namen met tekst als waarde zijn, hoogstens 500.',
    en: 'The settings must be names with texts as values, at most 500.',
  },
  'settings.one-of': {
    nl: 'Stuur de instellingen of de controlecode ervan, een van beide.',
    en: 'Send the settings or their hash, one of the two.',
  },
  'field.isEd25519PublicJwk': { nl: 'Dit moet een openbare Ed25519-sleutel zijn (JWK).', en: 'This must be a public Ed25519 key (JWK).' },
  'time.future': { nl: 'Dit moment ligt in de toekomst.', en: 'This moment is in the future.' },
};
registerReasons(agentReasons);
