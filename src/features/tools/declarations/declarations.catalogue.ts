import { registerReasons } from '../../../platform/http/index.js';

registerReasons({
  'declared.code': {
    nl: 'Gebruik voor de code alleen kleine letters, cijfers en _, hooguit 40.',
    en: 'For the code use small letters, digits and _ only, at most 40.',
  },
  'declared.twice': { nl: 'Deze naam staat er al. Kies een andere.', en: 'This name is there already. Choose another.' },
  'declared.category': {
    nl: 'Kies een soort gegevens die dit volgsysteem noemt.',
    en: 'Choose a kind of data that this tool names.',
  },
  'declared.range': { nl: 'De hoogste waarde moet boven de laagste liggen.', en: 'The highest value must lie above the lowest.' },
  'declared.people-as-group': {
    nl: 'Aantallen mensen tellen wij alleen per groep.',
    en: 'Numbers of people are counted per group only.',
  },
  'declared.metric-unknown': { nl: 'Kies iets dat dit volgsysteem meet.', en: 'Choose something that this tool measures.' },
  'declared.metric-shown': {
    nl: 'Een overzicht laat dit zien. Verander eerst het overzicht.',
    en: 'A dashboard shows this. Change the dashboard first.',
  },
  'declared.share-of-people': {
    nl: 'Een deel van de mensen kan alleen bij een aantal mensen. Kies anders het totaal.',
    en: 'A share of the people only goes with a number of people. Otherwise choose the total.',
  },
  'declared.group-too-small': {
    nl: 'Een groep mag niet kleiner zijn dan de kleinste groep van uw organisatie.',
    en: 'A group may not be smaller than the smallest group of your organisation.',
  },
  'declared.viewers-missing': { nl: 'Kies wie dit overzicht mag zien.', en: 'Choose who may see this dashboard.' },
  'declared.groups-missing': { nl: 'Noem ten minste 1 groep.', en: 'Name at least 1 group.' },
  'declared.units-missing': { nl: 'Kies ten minste 1 afdeling.', en: 'Choose at least 1 department.' },
  'declared.unit-unknown': {
    nl: 'Kies alleen afdelingen waar dit volgsysteem voor is.',
    en: 'Choose only departments that this tool is for.',
  },
  'declared.unit-twice': {
    nl: 'Een afdeling staat in 2 groepen. Zet haar in 1 groep.',
    en: 'A department stands in 2 groups. Put it in 1 group.',
  },
  'declared.too-many': { nl: 'Dit zijn er te veel.', en: 'These are too many.' },
  'declared.purpose-unknown': { nl: 'Kies een doel van dit volgsysteem.', en: 'Choose a purpose of this tool.' },
  'declared.hours': { nl: 'Vul hele uren in: van 1 tot en met 168.', en: 'Enter whole hours: from 1 to 168.' },
  'declared.nothing-personal': {
    nl: 'Dit volgsysteem meet niets per persoon. Dan valt er van 1 persoon niets te zien.',
    en: 'This tool measures nothing per person. Then there is nothing to see of 1 person.',
  },
  'declared.stale': {
    nl: 'Wat dit volgsysteem telt of laat zien, past niet meer bij de antwoorden. Herstel dat eerst bij de registratie.',
    en: 'What this tool counts or shows no longer fits the answers. Mend that at the registration first.',
  },
  'declared.grade-missing': {
    nl: 'IT moet eerst beschrijven hoe dit volgsysteem wordt gestopt.',
    en: 'IT must first describe how this tool is stopped.',
  },
  'declared.minutes': { nl: 'Vul hele minuten in: hooguit 10.080 (een week).', en: 'Enter whole minutes: at most 10,080 (a week).' },
  'declared.tested-on': { nl: 'Vul een dag in die al geweest is.', en: 'Enter a day that has been.' },
});
