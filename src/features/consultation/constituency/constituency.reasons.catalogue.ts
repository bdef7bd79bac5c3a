import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'summary.running': {
    nl: 'Er loopt al een ronde over deze zaak. Sluit die eerst.',
    en: 'A round about this case is running already. Close it first.',
  },
  'summary.too-many': { nl: 'Over deze zaak zijn al 5 rondes gehouden.', en: 'Five rounds were held about this case already.' },
  'summary.no-page': { nl: 'Bij dit verzoek hoort geen samenvatting van 1 pagina.', en: 'This request has no summary of one page.' },
  'summary.closed': { nl: 'Deze ronde is gesloten. Reageren kan niet meer.', en: 'This round is closed. Nobody can react any more.' },
  'reaction.given': {
    nl: 'U heeft al gereageerd. Wij weten niet meer wat u koos, dus wijzigen kan niet.',
    en: 'You reacted already. We no longer know what you chose, so it cannot be changed.',
  },
});
