import type { Bilingual, ProposedRisk } from './starter.js';

const STAFF: Bilingual = { nl: 'Medewerkers', en: 'Staff' };
const CUSTOMERS: Bilingual = { nl: 'Medewerkers en klanten', en: 'Staff and customers' };
const HOUSEHOLD: Bilingual = { nl: 'Huisgenoten van medewerkers', en: 'People who share a home with staff' };
const HR: Bilingual = { nl: 'HR', en: 'HR' };
const IT: Bilingual = { nl: 'IT-beheer', en: 'IT administration' };
const PRIVACY: Bilingual = { nl: 'Privacy officer', en: 'Privacy officer' };

export const USED_FOR_APPRAISAL: ProposedRisk = {
  who: STAFF,
  what: {
    nl: 'De gegevens worden gebruikt om iemand te beoordelen of te straffen.',
    en: 'The data are used to appraise or punish somebody.',
  },
  chance: 'medium',
  harm: 'high',
  measure: {
    nl: 'Dit gebruik staat niet bij de doelen en is dus verboden. Leidinggevenden zien alleen cijfers over groepen.',
    en: 'This use is not among the purposes, so it is forbidden. Managers see figures of groups only.',
  },
  measureOwner: HR,
  rest: 'low',
};
export const TOO_MANY_VIEWERS: ProposedRisk = {
  who: STAFF,
  what: { nl: 'Te veel mensen kunnen bij de gegevens.', en: 'Too many people can reach the data.' },
  chance: 'medium',
  harm: 'medium',
  measure: {
    nl: 'Toegang per functie, inloggen in 2 stappen, en een logboek van wie keek.',
    en: 'Access by role, sign-in in two steps, and a log of who looked.',
  },
  measureOwner: IT,
  rest: 'low',
};
export const FEELS_WATCHED: ProposedRisk = {
  who: STAFF,
  what: { nl: 'Mensen voelen zich steeds bekeken en krijgen stress.', en: 'People feel watched all the time and get stressed.' },
  chance: 'medium',
  harm: 'medium',
  measure: {
    nl: 'Wij zeggen vooraf precies wat wel en niet wordt vastgelegd. Elk jaar vragen wij hoe mensen dit ervaren.',
    en: 'We say beforehand exactly what is captured and what is not. Every year we ask how people experience this.',
  },
  measureOwner: HR,
  rest: 'medium',
};
export const PRIVATE_CALLS: ProposedRisk = {
  who: CUSTOMERS,
  what: {
    nl: 'Een gesprek dat niets met het doel te maken heeft, wordt opgenomen.',
    en: 'A conversation that has nothing to do with the purpose is recorded.',
  },
  chance: 'medium',
  harm: 'medium',
  measure: {
    nl: 'De opname pauzeert bij wachtstand, demping en pauze. Een medewerker kan een opname laten wissen.',
    en: 'Recording pauses on hold, mute and breaks. An employee can have a recording erased.',
  },
  measureOwner: IT,
  rest: 'low',
};
export const HOUSEHOLD_HEARD: ProposedRisk = {
  who: HOUSEHOLD,
  what: { nl: 'Thuis worden huisgenoten gehoord of gezien.', en: 'At home, other people are heard or seen.' },
  chance: 'low',
  harm: 'medium',
  measure: {
    nl: 'Thuis alleen met een headset die geluid uit de kamer weglaat.',
    en: 'At home only with a headset that leaves out sound of the room.',
  },
  measureOwner: IT,
  rest: 'low',
};
export const HOME_LIFE_SEEN: ProposedRisk = {
  who: STAFF,
  what: { nl: 'De gegevens laten zien hoe iemand thuis leeft.', en: 'The data show how somebody lives at home.' },
  chance: 'medium',
  harm: 'medium',
  measure: {
    nl: 'Alleen tijdens werktijd en nooit in pauzes. Thuis leggen wij hetzelfde vast als op kantoor.',
    en: 'In working hours only and never in breaks. At home we capture the same as at the office.',
  },
  measureOwner: PRIVACY,
  rest: 'low',
};
export const WRONG_SUSPICION: ProposedRisk = {
  who: CUSTOMERS,
  what: { nl: 'Iemand wordt ten onrechte verdacht.', en: 'Somebody is wrongly suspected.' },
  chance: 'medium',
  harm: 'high',
  measure: {
    nl: 'Een mens bekijkt elk signaal voordat er iets gebeurt. Wie het betreft, mag eerst reageren.',
    en: 'A person looks at every signal before anything happens. Whoever it concerns may answer first.',
  },
  measureOwner: PRIVACY,
  rest: 'medium',
};
export const DATA_LEAK: ProposedRisk = {
  who: STAFF,
  what: { nl: 'De gegevens lekken uit.', en: 'The data leak.' },
  chance: 'low',
  harm: 'medium',
  measure: { nl: 'Versleuteld bewaren, kort bewaren en vanzelf wissen.', en: 'Kept encrypted, kept briefly and erased automatically.' },
  measureOwner: IT,
  rest: 'low',
};
