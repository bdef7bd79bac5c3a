import { catalogue } from '../../platform/i18n/index.js';

export const ballotMailCatalogue = catalogue(
  {
    'body.or': 'ondernemingsraad',
    'body.pvt': 'personeelsvertegenwoordiging',
    'opened.subject': 'Breng uw stem uit',
    'opened.text': `Er is een stemming van de {body} open. U kunt stemmen tot {closes}.

Stem hier: {href}

Tot dat moment kunt u uw stem nog veranderen. Niemand ziet een tussenstand.
Kenmerk: {reference}`,
    'again.subject': 'Stem opnieuw: de stemming is opnieuw begonnen',
    'again.text': `De stemming van de {body} is opnieuw begonnen. Wat eerder is gestemd, telt niet meer. Op de pagina leest u waarom.
U kunt stemmen tot {closes}.

Stem hier: {href}

Kenmerk: {reference}`,
    'reminder.subject': 'U heeft nog niet gestemd',
    'reminder.text': `U heeft nog niet gestemd. Dat kan tot {closes}.

Stem hier: {href}

Alleen u krijgt dit bericht. Stemmen is niet verplicht.
Kenmerk: {reference}`,
    'outcome.subject': 'De uitslag van de stemming is er',
    'outcome.text': `De stemming van de {body} is gesloten en geteld.

Lees de uitslag hier: {href}

Kenmerk: {reference}`,
  },
  {
    'body.or': 'works council',
    'body.pvt': 'staff representation',
    'opened.subject': 'Cast your vote',
    'opened.text': `A vote of the {body} is open. You can vote until {closes}.

Vote here: {href}

Until then you can still change your vote. Nobody sees a result before the end.
Reference: {reference}`,
    'again.subject': 'Vote again: the vote has started anew',
    'again.text': `The vote of the {body} has started anew. Earlier votes no longer count. The page tells you why.
You can vote until {closes}.

Vote here: {href}

Reference: {reference}`,
    'reminder.subject': 'You have not voted yet',
    'reminder.text': `You have not voted yet. You can until {closes}.

Vote here: {href}

Only you get this message. Voting is not compulsory.
Reference: {reference}`,
    'outcome.subject': 'There is a result of the vote',
    'outcome.text': `The vote of the {body} is closed and counted.

Read the result here: {href}

Reference: {reference}`,
  },
);
