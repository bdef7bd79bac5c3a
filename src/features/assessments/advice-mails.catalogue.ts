import { catalogue } from '../../platform/i18n/index.js';

export const adviceMailCatalogue = catalogue(
  {
    'asked.subject': 'Adviesvraag: {tool}, versie {number}',
    'asked.text':
      'Er is een vraag om advies over {tool}, versie {number}. De DPIA is vastgesteld.\n\nLog in bij Countersign en open "Advies". Daar staat het hele dossier.\n\nEr is geen wettelijke termijn. Wij herinneren u na 7, 10 en 20 werkdagen.',
    'given.subject': 'De FG heeft advies gegeven over {tool}',
    'given.text':
      'De FG heeft advies gegeven over {tool}, versie {number}.\n\nLog in bij Countersign en open het dossier. Daar staan het advies, de redenen en de voorwaarden.',
    'carriedOut.subject': 'Voorwaarde verwerkt: {tool}, versie {number}',
    'carriedOut.text':
      'HR zegt dat een voorwaarde uit uw advies over {tool}, versie {number}, is verwerkt.\n\nLog in bij Countersign om dat te bevestigen of te heropenen.',
    'reopened.subject': 'Voorwaarde heropend: {tool}, versie {number}',
    'reopened.text': 'De FG heeft een voorwaarde bij {tool}, versie {number}, heropend.\n\nLog in bij Countersign om de reden te lezen.',
    'reminder.subject': 'Herinnering, adviesvraag: {tool}, versie {number}',
    'reminder.text':
      'De vraag om advies over {tool}, versie {number}, wacht nog op u.\n\nLog in bij Countersign en open "Advies". Geen antwoord telt nooit als advies.',
  },
  {
    'asked.subject': 'Request for advice: {tool}, version {number}',
    'asked.text':
      'You are asked for advice on {tool}, version {number}. The impact assessment has been fixed.\n\nSign in to Countersign and open "Advice". The whole dossier is there.\n\nThere is no statutory term. We remind you after 7, 10 and 20 working days.',
    'given.subject': 'The DPO has given advice on {tool}',
    'given.text':
      'The DPO has given advice on {tool}, version {number}.\n\nSign in to Countersign and open the dossier. The advice, the reasons and the conditions are there.',
    'carriedOut.subject': 'Condition carried out: {tool}, version {number}',
    'carriedOut.text':
      'HR says that a condition of your advice on {tool}, version {number}, was carried out.\n\nSign in to Countersign to confirm or reopen it.',
    'reopened.subject': 'Condition reopened: {tool}, version {number}',
    'reopened.text': 'The DPO has reopened a condition on {tool}, version {number}.\n\nSign in to Countersign to read the reason.',
    'reminder.subject': 'Reminder, request for advice: {tool}, version {number}',
    'reminder.text':
      'The request for advice on {tool}, version {number}, still waits for you.\n\nSign in to Countersign and open "Advice". No answer never counts as advice.',
  },
);
