import { catalogue } from '../../platform/i18n/index.js';

export const mailCatalogue = catalogue(
  {
    subject: '{title}',
    text: `{title}

Kenmerk: {reference}
Controlecode van de bijlage: {hash}

De bijlage is uw eigen exemplaar. Bewaar het op een plek die niet van uw werkgever is.
Klopt er iets niet? Log in op Countersign, ga naar Instemming en kies: Dit klopt niet.`,
    translated: 'Bij deze mail zit ook een Engelse vertaling. De Nederlandse tekst geldt. Controlecode van de vertaling: {hash}',
    see: 'Bekijk het hier:',
    staffText: `{title}

{lines}

Kenmerk: {reference}
U leest dit ook als u inlogt op Countersign.`,
  },
  {
    subject: '{title}',
    text: `{title}

Reference: {reference}
Fingerprint of the attachment: {hash}

The attachment is your own copy. Keep it in a place that is not your employer’s.
Is something wrong? Sign in to Countersign, go to Consent and choose: This is not right.`,
    translated: 'An English translation is attached too. The Dutch text counts. Fingerprint of the translation: {hash}',
    see: 'See it here:',
    staffText: `{title}

{lines}

Reference: {reference}
You can also read this when you sign in to Countersign.`,
  },
);
