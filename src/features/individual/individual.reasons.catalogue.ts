import { registerReasons } from '../../platform/http/index.js';

registerReasons({
  'individual.closed': {
    nl: 'Dit volgsysteem mag nu niet zo gebruikt worden. Het staat uit, of er staat een eis of voorwaarde in de weg.',
    en: 'This tool may not be used in this way now. It is off, or a requirement or condition stands in the way.',
  },
  'individual.already': {
    nl: 'Voor deze persoon staat al een vraag open, of moet iets nog worden verteld.',
    en: 'A question about this person is open already, or something must still be told.',
  },
  'individual.no-second': {
    nl: 'De ondernemingsraad wees nog niemand aan als tweede persoon. Zonder die persoon gaat er niets open.',
    en: 'The works council has named nobody as the second person yet. Without that person nothing opens.',
  },
  'individual.no-dpo': {
    nl: 'Dit kan alleen als een functionaris gegevensbescherming het meteen hoort. Er is er geen, of het gaat over de enige.',
    en: 'This is only possible when a data protection officer hears of it at once. There is none, or it is about the only one.',
  },
  'individual.self': { nl: 'U kunt dit niet over uzelf vragen.', en: 'You cannot ask this about yourself.' },
  'individual.staff-unknown': { nl: 'Wij kennen dit personeelsnummer niet.', en: 'We do not know this staff number.' },
  'individual.tool-unknown': { nl: 'Kies een volgsysteem uit de lijst.', en: 'Choose a tool from the list.' },
  'individual.not-waiting': { nl: 'Deze vraag wacht niet meer op antwoord.', en: 'This question no longer waits for an answer.' },
  'individual.not-open': { nl: 'Dit is niet open. Er is niets te zien.', en: 'This is not open. There is nothing to see.' },
  'individual.ended': { nl: 'Dit was al afgelopen.', en: 'This was over already.' },
  'individual.still-open': {
    nl: 'Er mag nog gekeken worden. Beëindig het eerst, of wacht tot de tijd om is.',
    en: 'Looking is still allowed. End it first, or wait until the time is over.',
  },
  'individual.nothing-to-tell': {
    nl: 'Hier is niets te vertellen: het ging niet open, of het is al verteld.',
    en: 'There is nothing to tell here: it never opened, or it was told already.',
  },
  'individual.reachable': {
    nl: 'Deze persoon krijgt bericht van het systeem. Een brief of gesprek is hier niet nodig.',
    en: 'This person gets a message from the system. No letter or conversation is needed here.',
  },
  'individual.how-needed': {
    nl: 'Wij kunnen deze persoon niet bereiken. Kies hoe u het vertelde: met een brief of in een gesprek.',
    en: 'We cannot reach this person. Choose how you told it: by a letter or in person.',
  },
  'individual.told-then': {
    nl: 'Vul de dag in waarop u het vertelde: niet later dan vandaag, en niet voordat het dichtging.',
    en: 'Enter the day on which you told it: not later than today, and not before it closed.',
  },
  'individual.not-member': { nl: 'Kies een lid van de ondernemingsraad.', en: 'Choose a member of the works council.' },
  'individual.proposal-waits': {
    nl: 'Er wacht al een voorstel. Bevestig dat eerst, of laat het intrekken of afwijzen.',
    en: 'A proposal is waiting already. Confirm it first, or have it withdrawn or rejected.',
  },
  'individual.proposal-gone': { nl: 'Dit voorstel wacht niet meer.', en: 'This proposal no longer waits.' },
  'individual.own-proposal': {
    nl: 'U stelde dit zelf voor. De andere voorzitter of secretaris bevestigt het.',
    en: 'You proposed this yourself. The other of chair and secretary confirms it.',
  },
  'individual.named': { nl: 'Deze persoon is al aangewezen.', en: 'This person was named already.' },
});
