import type { Section, Sight } from '../questionnaire/question.js';
import { ask, askRows, say } from './ask.js';

/** Who reads it at the door or on the phone may not read Dutch. */
const meetsOutsiders = (sight: Sight): boolean => sight.has('tool.dataSubjects', 'customers') || sight.has('tool.dataSubjects', 'visitors');
const IN_ENGLISH = say('Voor klanten en bezoekers die geen Nederlands lezen.', 'For customers and visitors who do not read Dutch.');

/** Purposes with their retention, and the data. */
export const DATA: Section = {
  code: 'data',
  title: say('Doelen en gegevens', 'Purposes and data'),
  intro: say(
    'Waarvoor is het nodig, welke gegevens horen daarbij en hoe lang blijven zij?',
    'What is it needed for, which data go with it and how long are they kept?',
  ),
  questions: [
    askRows('purposes', {
      text: say('Waarvoor gebruikt u de gegevens?', 'What do you use the data for?'),
      hint: say('Zet elk doel apart. Gebruik voor iets anders mag niet.', 'List each purpose apart. Use for anything else is not allowed.'),
      why: say(
        'Gegevens mogen alleen worden gebruikt voor een doel dat vooraf is genoemd (AVG art. 5).',
        'Data may only be used for a purpose named beforehand (GDPR 5).',
      ),
      row: say('Doel', 'Purpose'),
      add: say('Voeg een doel toe', 'Add a purpose'),
      none: say('Nog geen doel genoemd.', 'No purpose named yet.'),
      questions: [
        ask('purposes[].code', 'Welk doel?', 'Which purpose?'),
        ask('purposes[].description', 'Wat bereikt u ermee, in 1 zin?', 'What do you achieve with it, in 1 sentence?', {
          hint: say('Welk besluit of resultaat heeft welke gegevens nodig?', 'Which decision or result needs which data?'),
        }),
        ask('purposes[].descriptionEn', 'Dezelfde zin in het Engels', 'The same sentence in English', {
          when: meetsOutsiders,
          optional: true,
          hint: IN_ENGLISH,
        }),
        ask('purposes[].subjects', 'Over wie gaat dit doel?', 'Who is this purpose about?'),
        ask(
          'purposes[].retention.maxDays',
          'Na hoeveel dagen zijn de gegevens uiterlijk gewist?',
          'After how many days at most are the data erased?',
          {
            suffix: say('dagen', 'days'),
          },
        ),
        ask('purposes[].retention.criterion', 'Waardoor eindigt het bewaren eerder?', 'What ends the keeping earlier?', {
          hint: say(
            'Bijvoorbeeld: zodra het gesprek over dit kwartaal is gevoerd.',
            'For example: as soon as this quarter’s talk has been held.',
          ),
        }),
        ask(
          'purposes[].retention.criterionEn',
          'Wat het bewaren eerder eindigt, in het Engels',
          'What ends the keeping earlier, in English',
          {
            when: meetsOutsiders,
            optional: true,
            hint: IN_ENGLISH,
          },
        ),
        ask('purposes[].retention.autoDelete', 'Wist het systeem vanzelf?', 'Does the system erase by itself?'),
        ask(
          'purposes[].secondaryOf',
          'Zijn de gegevens eerder voor een ander doel verzameld?',
          'Were the data collected for another purpose before?',
          {
            none: say('Nee', 'No'),
          },
        ),
        ask('purposes[].optOut', 'Kan iemand weigeren om hiervoor gebeld te worden?', 'Can a person refuse to be called for this?', {
          when: (sight) => sight.value('purposes[].code') === 'callback_research',
        }),
      ],
    }),
    askRows('tool.dataCategories', {
      text: say('Welke gegevens maakt of bewaart het volgsysteem?', 'Which data does the tool make or keep?'),
      hint: say('Ook scores, labels en wat mensen erbij typen.', 'Scores, labels and what people type as well.'),
      row: say('Gegeven', 'Item of data'),
      add: say('Voeg een gegeven toe', 'Add an item of data'),
      none: say('Nog geen gegevens genoemd.', 'No data named yet.'),
      questions: [
        ask('tool.dataCategories[].code', 'Welk gegeven?', 'Which data?', {
          hint: say('Bijvoorbeeld: tijd van inloggen.', 'For example: time of signing in.'),
        }),
        ask('tool.dataCategories[].source', 'Hoe komt het er?', 'Where does it come from?'),
        ask(
          'tool.dataCategories[].specialCategory',
          'Zegt het iets over een van deze onderwerpen?',
          'Does it say anything about one of these?',
          {
            none: say('Nee, geen van deze', 'No, none of these'),
          },
        ),
        ask('tool.dataCategories[].criminal', 'Gaat het over een verdenking of strafbaar feit?', 'Is it about a suspicion or an offence?'),
        ask('tool.dataCategories[].purposes', 'Voor welke doelen is het nodig?', 'For which purposes is it needed?'),
      ],
    }),
    ask(
      'objectionHandling.optOut.available',
      'Kan iemand kiezen voor een manier zonder vastlegging?',
      'Can a person choose a way without capture?',
      {
        hint: say('Bijvoorbeeld een ander kanaal of een andere werkwijze.', 'For example another channel or another way of working.'),
      },
    ),
    ask('objectionHandling.optOut.reason', 'Waarom kan dat niet?', 'Why is that not possible?', {
      when: (sight) => sight.value('objectionHandling.optOut.available') === false,
      optional: true,
    }),
    ask('objectionHandling.optOut.reasonEn', 'Waarom dat niet kan, in het Engels', 'Why that is not possible, in English', {
      when: (sight) => sight.value('objectionHandling.optOut.available') === false && meetsOutsiders(sight),
      optional: true,
      hint: IN_ENGLISH,
    }),
    ask(
      'notice.thirdParty.atStart',
      'Horen of zien klanten en bezoekers het direct aan het begin?',
      'Are customers and visitors told right at the start?',
      {
        when: meetsOutsiders,
        optional: true,
      },
    ),
    ask('notice.thirdParty.purposesTold', 'Horen zij waarvoor?', 'Are they told what for?', {
      when: meetsOutsiders,
      optional: true,
    }),
    ask('notice.thirdParty.fullNoticeLink', 'Kunnen zij de hele uitleg vinden?', 'Can they find the full explanation?', {
      when: meetsOutsiders,
      optional: true,
    }),
    ask(
      'notice.thirdParty.key',
      'Welke toets drukt een beller in om niet te worden opgenomen?',
      'Which key does a caller press not to be recorded?',
      {
        when: (sight) => sight.has('tool.dataSubjects', 'customers') && sight.value('objectionHandling.optOut.available') === true,
        optional: true,
        hint: say(
          'Deze toets staat in de tekst die bellers horen en op de openbare pagina.',
          'This key is in the text that callers hear and on the public page.',
        ),
        none: say('Geen toets', 'No key'),
      },
    ),
    ask(
      'notice.thirdParty.otherChannel',
      'Hoe bereiken klanten en bezoekers u zonder vastlegging?',
      'How do customers and visitors reach you without capture?',
      {
        when: meetsOutsiders,
        optional: true,
        hint: say(
          'Maak de zin af: “U kunt ook ...”. Bijvoorbeeld: langskomen aan het loket.',
          'Finish the sentence: “You can also ...”. In Dutch, for example: langskomen aan het loket.',
        ),
      },
    ),
    ask('notice.thirdParty.otherChannelEn', 'Hetzelfde in het Engels', 'The same in English', {
      when: meetsOutsiders,
      optional: true,
      hint: say(
        'Maak de zin af: “You can also ...”. Bijvoorbeeld: visit our desk.',
        'Finish the sentence: “You can also ...”. For example: visit our desk.',
      ),
    }),
    ask(
      'notice.thirdParty.noCallback',
      'Hoe zegt iemand dat u niet mag terugbellen?',
      'How does somebody say that you may not call back?',
      {
        when: (sight) => sight.has('tool.dataSubjects', 'customers'),
        optional: true,
        hint: say(
          'Een hele zin, alleen als u mensen terugbelt. Bijvoorbeeld: Zeg het aan het eind van het gesprek.',
          'A whole sentence, only where you call people back. In Dutch, for example: Zeg het aan het eind van het gesprek.',
        ),
      },
    ),
    ask('notice.thirdParty.noCallbackEn', 'Dezelfde zin in het Engels', 'The same sentence in English', {
      when: (sight) => sight.has('tool.dataSubjects', 'customers'),
      optional: true,
      hint: say('Bijvoorbeeld: Say so at the end of the call.', 'For example: Say so at the end of the call.'),
    }),
  ],
};
