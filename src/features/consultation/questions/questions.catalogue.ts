import { registerReasons } from '../../../platform/http/index.js';
import { catalogue } from '../../../platform/i18n/index.js';

export const questionsCatalogue = catalogue(
  {
    files: 'Bestanden bij het antwoord',
    filesHint: 'Ten hoogste 5 bestanden: pdf, docx, txt of een afbeelding, elk ten hoogste 10 MB.',
    inMeeting: 'Is deze vraag in het overleg beantwoord?',
    inMeetingLead: 'Schrijf op wat de werkgever zei. Dat kan één keer.',
    meeting: 'In welk overleg?',
    said: 'Wat zei de werkgever?',
    note: 'Leg het antwoord vast',
    answeredInMeeting: 'Antwoord van de werkgever in het overleg van {date}',
    answered: 'Antwoord van de werkgever, {when}',
  },
  {
    files: 'Files with the answer',
    filesHint: 'At most 5 files: pdf, docx, txt or an image, each at most 10 MB.',
    inMeeting: 'Was this question answered in the meeting?',
    inMeetingLead: 'Write down what the employer said. This can be done once.',
    meeting: 'In which meeting?',
    said: 'What did the employer say?',
    note: 'Record the answer',
    answeredInMeeting: 'Answer of the employer in the meeting of {date}',
    answered: 'Answer of the employer, {when}',
  },
);

registerReasons({
  'question.too-many': {
    nl: 'Er staan al 200 vragen bij dit verzoek. Stel de rest in het overleg.',
    en: 'There are already 200 questions with this request. Ask the rest in the meeting.',
  },
  'files.too-many': { nl: 'Kies ten hoogste 5 bestanden.', en: 'Choose at most 5 files.' },
  'meeting.unknown': { nl: 'Kies een overleg dat is vastgelegd.', en: 'Choose a meeting that was recorded.' },
});
