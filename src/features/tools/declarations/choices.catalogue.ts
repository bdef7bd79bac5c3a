import type { Language } from '../../../kernel/actor.js';
import { catalogue, roleName, text } from '../../../platform/i18n/index.js';
import { VIEWERS } from '../../../policy/index.js';

/** The choices in what is declared, in the words of its forms. */
const choicesCatalogue = catalogue(
  {
    count: 'Hoe vaak iets gebeurt',
    sum: 'Een som (zoals minuten)',
    people: 'Hoeveel verschillende mensen',
    group: 'Alleen per groep: wie het was, bewaren wij niet',
    person: 'Per persoon',
    share: 'Welk deel van de groep',
    total: 'Het totaal van de groep',
    week: 'Per week',
    month: 'Per maand',
    security: 'Er is gevaar voor de beveiliging',
    single_investigation: 'Er is 1 onderzoek naar een vermoeden',
  },
  {
    count: 'How often something happens',
    sum: 'A sum (such as minutes)',
    people: 'How many different people',
    group: 'Per group only: we do not keep who it was',
    person: 'Per person',
    share: 'What share of the group',
    total: 'The total of the group',
    week: 'Per week',
    month: 'Per month',
    security: 'Security is in danger',
    single_investigation: 'There is 1 investigation of a suspicion',
  },
);
type Choice = keyof (typeof choicesCatalogue)['nl'];

/** The words for a choice or a role; anything else is what somebody typed. */
export const choiceText = (value: string, language: Language): string => {
  const role = VIEWERS.find((one) => one === value);
  if (role) return roleName(role, language);
  return value in choicesCatalogue.nl ? text(choicesCatalogue, language)(value as Choice) : value;
};

export const choices = (values: readonly string[], language: Language): { readonly value: string; readonly text: string }[] =>
  values.map((value) => ({ value, text: choiceText(value, language) }));
