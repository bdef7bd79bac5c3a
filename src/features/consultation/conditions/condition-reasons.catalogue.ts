import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'condition.text-missing': { nl: 'Schrijf op wat de voorwaarde is.', en: 'Write down what the condition is.' },
  'condition.owner-missing': { nl: 'Kies wie dit belooft.', en: 'Choose who promises this.' },
  'condition.owner-unknown': {
    nl: 'Deze persoon kan dit niet beloven. Kies iemand uit de lijst.',
    en: 'This person cannot promise this. Choose somebody from the list.',
  },
  'condition.due-missing': { nl: 'Vul in wanneer dit klaar moet zijn.', en: 'Fill in when this has to be done.' },
  'condition.unreadable.retention_max_days': {
    nl: 'Vul een heel aantal dagen in, hoogstens 3650.',
    en: 'Fill in a whole number of days, 3650 at most.',
  },
  'condition.unreadable.smallest_group': { nl: 'Vul een heel getal in van 5 of meer.', en: 'Fill in a whole number of 5 or more.' },
  'condition.unreadable.working_hours_only': { nl: 'Kies deze voorwaarde opnieuw.', en: 'Choose this condition again.' },
  'condition.unreadable.hours': {
    nl: 'Kies ten minste één dag, en een begin dat vóór het einde ligt. Bijvoorbeeld 8.00 en 18.00.',
    en: 'Choose at least one day, and a start before the end. For instance 8:00 and 18:00.',
  },
  'condition.unreadable.forbidden_mode': { nl: 'Kies welke manier niet mag.', en: 'Choose which way is not allowed.' },
  'condition.unreadable.forbidden_category': { nl: 'Kies welk gegeven niet mag.', en: 'Choose which kind of data is not allowed.' },
  'condition.unreadable.sampling_max_rate': { nl: 'Vul een getal in van 0 tot en met 100.', en: 'Fill in a number from 0 to 100.' },
  'condition.unreadable.viewers_only': { nl: 'Kruis ten minste één functie aan.', en: 'Tick at least one role.' },
  'condition.unreadable.no_individual_use': { nl: 'Kies deze voorwaarde opnieuw.', en: 'Choose this condition again.' },
  'condition.unreadable.cover': { nl: 'Kies deze voorwaarde opnieuw.', en: 'Choose this condition again.' },
  'condition.unreadable.always_off_percent': {
    nl: 'Vul een heel getal in van 1 tot en met 99.',
    en: 'Fill in a whole number from 1 to 99.',
  },
  'condition.unreadable.ends_on': { nl: 'Vul een dag in die bestaat.', en: 'Fill in a day that exists.' },
  'condition.unreadable.evaluate_on': { nl: 'Vul een dag in die bestaat.', en: 'Fill in a day that exists.' },
  'evidence.missing': { nl: 'Schrijf iets op, of voeg een bestand toe.', en: 'Write something, or add a file.' },
  'evidence.enough': {
    nl: 'Er is al heel veel ingeleverd bij deze belofte. Neem contact op met de OR.',
    en: 'A great deal was handed in for this promise already. Get in touch with the council.',
  },
});
