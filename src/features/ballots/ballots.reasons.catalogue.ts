import { registerReasons } from '../../platform/http/index.js';

registerReasons({
  'ballot.running': { nl: 'Er loopt al een stemming over dit verzoek.', en: 'A vote on this request is already running.' },
  'ballot.tied': {
    nl: 'De stemmen staken. Eerst beslist de voorzitter.',
    en: 'The votes are equal. The chair decides first.',
  },
  'ballot.decided': {
    nl: 'Over dit verzoek is al gestemd. Leg de uitslag vast als besluit.',
    en: 'This request has been voted on already. Record the result as the decision.',
  },
  'ballot.opens-past': { nl: 'Dit moment is al voorbij. Kies een later moment.', en: 'This moment has passed. Choose a later one.' },
  'ballot.too-short': {
    nl: 'Laat de stemming ten minste 10 minuten open.',
    en: 'Keep the vote open for at least 10 minutes.',
  },
  'ballot.too-long': { nl: 'Sluit de stemming binnen 60 dagen.', en: 'Close the vote within 60 days.' },
  'ballot.time-unreadable': { nl: 'Vul de tijd in als 14:00.', en: 'Fill in the time as 14:00.' },
  'ballot.opened': {
    nl: 'De stemming is begonnen. Niemand kan haar nog intrekken of veranderen.',
    en: 'The vote has begun. Nobody can take it back or change it any more.',
  },
  'ballot.not-closed': { nl: 'De stemming is nog niet gesloten.', en: 'The vote is not closed yet.' },
  'ballot.counted': { nl: 'Deze stemming is al afgelopen.', en: 'This vote has already ended.' },
  'vote.not-open-yet': { nl: 'De stemming is nog niet open.', en: 'The vote is not open yet.' },
  'vote.closed': { nl: 'De stemming is gesloten.', en: 'Voting is closed.' },
  'vote.no-seat': {
    nl: 'U kunt niet stemmen. U heeft geen zetel en vervangt niemand.',
    en: 'You cannot vote. You hold no seat and deputise for nobody.',
  },
  'vote.conflict': {
    nl: 'U kunt over dit verzoek niet stemmen. U heeft er voor de werkgever aan gewerkt.',
    en: 'You cannot vote on this request. You worked on it for the employer.',
  },
  'vote.code-needed': {
    nl: 'U heeft al gestemd. Wilt u uw stem veranderen? Dan heeft u uw wijzigcode nodig.',
    en: 'You have voted. Do you want to change your vote? Then you need your change code.',
  },
  'vote.seat-voted': {
    nl: 'Voor deze zetel is al gestemd, door het lid of door de plaatsvervanger. Een geheime stem kan niemand eruit halen.',
    en: 'This seat has voted already, by the member or the deputy. Nobody can take a secret vote out.',
  },
  'vote.not-cast': { nl: 'U heeft nog niet gestemd.', en: 'You have not voted yet.' },
  'vote.code-wrong': { nl: 'Deze code klopt niet. Controleer de tekens.', en: 'This code is not right. Check the characters.' },
  'vote.choice-missing': { nl: 'Kies wat u stemt.', en: 'Choose your vote.' },
  'vote.box-closed': {
    nl: 'De stembus gaat niet open. Na het sluiten begint de stemming opnieuw.',
    en: 'The ballot box does not open. After closing, the vote starts anew.',
  },
  'vote.too-often': {
    nl: 'U heeft uw stem te vaak veranderd. Uw laatste stem telt.',
    en: 'You changed your vote too often. Your last vote counts.',
  },
  'casting.no-tie': { nl: 'De stemmen staken niet.', en: 'The votes are not equal.' },
  'casting.done': { nl: 'De voorzitter heeft al beslist.', en: 'The chair has already decided.' },
  'casting.choice-missing': { nl: 'Kies voor of tegen.', en: 'Choose for or against.' },
});
