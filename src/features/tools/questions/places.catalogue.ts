import type { Question, Section, Sight } from '../questionnaire/question.js';
import type { Bilingual } from '../starters/starter.js';
import { ask, say } from './ask.js';
import { DECISIONS } from './decisions.catalogue.js';

const officeIsOn = (sight: Sight): boolean => sight.value('office.enabled') === true;

/** The same questions for both places, so that they can be laid side by side. */
const profile = (place: 'home' | 'office', at: Bilingual, when?: Question['when']): Question[] => [
  ask(`${place}.contentLevel`, `Hoeveel wordt vastgelegd, ${at.nl}?`, `How much is captured, ${at.en}?`, { when }),
  ask(`${place}.modeRank`, `Hoe vaak, ${at.nl}?`, `How often, ${at.en}?`, { when }),
  ask(`${place}.samplingRate`, `Welk deel, ${at.nl}?`, `Which part, ${at.en}?`, {
    when,
    optional: true,
    hint: say('Van 0 tot 1: 0,1 is 1 op de 10. Leeg als het geen steekproef is.', 'From 0 to 1: 0.1 is 1 in 10. Empty if it is no sample.'),
  }),
  ask(`${place}.intervalSeconds`, `Om de hoeveel seconden, ${at.nl}?`, `Every how many seconds, ${at.en}?`, {
    when,
    optional: true,
    suffix: say('seconden', 'seconds'),
    hint: say('Leeg als er geen vaste tussentijd is.', 'Empty if there is no fixed interval.'),
  }),
  ask(`${place}.audioVideo`, `Wordt geluid of beeld opgenomen, ${at.nl}?`, `Is sound or image recorded, ${at.en}?`, { when }),
  ask(`${place}.liveView`, `Kan iemand live meekijken of meeluisteren, ${at.nl}?`, `Can anyone watch or listen in live, ${at.en}?`, {
    when,
  }),
  ask(`${place}.retentionDays`, `Hoeveel dagen blijft het bewaard, ${at.nl}?`, `For how many days is it kept, ${at.en}?`, {
    when,
    suffix: say('dagen', 'days'),
  }),
  ask(`${place}.viewers`, `Hoeveel mensen kunnen het zien, ${at.nl}?`, `How many people can see it, ${at.en}?`, { when }),
];

/** Home and office side by side: nobody is measured more strictly at home. */
export const PLACES: Section = {
  code: 'places',
  title: say('Thuis, op kantoor en de gevolgen', 'At home, at the office and the consequences'),
  intro: say(
    'Of er mensen thuis werken, weet het systeem uit de lijst van personen. Vul kantoor ook in als iedereen thuis werkt.',
    'Whether people work at home is known from the list of persons. Fill in the office too if everyone works at home.',
  ),
  questions: [
    ...profile('home', say('thuis', 'at home'), (sight) => sight.value('home.enabled') === true),
    ask('office.enabled', 'Wordt hetzelfde werk ook op kantoor zo gemeten?', 'Is the same work also measured like this at the office?', {
      why: say('Thuis mag de controle niet strenger zijn dan op kantoor.', 'Monitoring at home may not be stricter than at the office.'),
    }),
    ...profile('office', say('op kantoor', 'at the office'), officeIsOn),
    ...DECISIONS,
  ],
};
