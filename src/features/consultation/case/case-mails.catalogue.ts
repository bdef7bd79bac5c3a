import { catalogue, type KeyOf } from '../../../platform/i18n/index.js';

/** Mails about a case: what happened and where to read it. Nothing of the case itself stands in a mail. */
export const caseMailCatalogue = catalogue(
  {
    'question.asked': 'Vraag van de ondernemingsraad: {tool}',
    'question.answered': 'Antwoord op een vraag: {tool}',
    'meeting.proposed': 'Voorstel voor een overleg: {tool}',
    'meeting.agreed': 'Overleg gepland: {tool}',
    'meeting.reminder':
      '{days, plural, =-1 {De termijn voor het overleg is voorbij: {tool}} one {Overleg binnen # dag nodig: {tool}} other {Overleg binnen # dagen nodig: {tool}}}',
    'minutes.waiting': 'Verslag van het overleg om te bevestigen: {tool}',
    'signed-paper.waiting': 'Scan van een ondertekend papier om te vergelijken: {tool}',
    'text.signed-paper.waiting':
      'Een lid voegde een scan van een ondertekend papier toe. Vergelijk hem, als u hem niet zelf toevoegde, op:',
    'text.question.asked': 'Een lid van de ondernemingsraad (OR) heeft een vraag gesteld. Geef antwoord op:',
    'text.question.answered': 'De werkgever heeft een vraag beantwoord. Lees het antwoord op:',
    'text.meeting.proposed': 'De andere kant stelt een datum voor het overleg voor. Kies of stel een andere voor op:',
    'text.meeting.agreed': 'De datum voor het overleg staat vast. De uitnodiging zit bij deze mail. Lees de agenda op:',
    'text.meeting.reminder':
      'Na een verzoek met redenen praten de ondernemingsraad (OR) en de bestuurder binnen 2 weken met elkaar (artikel 23 lid 1 WOR). Plan het overleg op:',
    'text.minutes.waiting': 'Er is een verslag van het overleg. Lees het, en bevestig het als het klopt, op:',
  },
  {
    'question.asked': 'Question from the works council: {tool}',
    'question.answered': 'Answer to a question: {tool}',
    'meeting.proposed': 'Proposal for a meeting: {tool}',
    'meeting.agreed': 'Meeting planned: {tool}',
    'meeting.reminder':
      '{days, plural, =-1 {The term for the meeting has passed: {tool}} one {Meeting needed within # day: {tool}} other {Meeting needed within # days: {tool}}}',
    'minutes.waiting': 'Minutes of the meeting to confirm: {tool}',
    'signed-paper.waiting': 'Scan of a signed paper to compare: {tool}',
    'text.signed-paper.waiting': 'A member added a scan of a signed paper. Compare it, unless you added it yourself, at:',
    'text.question.asked': 'A member of the works council asked a question. Answer it at:',
    'text.question.answered': 'The employer answered a question. Read the answer at:',
    'text.meeting.proposed': 'The other side proposes a date for the meeting. Choose it or propose another at:',
    'text.meeting.agreed': 'The date of the meeting is agreed. The invitation goes with this mail. Read the agenda at:',
    'text.meeting.reminder':
      'After a request with reasons the works council and the director talk within 2 weeks (article 23(1) of the Dutch Works Councils Act, WOR). Plan the meeting at:',
    'text.minutes.waiting': 'There are minutes of the meeting. Read them, and confirm them when they are right, at:',
  },
);
type Subject<Key> = Key extends `text.${string}` ? never : Key;
export type CaseMail = Subject<KeyOf<typeof caseMailCatalogue>>;
