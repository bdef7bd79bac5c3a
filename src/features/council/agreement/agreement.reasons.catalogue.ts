import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'agreement.group': { nl: 'De kleinste groep is een heel getal van 5 of meer.', en: 'The smallest group is a whole number of 5 or more.' },
  'agreement.open': {
    nl: 'Er ligt al een voorstel. Leg dat eerst vast, of wijs het af.',
    en: 'There is a proposal already. Record that one first, or decline it.',
  },
  'agreement.same': { nl: 'Dit is wat al geldt. Er verandert niets.', en: 'This is what holds already. Nothing would change.' },
  'agreement.recorded-by-you': {
    nl: 'U heeft dit al vastgelegd. Iemand anders moet het ook vastleggen, vanaf een eigen account.',
    en: 'You recorded this already. Somebody else has to record it too, from an own account.',
  },
  'agreement.side-done': { nl: 'Uw kant heeft dit al vastgelegd.', en: 'Your side has recorded this already.' },
  'agreement.not-light': {
    nl: 'Werkgever en raad spraken af dat deze klasse niet licht gaat. Stuur een volledig verzoek.',
    en: 'Employer and council agreed that this class does not go light. Send a full request.',
  },
  'agreement.not-open': { nl: 'Dit voorstel ligt niet meer op tafel.', en: 'This proposal is no longer on the table.' },
});
