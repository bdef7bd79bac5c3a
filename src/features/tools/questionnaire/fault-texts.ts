import type { Language, Role } from '../../../kernel/actor.js';
import { catalogue, roleName, text } from '../../../platform/i18n/index.js';
import { writersOf } from '../../../policy/index.js';
import type { Bilingual } from '../starters/starter.js';
import type { Fault } from '../domain/check-value.js';

const faults = catalogue(
  {
    boolean: 'Kies ja of nee bij: {question}',
    integer: 'Vul een heel getal in van {min} tot en met {max} bij: {question}',
    number: 'Vul een getal in van {min} tot en met {max} bij: {question}',
    text: 'Vul een tekst in bij: {question}',
    'too-long': 'Gebruik ten hoogste {max} tekens bij: {question}',
    characters: 'Er staan tekens in die wij niet kunnen bewaren bij: {question}',
    day: 'Vul een datum in die bestaat, als jaar-maand-dag, bij: {question}',
    choice: 'Kies een van de antwoorden bij: {question}',
    choices: 'Kies uit de antwoorden die er staan, of kies "geen", bij: {question}',
    tags: 'Zet ieder op een eigen regel, ten hoogste {max}, elk ten hoogste 200 tekens, bij: {question}',
    rows: 'De rijen van deze lijst konden wij niet lezen. Open de pagina opnieuw. Het gaat om: {question}',
    unknown: 'Dit veld hoort niet op deze pagina: {field}',
    otherOwner: 'Dit wordt ingevuld door: {role}',
  },
  {
    boolean: 'Choose yes or no for: {question}',
    integer: 'Enter a whole number from {min} to {max} for: {question}',
    number: 'Enter a number from {min} to {max} for: {question}',
    text: 'Enter a text for: {question}',
    'too-long': 'Use at most {max} characters for: {question}',
    characters: 'This holds characters that cannot be kept: {question}',
    day: 'Enter a date that exists, as year-month-day, for: {question}',
    choice: 'Choose one of the answers for: {question}',
    choices: 'Choose from the answers shown, or choose "none", for: {question}',
    tags: 'Put each on a line of its own, at most {max}, each at most 200 characters, for: {question}',
    rows: 'The rows of this list could not be read. Open the page again. It concerns: {question}',
    unknown: 'This field does not belong on this page: {field}',
    otherOwner: 'This is filled in by: {role}',
  },
);

const MOST = 999_999_999;

export const faultText = (fault: Fault, question: Bilingual, language: Language): string =>
  text(faults, language)(fault.code, { question: question[language], min: fault.min ?? 0, max: Math.min(fault.max ?? MOST, MOST) });

export const unknownFieldText = (field: string, language: Language): string =>
  text(faults, language)('unknown', { field: field.slice(0, 60) });

/** The roles that fill an attribute in, in words. */
export const ownersText = (path: string, language: Language): string => {
  const names = writersOf(path).map((role: Role) => roleName(role, language));
  const or = language === 'nl' ? ' of ' : ' or ';
  return names.length === 0 ? roleName('system', language) : names.join(or);
};
export const otherOwnerText = (path: string, language: Language): string =>
  text(faults, language)('otherOwner', { role: ownersText(path, language) });
