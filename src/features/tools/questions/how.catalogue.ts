import type { Section } from '../questionnaire/question.js';
import { ask, say } from './ask.js';

/** How the tool captures: filled in by IT or the tool's owner. */
export const HOW: Section = {
  code: 'how',
  title: say('Hoe het volgsysteem vastlegt', 'How the tool captures'),
  intro: say('IT of de eigenaar van het volgsysteem vult dit in.', 'IT or the tool owner fills this in.'),
  questions: [
    ask('capture.modes', 'Wanneer legt het vast?', 'When does it capture?'),
    ask('capture.contentLevel', 'Hoeveel legt het vast?', 'How much does it capture?'),
    ask('capture.audio', 'Neemt het geluid op?', 'Does it capture sound?'),
    ask('capture.video', 'Neemt het beeld van mensen op?', 'Does it capture images of people?'),
    ask('capture.location', 'Legt het vast waar iemand is?', 'Does it capture where somebody is?'),
    ask('capture.stores', 'Bewaart het iets?', 'Does it store anything?', {
      hint: say('Nee, als alles na het bekijken direct weg is.', 'No, if all is gone right after viewing.'),
    }),
    ask('capture.schedule.workingHoursOnly', 'Legt het alleen vast in werktijd?', 'Does it capture during working hours only?'),
    ask('capture.schedule.breaksExcluded', 'Staat het stil in pauzes?', 'Does it stop during breaks?'),
    ask('capture.schedule.timezone', 'In welke tijdzone?', 'In which time zone?', {
      hint: say('Meestal: Europe/Amsterdam.', 'Mostly: Europe/Amsterdam.'),
      optional: true,
    }),
    ask('capture.pause.required', 'Wanneer moet het stilstaan?', 'When must it stop?', { none: say('Nooit', 'Never') }),
    ask('capture.pause.live', 'Wanneer staat het echt direct stil?', 'When does it really stop at once?', { none: say('Nooit', 'Never') }),
    ask('capture.pause.postEdit', 'Wat wordt er pas achteraf uitgeknipt?', 'What is only cut out afterwards?', {
      none: say('Niets', 'Nothing'),
    }),
    ask('capture.pause.audibleWhilePaused', 'Kan iemand meeluisteren terwijl het stilstaat?', 'Can anyone listen while it is stopped?'),
    ask('capture.onDeviceAnonymisation', 'Maakt het apparaat gegevens zelf anoniem?', 'Does the device itself make data anonymous?'),
  ],
};
