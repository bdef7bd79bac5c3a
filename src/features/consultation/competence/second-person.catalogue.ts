import { registerReasons } from '../../../platform/http/index.js';
import { catalogue } from '../../../platform/i18n/index.js';

export const secondPersonCatalogue = catalogue(
  {
    heading: 'Een tweede persoon',
    lead: 'In een klein bedrijf is één persoon soms bestuurder, HR en IT tegelijk. Die persoon mag niet alleen beslissen én aanzetten. Iemand anders zegt eerst dat het besluit klopt.',
    means:
      'U zegt: iedereen is verteld wat er gaat gebeuren, de reacties zijn beantwoord, en dit is wat er is besloten. Dit is geen toestemming.',
    button: 'Bevestig als tweede persoon',
    done: 'Bevestigd als tweede persoon, kenmerk {reference}.',
    confirmed: 'Een tweede persoon heeft dit bevestigd.',
  },
  {
    heading: 'A second person',
    lead: 'In a small company one person is sometimes director, HR and IT at once. That person may not decide and switch on alone. Somebody else first says that the decision is right.',
    means: 'You say: everyone was told what will happen, the comments were answered, and this is what was decided. This is not consent.',
    button: 'Confirm as the second person',
    done: 'Confirmed as the second person, reference {reference}.',
    confirmed: 'A second person confirmed this.',
  },
);

registerReasons({
  'second-person.not-here': {
    nl: 'Een tweede persoon is alleen nodig waar minder dan tien mensen werken en niemand voor hen spreekt.',
    en: 'A second person is only needed where fewer than ten people work and nobody speaks for them.',
  },
  'second-person.before-decision': { nl: 'Er is nog niets besloten.', en: 'Nothing was decided yet.' },
  'second-person.confirmed': { nl: 'U heeft dit al bevestigd.', en: 'You confirmed this already.' },
});
