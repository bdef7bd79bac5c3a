import { registerReasons } from '../../platform/http/index.js';

registerReasons({
  'council.officers-only': {
    nl: 'Alleen de voorzitter en de secretaris kunnen dit, ieder in die rol.',
    en: 'Only the chair and the secretary can do this, each in that role.',
  },
  'council.members-only': { nl: 'Alleen wie nu een zetel heeft, kan dit.', en: 'Only somebody who has a seat now can do this.' },
  'council.rules-need-officers': {
    nl: 'De regels wijzigen kan alleen met een voorzitter en een secretaris. Kies hen eerst.',
    en: 'Changing the rules takes a chair and a secretary. Choose them first.',
  },
  'council.offices-changed': {
    nl: 'Intussen is er een voorzitter of secretaris gekomen of gegaan. Deze wijziging vervalt. Stel haar opnieuw voor.',
    en: 'Meanwhile a chair or secretary came or went. This change lapses. Propose it again.',
  },
  'council.proposer-gone': {
    nl: 'Wie dit voorstelde, heeft de functie of de zetel niet meer. Stel het opnieuw voor.',
    en: 'Whoever proposed this no longer holds the office or the seat. Propose it again.',
  },
  'council.own-proposal': {
    nl: 'U heeft dit zelf voorgesteld. Een ander moet het bevestigen.',
    en: 'You proposed this yourself. Somebody else has to confirm it.',
  },
  'council.confirmed-by-you': { nl: 'U heeft dit al bevestigd.', en: 'You have confirmed this already.' },
  'council.change-waits': {
    nl: 'Er wacht al een wijziging. Bevestig die eerst, stuur haar terug of neem haar terug.',
    en: 'A change waits already. Confirm it first, send it back or take it back.',
  },
  'council.change-gone': { nl: 'Deze wijziging wacht niet meer.', en: 'This change does not wait any more.' },
  'council.nothing-changes': { nl: 'Hiermee verandert er niets.', en: 'This changes nothing.' },
  'council.changed-meanwhile': {
    nl: 'De OR is intussen gewijzigd. Deze wijziging vervalt. Stel haar opnieuw voor.',
    en: 'The council was changed meanwhile. This change lapses. Propose it again.',
  },
  'council.officers-there': {
    nl: 'De OR heeft een voorzitter of secretaris. De OR regelt dit zelf.',
    en: 'The council has a chair or a secretary. The council does this itself.',
  },
  'council.members-first': {
    nl: 'De leden gaan eerst: zij hebben 14 dagen om zelf een voorzitter en secretaris te kiezen.',
    en: 'The members go first: they have 14 days to choose a chair and secretary themselves.',
  },
  'council.officer-stays': {
    nl: 'Deze functie is bezet. Wie haar heeft, blijft.',
    en: 'This office is held. Whoever holds it stays.',
  },
  'seats.number': { nl: 'Een OR heeft 2 tot en met 25 zetels.', en: 'A council has 2 to 25 seats.' },
  'seat.person-twice': { nl: 'Deze persoon heeft al een zetel.', en: 'This person has a seat already.' },
  'seat.deputy-is-member': {
    nl: 'Deze persoon heeft zelf een zetel en kan dus niemand vervangen.',
    en: 'This person has a seat and so can deputise for nobody.',
  },
  'seat.deputy-of-nobody': { nl: 'Deze zetel is leeg. Geef de zetel zelf.', en: 'This seat is empty. Give the seat itself.' },
  'person.unknown': {
    nl: 'Wij kennen deze naam of dit nummer niet. Kijk bij Mensen hoe het daar staat.',
    en: 'We do not know this name or number. Look under People how it is written there.',
  },
  'person.several': {
    nl: 'Er zijn meer mensen met deze naam. Vul het personeelsnummer in.',
    en: 'More people have this name. Fill in the staff number.',
  },
  'person.gone': { nl: 'Deze persoon werkt hier niet meer.', en: 'This person no longer works here.' },
  'officer.missing': { nl: 'Kies wie dit is.', en: 'Choose who this is.' },
  'officer.without-seat': { nl: 'Deze persoon heeft geen zetel.', en: 'This person has no seat.' },
  'officer.both': { nl: 'Voorzitter en secretaris zijn twee verschillende mensen.', en: 'Chair and secretary are two different people.' },
  'committee.without-name': { nl: 'Geef de commissie een naam.', en: 'Give the committee a name.' },
  'committee.name-twice': { nl: 'Deze naam staat er al.', en: 'This name is there already.' },
  'committee.empty': { nl: 'Kies ten minste één lid.', en: 'Choose at least one member.' },
  'committee.not-in-council': { nl: 'Kies leden van de OR.', en: 'Choose members of the council.' },
  'term.half': { nl: 'Vul beide dagen in, of laat beide leeg.', en: 'Fill in both days, or leave both empty.' },
  'term.backwards': { nl: 'De laatste dag ligt niet na de eerste.', en: 'The last day is not after the first.' },
  'term.too-long': { nl: 'Een zittingsperiode duurt ten hoogste vier jaar.', en: 'A term of office lasts four years at most.' },
  'quorum.seats': {
    nl: 'Vul een getal in van 1 tot en met het aantal zetels.',
    en: 'Fill in a number from 1 to the number of seats.',
  },
  'case.own-work': {
    nl: 'U heeft in een andere rol aan dit dossier gewerkt. Daarom doet u niet mee aan dit besluit van de OR.',
    en: 'You worked on this case in another role. So you take no part in this decision of the council.',
  },
  'case.own-work.version_made': { nl: 'U heeft deze versie zelf gemaakt.', en: 'You made this version yourself.' },
  'case.own-work.dpia_fixed': { nl: 'U heeft de DPIA van deze versie vastgesteld.', en: 'You fixed the DPIA of this version.' },
  'case.own-work.advice_given': { nl: 'U heeft over deze versie geadviseerd als FG.', en: 'You advised on this version as DPO.' },
  'case.own-work.advice_deviated': {
    nl: 'U heeft als bestuurder besloten van het advies van de FG af te wijken.',
    en: 'As director you decided to deviate from the DPO’s advice.',
  },
  'case.own-work.request_sent': { nl: 'U heeft het verzoek aan de OR verstuurd.', en: 'You sent the request to the council.' },
});
