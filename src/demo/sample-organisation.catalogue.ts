import type { Role } from '../kernel/actor.js';

/** A municipality that does not exist. */
export const ORGANISATION = 'Gemeente Waterdam';

export const UNITS = [
  'Klantcontact',
  'Burgerzaken',
  'Sociaal domein',
  'Ruimte en vergunningen',
  'Belastingen',
  'Bedrijfsvoering',
  'Informatievoorziening',
  'Directie en staf',
] as const;
export type UnitName = (typeof UNITS)[number];

/** How many of the 214 work in each unit. */
export const SIZES: Readonly<Record<UnitName, number>> = {
  Klantcontact: 38,
  Burgerzaken: 31,
  'Sociaal domein': 46,
  'Ruimte en vergunningen': 34,
  Belastingen: 19,
  Bedrijfsvoering: 22,
  Informatievoorziening: 16,
  'Directie en staf': 8,
};

export interface SamplePerson {
  readonly name: string;
  readonly unit: UnitName;
  readonly roles: readonly Role[];
}

/** Everyone with an account in the demo; the first role is the one that the list shows. */
export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  { name: 'Sanne de Boer', unit: 'Bedrijfsvoering', roles: ['hr_registrar'] },
  { name: 'Ravi Soekhram', unit: 'Bedrijfsvoering', roles: ['privacy_officer'] },
  { name: 'Joris Meijer', unit: 'Directie en staf', roles: ['dpo'] },
  { name: 'Margriet van Loon', unit: 'Directie en staf', roles: ['director'] },
  { name: 'Pieter Visser', unit: 'Informatievoorziening', roles: ['it_admin'] },
  { name: 'Noor el Idrissi', unit: 'Informatievoorziening', roles: ['tool_owner'] },
  { name: 'Ayse Ornek', unit: 'Burgerzaken', roles: ['or_chair'] },
  { name: 'Bram Hendriks', unit: 'Ruimte en vergunningen', roles: ['or_secretary'] },
  { name: 'Chantal Dekker', unit: 'Klantcontact', roles: ['or_member'] },
  { name: 'Daan Postma', unit: 'Sociaal domein', roles: ['or_member'] },
  { name: 'Emine Yilmaz', unit: 'Sociaal domein', roles: ['or_member'] },
  { name: 'Floris Bakker', unit: 'Belastingen', roles: ['or_member'] },
  { name: 'Gerda Smit', unit: 'Burgerzaken', roles: ['or_member'] },
  { name: 'Hassan Amrani', unit: 'Informatievoorziening', roles: ['or_member'] },
  { name: 'Iris Kuiper', unit: 'Bedrijfsvoering', roles: ['or_member'] },
  { name: 'Lotte Willems', unit: 'Directie en staf', roles: ['trusted_person', 'complaint_handler'] },
  { name: 'Mees Jansen', unit: 'Directie en staf', roles: ['complaint_handler', 'trusted_person'] },
  { name: 'Karin Vos', unit: 'Directie en staf', roles: ['objection_handler'] },
  { name: 'Tim Scholten', unit: 'Belastingen', roles: ['objection_handler'] },
  { name: 'Wouter Blom', unit: 'Klantcontact', roles: ['manager'] },
  { name: 'Olga Peeters', unit: 'Directie en staf', roles: ['auditor'] },
  { name: 'Yvonne Maas', unit: 'Informatievoorziening', roles: ['org_admin'] },
  { name: 'Fatima Bouzid', unit: 'Klantcontact', roles: ['employee'] },
];

const FIRST = [
  'Anna',
  'Bas',
  'Carlijn',
  'Dirk',
  'Eva',
  'Frank',
  'Guus',
  'Hanna',
  'Ilse',
  'Jeroen',
  'Kees',
  'Lisa',
  'Maarten',
  'Nadia',
  'Oscar',
  'Petra',
  'Quinten',
  'Roos',
  'Sjoerd',
  'Tessa',
];
const LAST = [
  'de Vries',
  'van Dijk',
  'Mulder',
  'de Groot',
  'Bos',
  'Peters',
  'van Leeuwen',
  'Kok',
  'Verhoeven',
  'Brouwer',
  'Prins',
  'Huisman',
];

/** A name for the person at place `at`, the same at every start. */
export const nameAt = (at: number): string => `${FIRST[at % FIRST.length]} ${LAST[(at * 7 + Math.floor(at / FIRST.length)) % LAST.length]}`;

export const addressOf = (name: string): string =>
  `${name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z ]/g, '')
    .trim()
    .replace(/ +/g, '.')}@waterdam.example`;

/** Parts of the passwords in the demo: easy to read out and to type. */
export const WORDS = [
  'egel',
  'kievit',
  'otter',
  'reiger',
  'specht',
  'zwaluw',
  'bever',
  'das',
  'fuut',
  'gans',
  'haas',
  'ijsvogel',
  'kikker',
  'lepelaar',
  'meerkoet',
  'nerts',
  'ooievaar',
  'patrijs',
  'rietgans',
  'snoek',
  'tureluur',
  'uil',
  'vos',
] as const;

export const NO_RETALIATION =
  'Wie bezwaar maakt, klaagt of iets meldt, heeft daar geen nadeel van. Niet bij diensten, niet bij beoordelingen en niet bij een contract. Wie dat toch merkt, kan naar de vertrouwenspersoon.';
export const OUTSIDE_ADDRESS = 'Vertrouwenspunt Waterland, postbus 12, 1140 AA Waterdam, telefoon 0299 555 019';

/** What the sample council decided on its own votes. */
export const COUNCIL_RULES = {
  quorum: 'two_thirds',
  majority: 'simple',
  ballot: 'open',
  tie: 'no_consent',
  deputising: 'named',
} as const;
