/** What people of the municipality wrote and did around devices, receivers and looking at one person. */
export const LOOKED = {
  second: 'Chantal Dekker',
  person: 'Noor el Idrissi',
  alarm:
    'In de nacht van zaterdag op zondag is 40 keer verbinding gemaakt met het beheeraccount van deze medewerker. Wij moeten weten of een ander dat deed.',
  told: 'Uw account is niet misbruikt. Een nachtelijke back-up gebruikte uw account. Dat is aangepast.',
  secondPerson: 'Pieter Visser',
  secondAlarm: 'Een beheeraccount werd vanuit het buitenland gebruikt. De medewerker was die dag gewoon aan het werk.',
} as const;

export const DEVICES = {
  unit: 'Ruimte en vergunningen',
  /** So many of the first in the unit have a tablet, so many of them opened the notice. */
  tablets: 14,
  told: 11,
  /** Works elsewhere, and lent a tablet. */
  borrower: 'Tim Scholten',
} as const;

/** A network that stands in documentation only (RFC 5737): nobody is there, and the demo may not send there. */
export const RECEIVER = { network: '192.0.2.24', url: 'https://192.0.2.24/apparaatbeheer/countersign' } as const;

interface Installed {
  readonly product: string;
  readonly publisher: string;
  readonly devices: number;
}
/** What stands on laptops and tablets: most of it is ordinary, one has a dossier, two have none. */
export const INSTALLED: readonly Installed[] = [
  { product: 'Pakket 365', publisher: 'Kantoor Online', devices: 120 },
  { product: 'Aanmeldregistratie thuiswerken', publisher: 'Aanmeld BV', devices: 41 },
  { product: 'Nexthink Collector', publisher: 'Nexthink', devices: 17 },
  { product: 'Time Doctor', publisher: 'TimeDoctor.com', devices: 2 },
];
