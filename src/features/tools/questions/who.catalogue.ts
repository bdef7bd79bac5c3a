import type { Section } from '../questionnaire/question.js';
import { ask, askRows, say } from './ask.js';

/** Who is measured and who sees it. The units and persons themselves are chosen on the same page. */
export const WHO: Section = {
  code: 'who',
  title: say('Om wie het gaat', 'Who it is about'),
  intro: say('Wie wordt gemeten, op welk apparaat, en wie ziet de gegevens?', 'Who is measured, on which device, and who sees the data?'),
  questions: [
    ask(
      'tool.suitableForMonitoring',
      'Kan iemand hiermee zien of medewerkers er zijn, wat zij doen of hoe zij werken?',
      'Can anyone use this to see whether employees are present, what they do or how they work?',
      {
        hint: say('Het gaat om wat kan, niet om wat u van plan bent.', 'It is about what is possible, not what you intend.'),
        why: say(
          'De ondernemingsraad stemt in met alles wat geschikt is om medewerkers te volgen (WOR art. 27 lid 1 onder l). Bij nee moet de ondernemingsraad dat bevestigen.',
          'The works council consents to everything suitable for monitoring staff (WOR art. 27(1)(l)). If no, the council must confirm that.',
        ),
      },
    ),
    ask('tool.groupScope', 'Voor wie is het volgsysteem bedoeld?', 'For whom is the tool meant?', {
      hint: say(
        'Eén of enkele personen: ten hoogste 5, met naam, voor ten hoogste 30 dagen.',
        'One or a few persons: at most 5, by name, for at most 30 days.',
      ),
    }),
    ask('tool.covert', 'Gebeurt het zonder dat mensen het weten?', 'Is it done without people knowing?', {
      why: say('Heimelijk meten mag bijna nooit.', 'Covert monitoring is almost never allowed.'),
    }),
    ask('tool.dataSubjects', 'Van wie worden gegevens vastgelegd?', 'Whose data are captured?', {
      hint: say('Kies iedereen die in beeld of geluid kan komen.', 'Choose everyone who may come into view or earshot.'),
    }),
    ask('tool.deviceOwnership', 'Van wie zijn de apparaten?', 'Whose are the devices?'),
    ask(
      'tool.containerised',
      'Blijft alles op het eigen apparaat gescheiden van wat privé is?',
      'On private devices, is all kept apart from what is private?',
      { when: (sight) => sight.has('tool.deviceOwnership', 'private') },
    ),
    ask('tool.controllerRole', 'Wie bepaalt waarvoor en hoe dit wordt gebruikt?', 'Who decides why and how this is used?', {
      hint: say('Een werkgever bepaalt dit bijna altijd zelf.', 'An employer almost always decides this itself.'),
    }),
    askRows('tool.recipients', {
      text: say('Wie kan de gegevens zien?', 'Who can see the data?'),
      hint: say('Noem functies, geen namen.', 'Name functions, not persons.'),
      row: say('Functie', 'Function'),
      add: say('Voeg een functie toe', 'Add a function'),
      none: say('Nog niemand genoemd.', 'Nobody named yet.'),
      questions: [
        ask('tool.recipients[].role', 'Welke functie?', 'Which function?', {
          hint: say('Bijvoorbeeld: coach, of teamleider klantcontact.', 'For example: coach, or team lead customer contact.'),
        }),
        ask('tool.recipients[].personsMax', 'Hoeveel mensen hoogstens?', 'How many people at most?'),
        ask('tool.recipients[].needToKnow', 'Hebben zij de gegevens nodig voor hun werk?', 'Do they need the data for their work?'),
      ],
    }),
  ],
};
