import type { Language } from '../../kernel/actor.js';
import type { Json } from '../../kernel/canonical.js';
import { catalogue, formatNumber, text } from '../../platform/i18n/index.js';

const factTexts = catalogue(
  {
    jurisdiction: 'Land waarvan het recht geldt',
    headcount: 'Aantal mensen dat hier werkt',
    representativeBody: 'Orgaan dat voor het personeel spreekt',
    staffRepresentationExtraPowers: 'Extra bevoegdheden van de personeelsvertegenwoordiging',
    publicBody: 'Overheidsorganisatie',
    largeScaleCore: 'Kerntaak is op grote schaal mensen volgen of gevoelige gegevens verwerken',
    dpoAppointed: 'Er is een functionaris gegevensbescherming',
    trustedPerson: 'Er is een vertrouwenspersoon met vervanger',
    workforceLanguages: 'Talen van de mensen die hier werken',
    collectiveAgreementReference: 'Cao die over volgsystemen gaat',
    collectiveAgreementSubstantive: 'De cao regelt het onderwerp inhoudelijk',
    worksCouncilExemptionReference: 'Ontheffing van de plicht om een ondernemingsraad te hebben',
    noRetaliationRule: 'Regel: geen nadeel voor wie bezwaar maakt of klaagt',
  },
  {
    jurisdiction: 'Country whose law applies',
    headcount: 'Number of people who work here',
    representativeBody: 'Body that speaks for the staff',
    staffRepresentationExtraPowers: 'Extra powers of the staff representation',
    publicBody: 'Public body',
    largeScaleCore: 'Core activity is monitoring people or processing sensitive data on a large scale',
    dpoAppointed: 'There is a data protection officer',
    trustedPerson: 'There is a confidential adviser with a deputy',
    workforceLanguages: 'Languages of the people who work here',
    collectiveAgreementReference: 'Collective agreement about monitoring',
    collectiveAgreementSubstantive: 'The agreement settles the matter in substance',
    worksCouncilExemptionReference: 'Exemption from having a works council',
    noRetaliationRule: 'Rule: no disadvantage for whoever objects or complains',
  },
);
type FactKey = Parameters<ReturnType<typeof text<keyof (typeof factTexts)['nl']>>>[0];

const valueTexts = catalogue(
  {
    unknown: 'nog niet bekend',
    yes: 'ja',
    no: 'nee',
    none: 'geen',
    or: 'de ondernemingsraad',
    pvt: 'de personeelsvertegenwoordiging',
    personnel_meeting: 'de personeelsvergadering',
    kl: 'instemming over persoonsgegevens en volgsystemen',
    NL: 'Nederland',
  },
  {
    unknown: 'not known yet',
    yes: 'yes',
    no: 'no',
    none: 'none',
    or: 'the works council',
    pvt: 'the staff representation',
    personnel_meeting: 'the personnel meeting',
    kl: 'consent on personal data and monitoring tools',
    NL: 'the Netherlands',
  },
);
type ValueKey = keyof (typeof valueTexts)['nl'];

const isFactKey = (key: string): key is FactKey => Object.hasOwn(factTexts.nl, key);
const isValueKey = (key: string): key is ValueKey => Object.hasOwn(valueTexts.nl, key);

export const factLabel = (attribute: string, language: Language): string =>
  isFactKey(attribute) ? text(factTexts, language)(attribute) : attribute;

/** A language by its code, in words: "Pools". */
const languageName = (code: string, language: Language): string => {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
};

const word = (value: string, language: Language): string => {
  if (isValueKey(value)) return text(valueTexts, language)(value);
  return /^[a-z]{2}$/.test(value) ? languageName(value, language) : value;
};

/** A fact's value in plain words. */
export const valueWords = (value: Json | undefined, language: Language): string => {
  const t = text(valueTexts, language);
  if (value === null || value === undefined) return t('unknown');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (typeof value === 'string') return word(value, language);
  if (Array.isArray(value))
    return value.length === 0 ? t('none') : value.map((item) => (typeof item === 'string' ? word(item, language) : '')).join(', ');
  return '';
};
