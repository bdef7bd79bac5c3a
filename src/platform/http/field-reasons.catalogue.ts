const INCOMPLETE = { nl: 'Vul dit in.', en: 'Fill this in.' };
const LIST = { nl: 'Dit moet een lijst zijn.', en: 'This must be a list.' };

/** What is expected of a field that cannot be used, by the name of the check. `{expected}` is the bound or the choices. */
export const fieldReasons = {
  'field.arrayMaxSize': { nl: 'Geef hier ten hoogste {expected}.', en: 'Give at most {expected} here.' },
  'field.arrayMinSize': { nl: 'Geef hier ten minste {expected}.', en: 'Give at least {expected} here.' },
  'field.arrayNotEmpty': { nl: 'Geef hier ten minste 1.', en: 'Give at least 1 here.' },
  'field.arrayUnique': { nl: 'Hier staat iets twee keer.', en: 'Something stands here twice.' },
  'field.isArray': LIST,
  'field.isBase64': { nl: 'Dit moet base64 zijn.', en: 'This must be base64.' },
  'field.isBoolean': { nl: 'Dit moet true of false zijn.', en: 'This must be true or false.' },
  'field.isDefined': INCOMPLETE,
  'field.isEmail': { nl: 'Dit is geen e-mailadres.', en: 'This is not an e-mail address.' },
  'field.isIn': { nl: 'Kies uit: {expected}.', en: 'Choose from: {expected}.' },
  'field.isInt': { nl: 'Dit moet een heel getal zijn.', en: 'This must be a whole number.' },
  'field.isIso8601': {
    nl: 'Dit moet een dag of tijdstip zijn, zoals 2026-03-26 of 2026-03-26T14:00:00Z.',
    en: 'This must be a day or a time, such as 2026-03-26 or 2026-03-26T14:00:00Z.',
  },
  'field.isLength': { nl: 'Dit is te kort of te lang.', en: 'This is too short or too long.' },
  'field.isMachineLimit': {
    nl: 'Dit is geen grens die een meetprogramma kan lezen.',
    en: 'This is not a limit that an agent can read.',
  },
  'field.isNotEmpty': INCOMPLETE,
  'field.isNumber': { nl: 'Dit moet een getal zijn.', en: 'This must be a number.' },
  'field.isObject': { nl: 'Dit moet een JSON-object zijn.', en: 'This must be a JSON object.' },
  'field.isString': { nl: 'Dit moet een tekst zijn.', en: 'This must be a text.' },
  'field.isText': {
    nl: 'Hier staat een teken in dat niet bewaard kan worden (NUL).',
    en: 'This holds a character that cannot be kept (NUL).',
  },
  'field.isToken': { nl: 'Dit kwam niet van hier.', en: 'This was not given here.' },
  'field.matches': {
    nl: 'De vorm klopt niet, of er staan tekens in die niet kunnen.',
    en: 'The form is wrong, or it holds characters that cannot be used.',
  },
  'field.max': { nl: 'Dit mag ten hoogste {expected} zijn.', en: 'This may be {expected} at most.' },
  'field.maxLength': { nl: 'Schrijf hier ten hoogste {expected} tekens.', en: 'Write at most {expected} characters here.' },
  'field.min': { nl: 'Dit moet ten minste {expected} zijn.', en: 'This must be {expected} at least.' },
  'field.minLength': { nl: 'Schrijf hier ten minste {expected} tekens.', en: 'Write at least {expected} characters here.' },
  'field.nestedValidation': LIST,
  'field.unknownValue': { nl: 'Dit kan hier niet.', en: 'This cannot stand here.' },
  'field.whitelistValidation': { nl: 'Dit veld bestaat hier niet. Laat het weg.', en: 'There is no such field here. Leave it out.' },
};
