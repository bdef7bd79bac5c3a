import type { Section } from '../questionnaire/question.js';
import { ask, askRows, say } from './ask.js';

/** Who makes it, who processes the data, and where the data go. */
export const SUPPLIER: Section = {
  code: 'supplier',
  title: say('Leverancier en plaats van de gegevens', 'Supplier and place of the data'),
  intro: say(
    'Wie maakt het volgsysteem, wie verwerkt de gegevens en in welk land gebeurt dat?',
    'Who makes the tool, who processes the data and in which country?',
  ),
  questions: [
    ask('tool.vendor', 'Wie is de leverancier?', 'Who is the supplier?', {
      hint: say('De naam van het bedrijf.', 'The name of the company.'),
    }),
    ask('tool.version', 'Welke versie of welk pakket gebruikt u?', 'Which version or package do you use?', {
      hint: say('Bijvoorbeeld: 4.2, of Business Premium.', 'For example: 4.2, or Business Premium.'),
    }),
    askRows('processors', {
      text: say('Wie verwerkt de gegevens voor u?', 'Who processes the data for you?'),
      hint: say(
        'Elk bedrijf dat de gegevens bewaart of erbij kan, ook voor hulp op afstand.',
        'Every company that stores the data or can reach them, also for remote support.',
      ),
      why: say(
        'Met elk van hen is een verwerkersovereenkomst nodig (AVG art. 28).',
        'Each of them needs a processing agreement (GDPR 28).',
      ),
      row: say('Verwerker', 'Processor'),
      add: say('Voeg een verwerker toe', 'Add a processor'),
      none: say('Niemand anders verwerkt de gegevens.', 'Nobody else processes the data.'),
      questions: [
        ask('processors[].name', 'Naam van het bedrijf', 'Name of the company'),
        ask(
          'processors[].country',
          'In welk land verwerkt dit bedrijf de gegevens?',
          'In which country does this company process the data?',
          {
            hint: say('De code van het land, zoals NL of US.', 'The country code, such as NL or US.'),
          },
        ),
        ask(
          'processors[].ownPurposes',
          'Gebruikt dit bedrijf de gegevens ook voor zichzelf?',
          'Does this company also use the data for itself?',
          {
            hint: say('Bijvoorbeeld om het product te verbeteren of AI te trainen.', 'For example to improve the product or to train AI.'),
          },
        ),
        askRows('processors[].subprocessors', {
          text: say('Welke bedrijven schakelt het zelf in?', 'Which companies does it use in turn?'),
          row: say('Subverwerker', 'Sub-processor'),
          add: say('Voeg een subverwerker toe', 'Add a sub-processor'),
          none: say('Het schakelt niemand in.', 'It uses nobody.'),
          questions: [
            ask('processors[].subprocessors[].name', 'Naam van het bedrijf', 'Name of the company'),
            ask('processors[].subprocessors[].country', 'Land (code)', 'Country (code)'),
          ],
        }),
      ],
    }),
    askRows('transfers', {
      text: say(
        'Gaan gegevens naar een land buiten de Europese Economische Ruimte?',
        'Do data go to a country outside the European Economic Area?',
      ),
      hint: say('Ook als iemand daar alleen kan meekijken.', 'Also when somebody there can only look at them.'),
      why: say('Dat mag alleen met een geldige regeling (AVG art. 44).', 'That needs a valid arrangement (GDPR 44).'),
      row: say('Land', 'Country'),
      add: say('Voeg een land toe', 'Add a country'),
      none: say('Er gaan geen gegevens naar buiten de EER.', 'No data leave the EEA.'),
      questions: [
        ask('transfers[].country', 'Welk land? (code)', 'Which country? (code)'),
        ask('transfers[].mechanism', 'Met welke regeling mag dat?', 'Under which arrangement?'),
      ],
    }),
    askRows('tool.vendorClaims', {
      text: say('Wat belooft de leverancier?', 'What does the supplier promise?'),
      hint: say('Alleen beloften over anonimiteit, opslag, wet of techniek.', 'Only promises about anonymity, storage, law or technology.'),
      row: say('Belofte', 'Promise'),
      add: say('Voeg een belofte toe', 'Add a promise'),
      none: say('De leverancier belooft hierover niets.', 'The supplier promises nothing of the kind.'),
      questions: [
        ask('tool.vendorClaims[].claim', 'Wat belooft de leverancier?', 'What does the supplier promise?'),
        ask('tool.vendorClaims[].reliedOn', 'Vertrouwt u op deze belofte?', 'Do you rely on this promise?', {
          hint: say('Ja, als u zonder die belofte meer zou moeten regelen.', 'Yes, if without it you would have to arrange more.'),
        }),
      ],
    }),
  ],
};
